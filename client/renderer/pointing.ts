// What mouse and finger point at, drag and choose, told in the viewer's words.

import type Sigma from 'sigma';
import type { Camera, Selection } from '../viewer-state.ts';
import { followDrags } from './dragging.ts';
import { type Course, courseUnder, type Point } from './edge-geometry.ts';
import type { Pins } from './pins.ts';

/** Pixels beside a line at which it can still be pointed at. */
const REACH = { mouse: 6, touch: 14 };

export interface Pointing {
  /** A click or tap; null on empty ground. */
  readonly select: (selection: Selection | null) => void;
  readonly hover: (hovered: Selection | null, at: Point) => void;
  /** An actor was dragged to a place of the layout. */
  readonly pin: (id: string, x: number, y: number) => void;
  /** The camera came to rest; null where it shows everything. */
  readonly camera: (camera: Camera | null) => void;
}

/** What can be pointed at, and moved. */
export interface Ground {
  readonly pins: Pins;
  /** The relations that can be pointed at, as they run now. */
  readonly courses: () => Iterable<Course>;
  /** A node was dragged a little. */
  readonly dragged: () => void;
}

export function followPointer(sigma: Sigma, ground: Ground, pointing: Pointing): void {
  const { pins } = ground;
  let overNode = false;
  const relationAt = (point: Point, reach: number): Selection | null => {
    const course = courseUnder(point, ground.courses(), reach);
    return course ? { kind: 'relation', key: course.key } : null;
  };
  const drags = followDrags(sigma, {
    moved: (key, place) => {
      pins.drag(key, place);
      ground.dragged();
    },
    dropped: (key) => {
      const { x, y } = pins.place(key);
      pointing.pin(key, x, y);
    },
  });
  sigma.on('enterNode', ({ node, event }) => {
    overNode = true;
    pointing.hover({ kind: 'actor', id: node }, event);
  });
  sigma.on('leaveNode', ({ event }) => {
    overNode = false;
    pointing.hover(null, event);
  });
  sigma.on('moveBody', ({ event }) => {
    // Sigma tells of every move on the page
    const { target } = event.original;
    const inside = target instanceof Node && sigma.getContainer().contains(target);
    if (inside && !overNode && !drags.active()) {
      pointing.hover(relationAt(event, REACH.mouse), event);
    }
  });
  sigma.on('leaveStage', ({ event }) => pointing.hover(null, event));
  // two quick clicks are two choices: nothing is zoomed by them
  for (const kind of ['clickNode', 'doubleClickNode'] as const) {
    sigma.on(kind, ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (!drags.justEnded()) pointing.select({ kind: 'actor', id: node });
    });
  }
  for (const kind of ['clickStage', 'doubleClickStage'] as const) {
    sigma.on(kind, ({ event, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (drags.justEnded()) return;
      const touch = event.original.type.startsWith('touch');
      pointing.select(relationAt(event, touch ? REACH.touch : REACH.mouse));
    });
  }
}
