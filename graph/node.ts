// A node is an entity that takes part in at least one statement.

import type { Entity, NodeAttributes, Statement } from '../schema/index.ts';

/** Attributes of the nodes by entity id, counted over the statements given. */
export function nodesOf(
  entities: readonly Entity[],
  statements: readonly Statement[],
): ReadonlyMap<string, NodeAttributes> {
  const seen = new Map<string, { statements: number; documents: Set<string> }>();
  for (const statement of statements) {
    for (const id of new Set([statement.source.entity, statement.target?.entity])) {
      if (id === undefined) continue;
      const counts = seen.get(id) ?? { statements: 0, documents: new Set() };
      counts.statements += 1;
      counts.documents.add(statement.evidence.document);
      seen.set(id, counts);
    }
  }
  const nodes = new Map<string, NodeAttributes>();
  for (const entity of entities) {
    const counts = seen.get(entity.id);
    if (!counts) continue;
    nodes.set(entity.id, {
      name: entity.name,
      entityType: entity.type,
      country: entity.country,
      sectors: entity.sectors,
      statements: counts.statements,
      documents: counts.documents.size,
    });
  }
  return nodes;
}
