// An edge of the relation view from counts that a store has ready, where reading every statement of
// a large graph would take too long. Label and types are then those of a sample of the statements.

import type { Relation, Statement } from '../schema/index.ts';
import { mostFrequent, type RelationEdge } from './roll-up.ts';

/** `ids` of the relation must be there; `sample` are some of its statements, at least one. */
export function relationEdge(relation: Relation, sample: readonly Statement[]): RelationEdge {
  const { source, target, reciprocal, quad, documents, first, last, ids = [] } = relation;
  return {
    key: `${source}${reciprocal ? '-' : '>'}${target}:${quad}`,
    source,
    target,
    ...(reciprocal ? { undirected: true } : {}),
    attributes: {
      label: mostFrequent(sample.map((each) => each.relation.lemma))[0] ?? '',
      quad,
      weight: documents,
      statements: [...ids],
      first,
      last,
      types: mostFrequent(sample.flatMap((each) => each.event?.type ?? [])),
      uncertain: sample.every((each) => each.polarity === 'negative' || each.modality !== 'actual'),
    },
  };
}
