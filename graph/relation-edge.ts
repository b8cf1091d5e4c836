// An edge of the relation view, from what a relation counts and from statements of it: all of them,
// or in a large graph, where reading every one would take too long, some.

import type { GraphEdge, Relation, RelationAttributes } from '../schema/index.ts';

/** What an edge is labelled by, of a statement. */
export interface EdgeExample {
  readonly id: string;
  readonly lemma: string;
  readonly type: string | null;
  /** Negated, or not said to have happened. */
  readonly uncertain: boolean;
}

/** A roll-up edge is always made of relation attributes. */
export type RelationEdge = GraphEdge & { attributes: RelationAttributes };

type RelationKey = Pick<Relation, 'source' | 'target' | 'reciprocal' | 'quad'>;
type RelationCounts = Pick<Relation, 'statements' | 'documents' | 'first' | 'last'>;

/** The key of the edge of a relation. */
export const relationEdgeKey = ({ source, target, reciprocal, quad }: RelationKey): string =>
  `${source}${reciprocal ? '-' : '>'}${target}:${quad}`;

/** Texts from most to least frequent, ties in code point order. */
function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text);
}

/** `examples` are some of its statements, at least one. */
export function relationEdge(
  relation: RelationKey & RelationCounts,
  examples: readonly EdgeExample[],
): RelationEdge {
  const { source, target, reciprocal, quad, statements, documents, first, last } = relation;
  return {
    key: relationEdgeKey(relation),
    source,
    target,
    ...(reciprocal ? { undirected: true } : {}),
    attributes: {
      label: mostFrequent(examples.map(({ lemma }) => lemma))[0] ?? '',
      quad,
      weight: documents,
      statements: examples.map(({ id }) => id).sort(),
      ...(examples.length < statements ? { count: statements } : {}),
      first,
      last,
      types: mostFrequent(examples.flatMap(({ type }) => type ?? [])),
      uncertain: examples.every(({ uncertain }) => uncertain),
    },
  };
}
