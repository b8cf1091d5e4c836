// The area of a community: the convex hull of its members (Andrew's monotone chain), rounded and
// widened by a thick line of the same colour, with the names of its first members as a heading.

import type { Point } from './edge-geometry.ts';
import type { Box } from './label-placement.ts';
import { FONT } from './overlay.ts';
import { communityColour, mix, type Palette } from './palette.ts';

const PADDING = 20;

const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Corners of the hull, in one sense of turning. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (given: readonly Point[]): Point[] => {
    const corners: Point[] = [];
    for (const point of given) {
      for (;;) {
        const [a, b] = corners.slice(-2);
        if (!a || !b || turn(a, b, point) > 0) break;
        corners.pop();
      }
      corners.push(point);
    }
    return corners.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export interface Hull {
  readonly place: number;
  readonly corners: readonly Point[];
  readonly title: string;
}

function trace(context: CanvasRenderingContext2D, corners: readonly Point[]): void {
  context.beginPath();
  corners.forEach(({ x, y }, index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
}

export function drawHulls(
  context: CanvasRenderingContext2D,
  hulls: readonly Hull[],
  palette: Palette,
  share: number,
): void {
  context.lineJoin = 'round';
  for (const { corners, place } of hulls) {
    const colour = mix(communityColour(palette, place), palette.surface.paper, share);
    trace(context, corners);
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = PADDING * 2;
    context.stroke();
    context.fill();
  }
}

export interface HullTitle {
  readonly text: string;
  readonly box: Box;
  readonly colour: string;
}

export const TITLE_FONT = `600 12.5px ${FONT}`;

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Over the hull and under it, as far as that is on the canvas. */
function titlePlaces(corners: readonly Point[], wide: number, size: Size): Box[] {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  if (right - left + 2 * PADDING < wide * 0.6) return [];
  const middle = Math.max(wide / 2 + 4, Math.min(size.width - wide / 2 - 4, (left + right) / 2));
  return [Math.min(...ys) - PADDING - 15, Math.max(...ys) + PADDING - 1]
    .map((top) => ({ left: middle - wide / 2, right: middle + wide / 2, top, bottom: top + 16 }))
    .filter(({ top, bottom }) => top >= 2 && bottom <= size.height - 2);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Headings of the hulls that are wide enough, each where it lies on the fewest nodes; those that
 * would cover another are left out.
 */
export function hullTitles(
  context: CanvasRenderingContext2D,
  hulls: readonly Hull[],
  palette: Palette,
  { size, nodes }: { readonly size: Size; readonly nodes: readonly Box[] },
): HullTitle[] {
  context.font = TITLE_FONT;
  const placed: HullTitle[] = [];
  for (const { corners, title, place } of hulls) {
    const [best] = titlePlaces(corners, context.measureText(title).width, size)
      .filter((box) => !placed.some((other) => meet(box, other.box)))
      .map((box) => ({ box, on: nodes.filter((node) => meet(box, node)).length }))
      .sort((a, b) => a.on - b.on);
    if (best) placed.push({ text: title, box: best.box, colour: communityColour(palette, place) });
  }
  return placed;
}
