// The layout of the file, as an ordered list of steps. `PRAGMA user_version` says how many were
// taken. A step that was released is never changed; a new one is added at the end.

import type { SqliteDriver } from './driver.ts';

/** `PRAGMA application_id` of our files: "whom" in ASCII. */
export const applicationId = 0x77686f6d;

const migrations: readonly string[] = [
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
];

/** The version that this program writes. */
export const latestVersion = migrations.length;

/** Takes the steps that the file has not taken yet, all in one transaction. */
export function migrate(database: SqliteDriver): void {
  if (database.value('PRAGMA user_version') === latestVersion) return;
  database.exec('begin immediate');
  try {
    const version = Number(database.value('PRAGMA user_version'));
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${latestVersion}`);
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
