// The rows of the entity table, made anew from the base facts: how all documents together
// describe an entity, and in how many statements and documents it stands.

import { type Entity, mergeEntities } from '../../schema/index.ts';
import { searchTextOf } from '../search-text.ts';
import { batches, type EntityRow, type Writing } from './tables.ts';

async function descriptionsOf(writing: Writing, ids: readonly string[]) {
  const rows = await writing
    .selectFrom('description')
    .select(['entity', 'record'])
    .where('entity', 'in', ids)
    .orderBy('entity')
    .orderBy('document')
    .execute();
  const descriptions = new Map<string, Entity[]>();
  for (const row of rows) {
    const entity: Entity = JSON.parse(row.record);
    const known = descriptions.get(row.entity);
    if (known) known.push(entity);
    else descriptions.set(row.entity, [entity]);
  }
  return descriptions;
}

/** Statements by source or target; one about an entity and itself counts once. */
async function statementCounts(writing: Writing, ids: readonly string[]) {
  const ends = writing
    .selectFrom('statement')
    .select('source as entity')
    .where('source', 'in', ids)
    .unionAll(
      writing
        .selectFrom('statement')
        .select((each) => each.ref('target').$notNull().as('entity'))
        .where('target', 'in', ids)
        .whereRef('target', '!=', 'source'),
    );
  const rows = await writing
    .selectFrom(ends.as('ends'))
    .select((each) => ['entity' as const, each.fn.countAll().as('statements')])
    .groupBy('entity')
    .execute();
  return new Map(rows.map((row) => [row.entity, Number(row.statements)]));
}

/** Brings the rows of these entities up to date; an entity that no document describes has none. */
export async function deriveEntities(writing: Writing, ids: readonly string[]): Promise<void> {
  for (const batch of batches([...new Set(ids)])) {
    const descriptions = await descriptionsOf(writing, batch);
    const counts = await statementCounts(writing, batch);
    const rows = [...descriptions].map(([id, described]): EntityRow => {
      const entity = mergeEntities(described);
      return {
        id,
        statements: counts.get(id) ?? 0,
        documents: described.length,
        search: searchTextOf(entity),
        record: JSON.stringify(entity),
      };
    });
    await writing.deleteFrom('entity').where('id', 'in', batch).execute();
    if (rows.length > 0) await writing.insertInto('entity').values(rows).execute();
  }
}
