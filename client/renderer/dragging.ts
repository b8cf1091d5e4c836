// Dragging a node with mouse or finger. Less than a few pixels are still a click.

import type Sigma from 'sigma';
import type { Point } from './edge-geometry.ts';

const LEAST = 4;
/** A click comes right after the end of a drag and means nothing. */
const AFTER = 60;

export interface Dragged {
  readonly moved: (key: string, place: Point) => void;
  readonly dropped: (key: string) => void;
}

export interface Drags {
  active(): boolean;
  justEnded(): boolean;
}

export function followDrags(sigma: Sigma, { moved, dropped }: Dragged): Drags {
  let held: { readonly key: string; readonly from: Point } | null = null;
  let moving = false;
  let ended = Number.NEGATIVE_INFINITY;
  sigma.on('downNode', ({ node, event }) => {
    held = { key: node, from: { x: event.x, y: event.y } };
    moving = false;
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!held) return;
    preventSigmaDefault();
    if (!moving && Math.hypot(event.x - held.from.x, event.y - held.from.y) < LEAST) return;
    moving = true;
    moved(held.key, sigma.viewportToGraph(event));
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const end = (): void => {
    if (held && moving) {
      ended = performance.now();
      dropped(held.key);
    }
    held = null;
    moving = false;
  };
  sigma.on('upNode', end);
  sigma.on('upStage', end);
  return {
    active: () => held !== null,
    justEnded: () => performance.now() - ended < AFTER,
  };
}
