// Gives every node its place: at once for a small graph, in a worker for a larger one, and beside
// its neighbours where most of the graph stood already.

import type { DrawnGraph } from './drawn-graph.ts';
import { assignPositions, hashed, SMALL } from './layout.ts';
import type { LayoutAnswer, LayoutTask } from './layout-worker.ts';
import type { Place } from './separation.ts';

/** Milliseconds that the layout of a large graph may take. */
const BUDGET = 8000;
/** Share of the nodes that must have a place already for the others to join them. */
const KNOWN = 0.5;
const BESIDE = 70;

export type Places = ReadonlyMap<string, Place>;

/** Newcomers stand beside the middle of their neighbours, each at an angle of its own. */
function join(graph: DrawnGraph, known: Places): void {
  graph.updateEachNodeAttributes((key, attributes) => {
    const place = known.get(key);
    if (place) return { ...attributes, x: place.x, y: place.y };
    const near = graph.neighbors(key).flatMap((other) => known.get(other) ?? []);
    const all = near.length > 0 ? near : [...known.values()];
    const sum = all.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
    const angle = hashed(key) * 2 * Math.PI;
    const away = near.length > 0 ? BESIDE : 400;
    return {
      ...attributes,
      x: sum.x / Math.max(1, all.length) + away * Math.cos(angle),
      y: sum.y / Math.max(1, all.length) + away * Math.sin(angle),
    };
  });
}

/** True where every node has its place now; otherwise `arrangeInWorker` is to follow. */
export function arrangeAtOnce(graph: DrawnGraph, known: Places): boolean {
  const there = graph.filterNodes((key) => known.has(key)).length;
  if (there > 0 && there >= graph.order * KNOWN) {
    join(graph, known);
    return true;
  }
  if (graph.order > SMALL) return false;
  assignPositions(graph);
  return true;
}

function taskOf(graph: DrawnGraph): LayoutTask {
  return {
    nodes: graph.mapNodes((key, { size }) => [key, size] as const),
    edges: graph.mapEdges(
      (key, { curvature, size }, source, target) => [key, source, target, curvature, size] as const,
    ),
    budget: BUDGET,
  };
}

export interface Progress {
  /** Places were written to the graph. */
  readonly placed: (done: boolean) => void;
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

/** A worker that was started before there was anything to lay out. */
let spare: Worker | null = null;

/** Lets a worker start while the page still waits for the graph. */
export function readyWorker(): void {
  spare = startWorker();
  if (!spare) return;
  spare.onerror = () => {
    spare = null;
  };
}

/** Answers a function that ends the work. Where no worker can be had, the page itself does it. */
export function arrangeInWorker(graph: DrawnGraph, { placed }: Progress): () => void {
  const here = (): void => {
    assignPositions(graph, { until: performance.now() + BUDGET, share: () => undefined });
    placed(true);
  };
  const keys = graph.nodes();
  const worker = spare ?? startWorker();
  spare = null;
  if (!worker) {
    here();
    return () => undefined;
  }
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    const order = new Map(keys.map((key, index) => [key, index]));
    graph.updateEachNodeAttributes(
      (key, attributes) => {
        const index = 2 * (order.get(key) ?? 0);
        return {
          ...attributes,
          x: data.places[index] ?? attributes.x,
          y: data.places[index + 1] ?? attributes.y,
        };
      },
      { attributes: ['x', 'y'] },
    );
    if (data.done) worker.terminate();
    placed(data.done);
  };
  worker.onerror = () => {
    worker.terminate();
    here();
  };
  worker.postMessage(taskOf(graph));
  return () => worker.terminate();
}
