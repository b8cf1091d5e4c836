// The SQLite driver, and the only file that knows which one it is: libsql, by the synchronous
// interface it shares with better-sqlite3. Its errors leave here as StoreErrors.

import Database from 'libsql';
import { StoreError, type StoreErrorCode } from '../store-error.ts';

type Values = readonly unknown[];

/** What Kysely needs of a database, and what opening one needs besides. */
export interface SqliteDriver {
  readonly inTransaction: boolean;
  prepare(text: string): SqliteStatement;
  /** Runs statements that give no rows. */
  exec(text: string): void;
  /** The one value of a query such as `PRAGMA user_version`. */
  value(text: string): unknown;
  close(): void;
}

export interface SqliteStatement {
  readonly reader: boolean;
  all(values: Values): unknown[];
  run(values: Values): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(values: Values): IterableIterator<unknown>;
}

/** Beginning of SQLite's error code, or of libsql's message where there is none → our code and what to say; % is the path. */
const meanings: readonly (readonly [string, StoreErrorCode, string])[] = [
  ['SQLITE_NOTADB', 'not-a-database', '% is not a database. Choose another file.'],
  [
    'SQLITE_CORRUPT',
    'corrupt',
    'The database % is damaged. Put a copy of it back, or remove the file and add the articles again.',
  ],
  ['SQLITE_BUSY', 'busy', 'The database % is being written by another process. Try again later.'],
  ['SQLITE_LOCKED', 'busy', 'The database % is being written by another process. Try again later.'],
  ['SQLITE_READONLY', 'not-writable', 'The database % cannot be written. Change its permissions.'],
  [
    'SQLITE_CANTOPEN',
    'not-writable',
    'The database % cannot be opened. Check the permissions of it and of its folder.',
  ],
  [
    'ConnectionFailed',
    'not-writable',
    'The database % cannot be opened. Check the permissions of it and of its folder.',
  ],
  [
    'SQLITE_IOERR_WRITE',
    'full',
    'The database % could not be written: the disk is full, or a limit to the size of files was reached. Make room and try again.',
  ],
  ['SQLITE_FULL', 'full', 'The disk of the database % is full. Make room and try again.'],
];

function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  if (error.message === 'The database connection is not open') {
    return new StoreError('closed', `The database ${path} was closed. Open it again.`);
  }
  const sqlite = 'code' in error && error.code ? String(error.code) : error.message;
  const found = meanings.find(([beginning]) => sqlite.startsWith(beginning));
  const [, code, sentence] = found ?? [
    '',
    'failed' as const,
    `The database % gave an error: ${error.message}.`,
  ];
  return new StoreError(
    code,
    sentence.replace('%', () => path),
    { cause: error },
  );
}

/** Gives the values of a row their names. */
export function rowMaker(names: readonly string[]) {
  return (values: unknown): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) {
      row[names[index] as string] = (values as unknown[])[index];
    }
    return row;
  };
}

/**
 * Opens the file, or makes it. A lock of another process is waited for, `busyTimeout`
 * milliseconds long. `address` says how to open it, where that is not by its path alone. Throws
 * StoreError, as does every method.
 */
export function connect(path: string, busyTimeout: number, address = path): SqliteDriver {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw storeError(error, path);
    }
  };
  const database = attempt(() => new Database(address, { timeout: busyTimeout }));
  const prepare = (text: string): SqliteStatement => {
    const statement = attempt(() => database.prepare<unknown[]>(text));
    const { reader } = statement;
    // Lists of values take the driver half the time of objects.
    const rowOf = reader
      ? rowMaker(
          statement
            .raw()
            .columns()
            .map(({ name }) => name),
        )
      : (row: unknown) => row;
    return {
      reader,
      all: (values) => attempt(() => statement.all(values).map(rowOf)),
      run: (values) => attempt(() => statement.run(values)),
      *iterate(values) {
        for (const row of attempt(() => statement.iterate(values))) yield rowOf(row);
      },
    };
  };
  return {
    get inTransaction() {
      return database.inTransaction;
    },
    prepare,
    exec: (text) => {
      attempt(() => database.exec(text));
    },
    value: (text) => {
      const row = prepare(text).all([])[0];
      return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined;
    },
    close: () => {
      if (database.open) attempt(() => database.close());
    },
  };
}
