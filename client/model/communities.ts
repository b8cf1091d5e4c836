// Groups of actors that have more to do with each other than with the rest: Louvain's method
// (Blondel et al. 2008) over the articles that join them, with a seeded random source, so that
// the same graph has the same groups. The largest group comes first.

import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { GraphIndex } from './graph-index.ts';

export interface Community {
  /** Members, most spoken of first. */
  readonly members: readonly string[];
}

export interface Communities {
  readonly list: readonly Community[];
  /** Place in the list by actor. */
  readonly of: ReadonlyMap<string, number>;
}

/** Fewer actors than this are a pair or a chain, not a group. */
export const LEAST = 4;

/** A random source of 32 bits of state (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const known = new WeakMap<GraphIndex, Communities>();

export function communitiesOf(index: GraphIndex): Communities {
  const before = known.get(index);
  if (before) return before;
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (const id of [...index.nodes.keys()].sort()) graph.addNode(`n:${id}`);
  for (const { source, target, attributes } of index.ranked) {
    const [a, b] = [`n:${source}`, `n:${target}`];
    if (source === target || !graph.hasNode(a) || !graph.hasNode(b)) continue;
    const edge = graph.edge(a, b);
    if (edge) graph.updateEdgeAttribute(edge, 'weight', (weight = 0) => weight + attributes.weight);
    else graph.addUndirectedEdge(a, b, { weight: attributes.weight });
  }
  const groups = new Map<number, string[]>();
  if (graph.size > 0) {
    const labels = louvain(graph, { getEdgeWeight: 'weight', rng: seeded(1) });
    for (const [key, label] of Object.entries(labels)) {
      const members = groups.get(label);
      if (members) members.push(key.slice(2));
      else groups.set(label, [key.slice(2)]);
    }
  }
  const weight = (id: string): number => index.nodes.get(id)?.statements ?? 0;
  const list = [...groups.values()]
    .filter((members) => members.length >= LEAST)
    .map((members) => ({
      members: members.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)),
    }))
    .sort(
      (a, b) =>
        b.members.length - a.members.length ||
        ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1),
    );
  const found: Communities = {
    list,
    of: new Map(list.flatMap(({ members }, place) => members.map((id) => [id, place] as const))),
  };
  known.set(index, found);
  return found;
}
