// What is drawn on the 2D canvas over the graph: the names that found room, and a ring round what
// is selected.

import type { Theme } from '../viewer-state.ts';
import { type Course, type Point, pointAt } from './edge-geometry.ts';
import {
  type Box,
  type LabelWish,
  type PlacedLabel,
  placeLabels,
  type Surroundings,
} from './label-placement.ts';
import { mix, type Palette, palettes } from './palette.ts';

export const FONT =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif';
const HEIGHT = 16;
/** Share of ink left to the name of what is dimmed. */
const DIMMED = 0.5;
/** Beyond so many lines, names no longer look out for them. */
const MOST_LINES = 250;

export interface Disc {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Large nodes are written larger, so that the eye finds them first. */
function fontOf(radius: number, scale: number): string {
  return radius >= 13 * scale ? `600 ${14 * scale}px ${FONT}` : `500 ${12.5 * scale}px ${FONT}`;
}

/** What a node says of its name. */
export interface NameWish {
  readonly disc: Disc;
  readonly text: string;
  readonly forced: boolean;
  readonly dimmed: boolean;
}

export function labelWish(
  context: CanvasRenderingContext2D,
  { disc, ...name }: NameWish,
  scale: number,
): LabelWish {
  const font = fontOf(disc.radius, scale);
  context.font = font;
  const width = context.measureText(name.text).width;
  return { ...disc, ...name, font, width, height: HEIGHT * scale };
}

function drawLabel(
  context: CanvasRenderingContext2D,
  label: PlacedLabel,
  { surface }: Palette,
): void {
  const { box, text, font, dimmed } = label;
  context.font = font;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = surface.paper;
  context.fillStyle = dimmed ? mix(surface.ink, surface.paper, DIMMED) : surface.ink;
  const y = (box.top + box.bottom) / 2 + 0.5;
  context.strokeText(text, box.left, y);
  context.fillText(text, box.left, y);
}

/** Points about ten pixels apart along every line; none where there would be too many. */
export function pointsAlong(courses: readonly Course[]): Point[] {
  if (courses.length > MOST_LINES) return [];
  return courses.flatMap((course) => {
    const length = Math.hypot(course.to.x - course.from.x, course.to.y - course.from.y);
    const count = Math.min(40, Math.round(length / 10));
    return Array.from({ length: count }, (_, index) => pointAt(course, (index + 0.5) / count));
  });
}

export const boxOf = ({ key, x, y, radius }: Disc): Box & { key: string } => ({
  key,
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Draws the names and returns those that were drawn. */
export function drawNames(
  context: CanvasRenderingContext2D,
  wishes: readonly LabelWish[],
  around: Surroundings,
  theme: Theme,
): PlacedLabel[] {
  const placed = placeLabels(wishes, around);
  // the most important comes last and so lies on top of the others' halos
  for (const label of [...placed].reverse()) drawLabel(context, label, palettes[theme]);
  return placed;
}

export function drawRing(context: CanvasRenderingContext2D, disc: Disc, theme: Theme): void {
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius + 3, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palettes[theme].surface.accent;
  context.stroke();
}

/** A small dot on the rim of a node that was dragged to its place. */
export function drawPin(context: CanvasRenderingContext2D, disc: Disc, theme: Theme): void {
  const { surface } = palettes[theme];
  const away = (disc.radius + 2) * Math.SQRT1_2;
  context.beginPath();
  context.arc(disc.x + away, disc.y - away, 4, 0, 2 * Math.PI);
  context.fillStyle = surface.accent;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = surface.paper;
  context.stroke();
}
