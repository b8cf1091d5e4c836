// Everything that a graph is built of, as of one moment: all of it, or the statements of a filter
// with the entities at their ends and the documents they are written in.

import type { StatementFilter } from '../filter.ts';
import type { StoreRecords } from '../queries.ts';
import { documentSummary, summaryColumns } from './documents.ts';
import { matches } from './statements.ts';
import type { Connection } from './tables.ts';

export function readRecords(
  connection: Connection,
  filter: StatementFilter | undefined,
): Promise<StoreRecords> {
  return connection
    .transaction()
    .setAccessMode('read only')
    .execute(async (reading) => {
      let statements = reading.selectFrom('statement');
      let documents = reading.selectFrom('document');
      let entities = reading.selectFrom('entity');
      if (filter) {
        statements = statements.where((each) => matches(each, filter));
        documents = documents.where('id', 'in', statements.select('document'));
        entities = entities.where((each) =>
          each.or([
            each('id', 'in', statements.select('source')),
            each(
              'id',
              'in',
              statements.select((end) => end.ref('target').$notNull().as('target')),
            ),
          ]),
        );
      }
      const documentRows = await documents.select(summaryColumns).orderBy('id').execute();
      const entityRows = await entities.select('record').orderBy('id').execute();
      const statementRows = await statements.select('record').orderBy('id').execute();
      return {
        documents: documentRows.map(documentSummary),
        entities: entityRows.map((row) => JSON.parse(row.record)),
        statements: statementRows.map((row) => JSON.parse(row.record)),
      };
    });
}
