// Builds window.__graphView over the renderer and the store.

import { useViewer } from '../viewer-state.ts';
import { type Course, courseUnder, type Point, pointAt } from './edge-geometry.ts';
import type { GraphRenderer } from './graph-renderer.ts';
import type { GraphView, ViewedEdge } from './graph-view.ts';

/** Free points are looked for among so many edges at most. */
const MOST = 1500;
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** A point of the course that no node covers and to which no other edge is nearer. */
function freePoint(
  course: Course,
  courses: readonly Course[],
  renderer: GraphRenderer,
): Point | null {
  const discs = renderer.graph.nodes().flatMap((key) => renderer.disc(key) ?? []);
  const points = ALONG.map((t) => pointAt(course, t));
  const free = points.find(
    (point) =>
      courseUnder(point, courses, 3)?.key === course.key &&
      !discs.some(({ x, y, radius }) => Math.hypot(point.x - x, point.y - y) < radius + 2),
  );
  return free ?? null;
}

function viewedEdges(renderer: GraphRenderer, origin: Point): ViewedEdge[] {
  const courses = [...renderer.courses()];
  return courses.map((course) => {
    const [source, target] = renderer.graph.extremities(course.key);
    const { label, quad, reciprocal } = renderer.graph.getEdgeAttributes(course.key);
    const point = courses.length > MOST ? null : freePoint(course, courses, renderer);
    return {
      key: course.key,
      source,
      target,
      label,
      quad,
      reciprocal,
      curved: course.curvature !== 0,
      point: point && { x: point.x + origin.x, y: point.y + origin.y },
      dimmed: renderer.isDimmed({ kind: 'relation', key: course.key }),
    };
  });
}

export function viewOf(renderer: GraphRenderer | null, container: HTMLElement | null): GraphView {
  const origin = (): Point => container?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return {
    status: () => useViewer.getState().graph.status,
    canvas: () => renderer !== null,
    theme: () => useViewer.getState().theme,
    selection: () => useViewer.getState().selection,
    hovered: () => useViewer.getState().hovered,
    moving: () => (renderer?.isMoving() ?? false) || useViewer.getState().arranging,
    nodes: () => {
      if (!renderer) return [];
      const { x: left, y: top } = origin();
      const shown = renderer.graph.nodes().filter((key) => renderer.isShownNode(key));
      return shown.map((key) => {
        const { label, entityType } = renderer.graph.getNodeAttributes(key);
        const { x, y, radius } = renderer.disc(key) ?? { x: 0, y: 0, radius: 0 };
        const dimmed = renderer.isDimmed({ kind: 'actor', id: key });
        return { key, label, entityType, x: x + left, y: y + top, radius, dimmed };
      });
    },
    edges: () => (renderer ? viewedEdges(renderer, origin()) : []),
    titles: () => (renderer?.titles() ?? []).map(({ text }) => text),
    labels: () => (renderer?.labels() ?? []).map(({ key, text, box }) => ({ key, text, ...box })),
  };
}
