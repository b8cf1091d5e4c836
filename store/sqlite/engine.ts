// SQLite as an engine of the SQL store.

import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Engine, Value } from '../sql/engine.ts';
import type { Tables } from '../sql/tables.ts';
import { StoreError } from '../store-error.ts';
import { LockingDialect } from './dialect.ts';
import { rowMaker, type SqliteDriver, type SqliteStatement } from './driver.ts';
import { fullText } from './full-text.ts';

/** More statements than this do not stay prepared; those not used for longest go first. */
const mostPrepared = 300;

function remembering(database: SqliteDriver): (text: string) => SqliteStatement {
  const known = new Map<string, { readonly statement: SqliteStatement; used: number }>();
  let uses = 0;
  return (text) => {
    const prepared = known.get(text);
    if (prepared) {
      prepared.used = ++uses;
      return prepared.statement;
    }
    if (known.size >= mostPrepared) {
      const [oldest] = [...known].sort((a, b) => a[1].used - b[1].used);
      if (oldest) known.delete(oldest[0]);
    }
    const statement = database.prepare(text);
    known.set(text, { statement, used: ++uses });
    return statement;
  };
}

/** Writes the log into the database, so that the one file is all; another reader may prevent it. */
function mergeLog(database: SqliteDriver): void {
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.value('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

export function sqliteEngine(database: SqliteDriver): Engine {
  const prepared = remembering(database);
  const all = <Row>(text: string, values: readonly Value[]) => prepared(text).all(values) as Row[];
  const rows: Pick<Engine, 'all' | 'run'> = {
    all,
    run: (text, values) => Number(prepared(text).run(values).changes),
  };
  return {
    ...rows,
    allAtOnce<Row>(columns: readonly string[], text: string, values: readonly Value[]) {
      const asJson = columns.map(
        (name) => `case typeof(${name}) when 'blob' then lower(hex(${name})) else ${name} end`,
      );
      const list = `json_group_array(json_array(${asJson.join(', ')}))`;
      const [found] = all<{ list: string }>(`select ${list} as list from (${text})`, values);
      return (JSON.parse(found?.list ?? '[]') as unknown[][]).map(rowMaker(columns)) as Row[];
    },
    connection: new Kysely<Tables>({ dialect: new LockingDialect(database, prepared) }),
    sentences: fullText('sentence_words', rows),
    headlines: fullText('headline_words', rows),
    backup(path) {
      if (existsSync(path)) {
        throw new StoreError(
          'not-writable',
          `Expected no file at ${path}, found one. Choose another name, or remove it first.`,
        );
      }
      database.exec(`vacuum into '${path.replaceAll("'", "''")}'`);
    },
    damage() {
      const rows = database.prepare('PRAGMA integrity_check(20)').all([]);
      return (rows as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((found) => found !== 'ok');
    },
    vacuum() {
      database.exec(`insert into sentence_words (sentence_words) values ('optimize')`);
      database.exec('vacuum');
    },
    release() {
      mergeLog(database);
      database.close();
    },
  };
}
