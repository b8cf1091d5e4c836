// The layout off the page's own thread. Gets the bare graph, sends places now and then, and the
// final ones at the end.

import { MultiGraph } from 'graphology';
import type { DrawnGraph } from './drawn-graph.ts';
import { assignPositions } from './layout.ts';

export interface LayoutTask {
  readonly nodes: readonly (readonly [key: string, size: number])[];
  readonly edges: readonly (readonly [
    key: string,
    source: string,
    target: string,
    curvature: number,
    size: number,
  ])[];
  /** Milliseconds that it may take. */
  readonly budget: number;
}

export interface LayoutAnswer {
  /** x and y by the order of the task's nodes. */
  readonly places: Float64Array;
  readonly done: boolean;
}

/** Milliseconds between two pictures of what there is so far. */
const PAUSE = 1000;

function graphOf({ nodes, edges }: LayoutTask): DrawnGraph {
  const graph: DrawnGraph = new MultiGraph();
  for (const [key, size] of nodes) {
    graph.addNode(key, { x: 0, y: 0, size, label: '', entityType: 'other', statements: 0 });
  }
  for (const [key, source, target, curvature, size] of edges) {
    graph.addDirectedEdgeWithKey(key, source, target, {
      size,
      label: '',
      quad: 0,
      reciprocal: false,
      uncertain: false,
      curvature,
      weight: 1,
      statements: 1,
    });
  }
  return graph;
}

self.onmessage = ({ data }: MessageEvent<LayoutTask>): void => {
  const graph = graphOf(data);
  const send = (done: boolean, place: (key: string) => { x: number; y: number }): void => {
    const places = new Float64Array(data.nodes.length * 2);
    data.nodes.forEach(([key], index) => {
      const { x, y } = place(key);
      places[2 * index] = x;
      places[2 * index + 1] = y;
    });
    self.postMessage({ places, done } satisfies LayoutAnswer);
  };
  let sent = performance.now();
  assignPositions(graph, {
    until: performance.now() + data.budget,
    share: (part) => {
      // a small part says nothing of the whole
      if (performance.now() - sent < PAUSE || part.order < data.nodes.length / 2) return;
      sent = performance.now();
      send(false, (key) => (part.hasNode(key) ? part.getNodeAttributes(key) : { x: 0, y: 0 }));
    },
  });
  send(true, (key) => graph.getNodeAttributes(key));
};
