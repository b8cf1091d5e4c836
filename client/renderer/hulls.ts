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

/** Headings over the hulls that are wide enough; those that would cover another are left out. */
export function hullTitles(
  context: CanvasRenderingContext2D,
  hulls: readonly Hull[],
  palette: Palette,
  width: number,
): HullTitle[] {
  context.font = TITLE_FONT;
  const placed: HullTitle[] = [];
  for (const { corners, title, place } of hulls) {
    const left = Math.min(...corners.map(({ x }) => x));
    const right = Math.max(...corners.map(({ x }) => x));
    const top = Math.min(...corners.map(({ y }) => y)) - PADDING;
    const measured = context.measureText(title).width;
    if (right - left + 2 * PADDING < measured * 0.6) continue;
    const middle = Math.max(
      measured / 2 + 4,
      Math.min(width - measured / 2 - 4, (left + right) / 2),
    );
    const box = {
      left: middle - measured / 2,
      right: middle + measured / 2,
      top: top - 15,
      bottom: top + 1,
    };
    if (box.top < 2) continue;
    const covered = placed.some(
      (other) =>
        box.left < other.box.right &&
        other.box.left < box.right &&
        box.top < other.box.bottom &&
        other.box.top < box.bottom,
    );
    if (!covered) placed.push({ text: title, box, colour: communityColour(palette, place) });
  }
  return placed;
}
