// The connected parts of a graph (whichever way edges point), largest first; a breadth-first walk.

import type { DrawnGraph } from './drawn-graph.ts';

/** Keys of each part, sorted; parts of one size in the order of their first key. */
export function connectedParts(graph: DrawnGraph): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of graph.nodes().sort()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const key of part) {
      graph.forEachNeighbor(key, (neighbour) => {
        if (seen.has(neighbour)) return;
        seen.add(neighbour);
        part.push(neighbour);
      });
    }
    parts.push(part.sort());
  }
  return parts.sort((a, b) => b.length - a.length);
}
