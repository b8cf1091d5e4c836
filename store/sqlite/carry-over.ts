// Documents of the first layout, whose records were JSON, into the present one. It is done when
// such a database is opened; a document that was carried over already is carried over again to no
// effect, so that it may stop anywhere.

import type { Extraction } from '../../schema/index.ts';
import type { Store } from '../store.ts';
import type { SqliteDriver } from './driver.ts';

interface Row {
  readonly id: string;
  readonly record: string;
}

function extractionOf(database: SqliteDriver, id: string): Extraction {
  const [document] = database
    .prepare('select metadata as id, text as record from first_document where id = ?')
    .all([id]) as [Row];
  const recordsIn = (table: string): unknown[] =>
    (database.prepare(`select record from ${table} where document = ?`).all([id]) as Row[]).map(
      ({ record }) => JSON.parse(record),
    );
  return {
    document: { ...JSON.parse(document.id), text: JSON.parse(document.record) },
    entities: recordsIn('first_description') as Extraction['entities'],
    statements: recordsIn('first_statement') as Extraction['statements'],
  };
}

export async function carryOver(database: SqliteDriver, store: Store): Promise<void> {
  const isOld = "select count(*) from sqlite_master where name = 'first_document'";
  if (database.value(isOld) === 0) return;
  const rows = database.prepare('select id from first_document order by id').all([]) as Row[];
  for (const { id } of rows) await store.add(extractionOf(database, id));
  database.exec(`
    begin immediate;
    drop table if exists first_statement;
    drop table if exists first_description;
    drop table if exists first_document;
    commit;
  `);
}
