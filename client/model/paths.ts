// The shortest way between two actors over the relations that are shown, whichever way they
// point; among equally short ways the one with the better reported steps. A breadth-first search
// that meets relations heaviest first, so the answer is the same for the same data.

import type { GraphIndex, Relation } from './graph-index.ts';
import type { Visible } from './visible.ts';

export interface Path {
  readonly actors: readonly string[];
  readonly steps: readonly Relation[];
}

export function shortestPath(
  index: GraphIndex,
  { edges, nodes }: Visible,
  from: string,
  to: string,
): Path | null {
  const known = (id: string): boolean => (nodes ? nodes.has(id) : index.nodes.has(id));
  if (from === to || !known(from) || !known(to)) return null;
  const came = new Map<string, { readonly before: string; readonly by: Relation }>();
  let frontier = [from];
  while (frontier.length > 0 && !came.has(to)) {
    const next: string[] = [];
    for (const id of frontier) {
      for (const relation of index.relationsOf(id)) {
        if (edges && !edges.has(relation.key)) continue;
        const other = relation.source === id ? relation.target : relation.source;
        if (other === from || came.has(other)) continue;
        came.set(other, { before: id, by: relation });
        next.push(other);
      }
    }
    frontier = next;
  }
  if (!came.has(to)) return null;
  const actors = [to];
  const steps: Relation[] = [];
  for (let at = to; at !== from; ) {
    const step = came.get(at);
    if (!step) return null;
    steps.unshift(step.by);
    actors.unshift(step.before);
    at = step.before;
  }
  return { actors, steps };
}
