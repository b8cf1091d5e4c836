// Everything that a graph is built of, as of one moment: all of it, or the statements of a filter
// with the entities at their ends and the documents they are written in.

import { sql } from 'kysely';
import type { StatementFilter } from '../filter.ts';
import type { StoreRecords } from '../queries.ts';
import { documentSummary, summaryColumns } from './documents.ts';
import { entitySummaries } from './entities.ts';
import { statementsOf } from './page-reader.ts';
import { branchesOf, type Lookup } from './select.ts';
import { chosenStatements } from './statements.ts';
import type { DocumentRow, EntityRow, Reading } from './tables.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

export async function readRecords(
  reading: Reading,
  lookup: Lookup,
  filter: StatementFilter | undefined,
): Promise<StoreRecords> {
  const rows = await chosenStatements(reading, branchesOf(lookup, filter ?? {}));
  const statements = statementsOf(lookup, rows).sort(byId);
  const documents = await sql<DocumentRow>`
    select ${sql.raw(summaryColumns)} from document order by id`.execute(reading);
  const entities = await sql<EntityRow>`
    select * from entity where canonical = key order by id`.execute(reading);
  const written = new Set(rows.map(({ document }) => document));
  const keptDocuments = documents.rows.filter((row) =>
    filter ? written.has(row.key) : row.original === null,
  );
  const ends = new Set(statements.flatMap(({ source, target }) => [source.entity, target?.entity]));
  const summaries = entitySummaries(lookup, entities.rows);
  return {
    documents: keptDocuments.map((row) => documentSummary(lookup, row)),
    entities: summaries
      .filter(({ entity, documents }) => (filter ? ends.has(entity.id) : documents > 0))
      .map(({ entity }) => entity),
    statements,
  };
}
