// What a graph is a view of: documents, entities and statements, from a store or from the builder.

import type { DocumentSummary, Entity, Extraction, Statement } from '../schema/index.ts';
import { mergeEntities } from '../schema/index.ts';

export interface GraphRecords {
  readonly documents: readonly Pick<DocumentSummary, 'id' | 'published'>[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
}

/** Joins extractions into the records of one graph; an entity of several documents becomes one. */
export function recordsOf(extractions: readonly Extraction[]): GraphRecords {
  const descriptions = new Map<string, Entity[]>();
  for (const extraction of extractions) {
    for (const entity of extraction.entities) {
      const known = descriptions.get(entity.id);
      if (known) known.push(entity);
      else descriptions.set(entity.id, [entity]);
    }
  }
  return {
    documents: extractions.map((extraction) => extraction.document),
    entities: [...descriptions.values()].map(mergeEntities),
    statements: extractions.flatMap((extraction) => extraction.statements),
  };
}
