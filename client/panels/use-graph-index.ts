// Names and relations looked up in the graph that is shown.

import type { GraphIndex } from '../model/graph-index.ts';
import { shorten } from '../renderer/drawn-graph.ts';

export type { GraphIndex, Relation } from '../model/graph-index.ts';
export { useGraphIndex } from '../shown.ts';

/** Characters of a name that lists and notes have room for. */
const LONGEST = 80;

/** The name of an actor, cut to a bearable length. */
export const nameOf = (index: GraphIndex, id: string): string =>
  shorten(index.nodes.get(id)?.name ?? id, LONGEST);
