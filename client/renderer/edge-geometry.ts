// Where an edge runs on the screen, and which edge lies under a point. Done by arithmetic and not
// by Sigma's picking pass: that pass draws every edge twice and asks for the exact pixel of a line
// 1.5 pixels thin; this gives a finger's tolerance and costs well under a millisecond.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge in viewport pixels, y down. Curvature as in drawn-graph. */
export interface Course {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly curvature: number;
  readonly thickness: number;
}

const SEGMENTS = 12;

/** The point at t in [0, 1] of the quadratic Bézier that @sigma/edge-curve draws. */
export function pointAt({ from, to, curvature }: Course, t: number): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (curvature === 0) return { x: from.x + dx * t, y: from.y + dy * t };
  const bendX = (from.x + to.x) / 2 + dy * curvature;
  const bendY = (from.y + to.y) / 2 - dx * curvature;
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: a * from.x + b * bendX + c * to.x, y: a * from.y + b * bendY + c * to.y };
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

export function distanceToCourse(point: Point, course: Course): number {
  if (course.curvature === 0) return distanceToSegment(point, course.from, course.to);
  let nearest = Number.POSITIVE_INFINITY;
  let before = course.from;
  for (let step = 1; step <= SEGMENTS; step += 1) {
    const here = pointAt(course, step / SEGMENTS);
    nearest = Math.min(nearest, distanceToSegment(point, before, here));
    before = here;
  }
  return nearest;
}

/** True when the point is too far from the bounding box of the course to be near it. */
function outOfReach(point: Point, { from, to, curvature }: Course, reach: number): boolean {
  const slack = reach + (Math.abs(curvature) * Math.hypot(to.x - from.x, to.y - from.y)) / 2;
  return (
    point.x < Math.min(from.x, to.x) - slack ||
    point.x > Math.max(from.x, to.x) + slack ||
    point.y < Math.min(from.y, to.y) - slack ||
    point.y > Math.max(from.y, to.y) + slack
  );
}

/** The edge nearest to a point, if it lies within `reach` pixels of the line's side. */
export function courseUnder(
  point: Point,
  courses: Iterable<Course>,
  reach: number,
): Course | undefined {
  let nearest: Course | undefined;
  let best = reach;
  for (const course of courses) {
    if (outOfReach(point, course, reach + course.thickness)) continue;
    const distance = distanceToCourse(point, course) - course.thickness / 2;
    if (distance < best) [nearest, best] = [course, distance];
  }
  return nearest;
}
