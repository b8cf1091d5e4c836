// The layout of the file, as an ordered list of steps. `PRAGMA user_version` says how many were
// taken. A step that was released is never changed; a new one is added at the end.

import type { SqliteDriver } from './driver.ts';
import { packRecords } from './pack-records.ts';

/** `PRAGMA application_id` of our files: "whom" in ASCII. */
export const applicationId = 0x77686f6d;

const migrations: readonly (string | ((database: SqliteDriver) => void))[] = [
  `
  create table document (
    id text primary key,
    published text not null,
    fingerprint text not null,
    statements integer not null,
    metadata text not null,
    text text not null
  ) strict;
  create index document_newest on document (published desc, id);

  create table description (
    entity text not null,
    document text not null references document (id) on delete cascade,
    record text not null,
    primary key (entity, document)
  ) strict, without rowid;
  create index description_document on description (document);

  create table statement (
    id text primary key,
    document text not null references document (id) on delete cascade,
    published text not null,
    start integer not null,
    source text not null,
    target text,
    record text not null
  ) strict;
  create index statement_newest on statement (published desc, document, start, id);
  create index statement_document on statement (document, start, id);
  create index statement_source on statement (source, target);
  create index statement_target on statement (target);

  create table entity (
    id text primary key,
    statements integer not null,
    documents integer not null,
    search text not null,
    record text not null
  ) strict;
  create index entity_weight on entity (statements desc, id);

  create table revision (value integer not null) strict;
  insert into revision (value) values (0);
  `,
  // Records as columns. The facts of the first layout are carried over by carry-over.ts.
  `
  alter table document rename to first_document;
  alter table description rename to first_description;
  alter table statement rename to first_statement;
  drop table entity;
  drop index document_newest;
  drop index description_document;
  drop index statement_newest;
  drop index statement_document;
  drop index statement_source;
  drop index statement_target;

  create table term (key integer primary key, text text not null unique) strict;

  create table document (
    key integer primary key,
    id blob not null,
    published integer not null,
    day integer,
    url text,
    publisher integer,
    fingerprint text not null,
    statements integer not null,
    entities text not null,
    kept integer not null,
    reading text,
    original integer,
    metadata text not null,
    text text not null
  ) strict;
  create index document_newest on document (published desc, key);
  create index document_url on document (url) where url is not null;
  create index document_original on document (original) where original is not null;

  create table description (
    entity integer not null,
    document integer not null,
    record text not null,
    primary key (entity, document)
  ) strict, without rowid;

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
    record text not null
  ) strict;
  create unique index statement_id on statement (id);
  create index statement_newest on statement (published desc, document, ordinal, hidden);
  create index statement_source
    on statement (source, published desc, document, ordinal, hidden, target);
  create index statement_target
    on statement (target, published desc, document, ordinal, hidden, source)
    where target is not null;
  create index statement_speaker on statement (speaker, published desc) where speaker is not null;

  create table edited (statement integer primary key, record text not null) strict;

  create table entity (
    key integer primary key,
    id blob not null unique,
    canonical integer not null,
    tally text not null,
    copies text,
    name text,
    statements integer not null,
    documents integer not null,
    type text not null,
    country text,
    sectors text not null
  ) strict;
  create index entity_weight on entity (statements desc, id) where documents > 0;
  create index entity_canonical on entity (canonical) where canonical <> key;

  create table entity_form (
    form text not null,
    entity integer not null,
    primary key (form, entity)
  ) strict, without rowid;
  create index entity_form_entity on entity_form (entity);

  create table relation (
    source integer not null,
    target integer not null,
    reciprocal integer not null,
    quad integer not null,
    statements integer not null,
    documents integer not null,
    first integer not null,
    last integer not null,
    intensity integer not null,
    intensities integer not null,
    primary key (source, target, reciprocal, quad)
  ) strict, without rowid;
  create index relation_target on relation (target, source);

  create table judgement (
    id text primary key,
    kind text not null,
    a text not null,
    b text,
    made_by text not null,
    made_at integer not null,
    deleted integer not null,
    record text not null
  ) strict;
  create index judgement_a on judgement (a);
  create index judgement_b on judgement (b);

  create table job (
    position integer primary key autoincrement,
    id text not null unique,
    queue text not null,
    name text not null,
    payload text not null,
    state text not null,
    attempts integer not null,
    fence integer not null,
    leased_by text,
    leased_until integer not null,
    document text,
    result text,
    statements integer,
    reason text,
    queued_at integer not null,
    started_at integer,
    finished_at integer
  ) strict;
  create index job_state on job (queue, state, position);

  create table band (
    band integer not null,
    document integer not null,
    primary key (band, document)
  ) strict, without rowid;

  create table likeness (
    document integer not null,
    other integer not null,
    primary key (document, other)
  ) strict, without rowid;

  create virtual table sentence_words
    using fts5 (words, content = '', contentless_delete = 1, detail = none);
  create virtual table headline_words
    using fts5 (words, content = '', contentless_delete = 1, detail = none);
  `,
  // An index each for the statements of a relation, for those that are not shown, for first and last
  // day, and for the few relations that stand in more than two documents; the order in which judgements
  // were recorded, whatever the clock said.
  `
  create index statement_relation
    on statement (source, target, reciprocal, quad, document, ordinal) where target is not null;
  drop index statement_source;
  create index statement_source on statement (source, published desc, document, ordinal, hidden);
  create index statement_hidden on statement (hidden) where hidden <> 0;
  create index document_day on document (day) where original is null;
  create index relation_heavy on relation (documents, statements, last) where documents > 2;
  create index relation_heavy_source
    on relation (source, documents, statements, last) where documents > 2;
  create index relation_heavy_target
    on relation (target, documents, statements, last) where documents > 2;

  alter table judgement add column sequence integer not null default 0;
  update judgement set sequence = (
    select count(*) from judgement as other
    where (other.made_at, other.id) <= (judgement.made_at, judgement.id)
  );
  `,
  // Records in bytes, and the descriptions of a document in one row.
  packRecords,
  // With what addresses were read to their end.
  `
  create table validators (
    address text primary key,
    reading text not null,
    url text not null,
    etag text,
    modified text
  ) strict, without rowid;
  `,
];

/** The version that this program writes. */
export const latestVersion = migrations.length;

/** Takes the steps that the file has not taken yet, all in one transaction. */
export function migrate(database: SqliteDriver): void {
  if (database.value('PRAGMA user_version') === latestVersion) return;
  database.exec('begin immediate');
  try {
    const version = Number(database.value('PRAGMA user_version'));
    for (const step of migrations.slice(version)) {
      if (typeof step === 'string') database.exec(step);
      else step(database);
    }
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${latestVersion}`);
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
