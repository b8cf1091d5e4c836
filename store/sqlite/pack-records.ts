// The third layout into the fourth: records that were JSON become bytes, and what a document says of
// its entities, which were rows of their own, becomes one row.

import { pack } from '../sql/pack-bytes.ts';
import { packMetadata } from '../sql/pack-document.ts';
import type { SqliteDriver, SqliteStatement } from './driver.ts';

interface OldDocument {
  readonly key: number;
  readonly entities: string;
  readonly metadata: string;
}

interface OldStatement {
  readonly key: number;
  readonly record: string;
}

const tables = `
  drop index document_newest;
  drop index document_url;
  drop index document_original;
  drop index document_day;
  drop index statement_id;
  drop index statement_newest;
  drop index statement_source;
  drop index statement_target;
  drop index statement_speaker;
  drop index statement_relation;
  drop index statement_hidden;
  alter table document rename to third_document;
  alter table description rename to third_description;
  alter table statement rename to third_statement;

  create table document (
    key integer primary key,
    id blob not null,
    published integer not null,
    day integer,
    url text,
    publisher integer,
    fingerprint text not null,
    statements integer not null,
    kept integer not null,
    reading text,
    original integer,
    metadata blob not null,
    text text not null
  ) strict;
  create table description (
    document integer primary key,
    entities text not null,
    record blob not null
  ) strict;
  create table statement (
    key integer primary key,
    id blob not null,
    document integer not null,
    ordinal integer not null,
    published integer not null,
    day integer,
    event_day integer,
    source integer not null,
    target integer,
    kind integer not null,
    type integer,
    quad integer not null,
    polarity integer not null,
    modality integer not null,
    reciprocal integer not null,
    intensity integer,
    attribution integer not null,
    speaker integer,
    place integer,
    place_text integer,
    confidence real not null,
    hidden integer not null,
    record blob not null
  ) strict;
`;

const indexes = `
  drop table third_statement;
  drop table third_description;
  drop table third_document;
  create index document_newest on document (published desc, key);
  create index document_url on document (url) where url is not null;
  create index document_original on document (original) where original is not null;
  create index document_day on document (day) where original is null;
  create unique index statement_id on statement (id);
  create index statement_newest on statement (published desc, document, ordinal, hidden);
  create index statement_source on statement (source, published desc, document, ordinal, hidden);
  create index statement_target
    on statement (target, published desc, document, ordinal, hidden, source)
    where target is not null;
  create index statement_relation
    on statement (source, target, reciprocal, quad, document, ordinal) where target is not null;
  create index statement_speaker on statement (speaker, published desc) where speaker is not null;
  create index statement_hidden on statement (hidden) where hidden <> 0;
`;

/** Statements that are in memory at once. */
const page = 1000;
/** Before every key: those of documents are 48 bits of a hash, those of statements count from 1. */
const beforeAll = -1;

/** Rows in the order of their key, a page of them in memory at a time. */
function* rowsOf<Row extends { readonly key: number }>(
  database: SqliteDriver,
  table: string,
): Generator<Row> {
  const next = database.prepare(`select * from ${table} where key > ? order by key limit ${page}`);
  for (let last = beforeAll; ; ) {
    const rows = next.all([last]) as Row[];
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1)?.key ?? last;
  }
}

/** Writes rows that all have the same columns. */
function writing(database: SqliteDriver, table: string): (row: object) => void {
  let insertion: SqliteStatement | null = null;
  return (row) => {
    const columns = Object.keys(row);
    insertion ??= database.prepare(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    // The driver gives bytes as one kind of buffer and takes them as another.
    insertion.run(
      Object.values(row).map((value) =>
        value instanceof ArrayBuffer ? Buffer.from(value) : value,
      ),
    );
  };
}

/** A description without its identifiers as an object. */
function packedDescription(record: string) {
  const [type, name, aliases, country, sectors, identifiers, roles] = JSON.parse(record);
  return identifiers === undefined
    ? [type, name, aliases]
    : [type, name, aliases, country, sectors, Object.entries(identifiers).flat(), roles];
}

const placeOfGroup = 8;

function packedStatement(record: string): Buffer {
  const values = JSON.parse(record);
  const group = values[placeOfGroup];
  if (group !== 0) values[placeOfGroup] = Buffer.from(group, 'base64url');
  return pack(values);
}

export function packRecords(database: SqliteDriver): void {
  database.exec(tables);
  const description = database.prepare(
    'select record from third_description where entity = ? and document = ?',
  );
  const documents = writing(database, 'document');
  const descriptions = writing(database, 'description');
  const statements = writing(database, 'statement');
  for (const { entities, ...row } of rowsOf<OldDocument>(database, 'third_document')) {
    documents({ ...row, metadata: packMetadata(JSON.parse(row.metadata)) });
    const described = (JSON.parse(entities) as number[]).map((entity) => {
      const [found] = description.all([entity, row.key]) as [{ record: string }];
      return packedDescription(found.record);
    });
    descriptions({ document: row.key, entities, record: pack(described) });
  }
  for (const row of rowsOf<OldStatement>(database, 'third_statement')) {
    statements({ ...row, record: packedStatement(row.record) });
  }
  database.exec(indexes);
}
