// An edge of the relation view from counts that a store has ready, where reading every statement of
// a large graph would take too long. Its label, types and ids are then those of some statements.

import type { Relation } from '../schema/index.ts';
import { mostFrequent, type RelationEdge } from './roll-up.ts';

/** What an edge is labelled by, of a statement. */
export interface EdgeExample {
  readonly id: string;
  readonly lemma: string;
  readonly type: string | null;
  /** Negated, or not said to have happened. */
  readonly uncertain: boolean;
}

/** The key of the edge of a relation. */
export const relationEdgeKey = ({
  source,
  target,
  reciprocal,
  quad,
}: Pick<Relation, 'source' | 'target' | 'reciprocal' | 'quad'>): string =>
  `${source}${reciprocal ? '-' : '>'}${target}:${quad}`;

/** `examples` are some of its statements, at least one. */
export function relationEdge(relation: Relation, examples: readonly EdgeExample[]): RelationEdge {
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
