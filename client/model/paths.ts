// The shortest way between two actors over the relations that are shown, whichever way they
// point; among equally short ways the one with the better reported steps. A breadth-first search
// that meets relations heaviest first, so the answer is the same for the same data.

import type { GraphIndex, Relation } from './graph-index.ts';
import { neighbours, type Visible } from './visible.ts';

export interface Path {
  readonly actors: readonly string[];
  readonly steps: readonly Relation[];
}

/** How an actor was reached. */
interface Arrival {
  readonly before: string;
  readonly by: Relation;
}

export function shortestPath(
  index: GraphIndex,
  { edges, nodes }: Visible,
  from: string,
  to: string,
): Path | null {
  const known = (id: string): boolean => (nodes ? nodes.has(id) : index.nodes.has(id));
  if (from === to || !known(from) || !known(to)) return null;
  const reached = new Map<string, Arrival | null>([[from, null]]);
  // the walk goes on through what is added to the map meanwhile: first reached, first gone on from
  for (const id of reached.keys()) {
    if (reached.has(to)) break;
    for (const { other, relation } of neighbours(index, edges, id)) {
      if (!reached.has(other)) reached.set(other, { before: id, by: relation });
    }
  }
  if (!reached.has(to)) return null;
  const actors = [to];
  const steps: Relation[] = [];
  for (let step = reached.get(to); step; step = reached.get(step.before)) {
    steps.unshift(step.by);
    actors.unshift(step.before);
  }
  return { actors, steps };
}
