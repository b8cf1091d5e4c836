// Opening a store in an SQLite file: look at the file, ask it whose it is, set it up, and only
// then use it. A file that is not ours, or not of our time, is left as it is.

import { pathToFileURL } from 'node:url';
import { SqlStore } from '../sql/sql-store.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { carryOver } from './carry-over.ts';
import { connect, type SqliteDriver } from './driver.ts';
import { sqliteEngine } from './engine.ts';
import { checkFile, isBeingWritten, mayBeWritten } from './file.ts';
import { applicationId, latestVersion, migrate } from './migrations.ts';

export interface StoreOptions {
  /** Make the database where there is none; true where not given. */
  readonly create?: boolean;
  /**
   * Reading is enough: a file that may not be written is opened all the same, and every change rejects
   * with a StoreError `not-writable`. False where not given.
   */
  readonly forReading?: boolean;
  /** How long to wait for another process that writes, in milliseconds; 5,000 where not given. */
  readonly busyTimeout?: number;
  /** Megabytes of pages that stay in memory, and of what is sorted before it goes to a file; 32 where not given. */
  readonly cache?: number;
}

function checkOwner(database: SqliteDriver, path: string): void {
  const owner = database.value('PRAGMA application_id');
  const version = Number(database.value('PRAGMA user_version'));
  const tables = Number(database.value('select count(*) from sqlite_master'));
  if (owner !== applicationId && (owner !== 0 || version !== 0 || tables !== 0)) {
    throw new StoreError(
      'not-a-database',
      `${path} is a database of another program. Choose another file; this one was left as it is.`,
    );
  }
  if (version > latestVersion) {
    throw new StoreError(
      'newer',
      `The database ${path} has version ${version}, written by a newer whowhom; this one reads up to version ${latestVersion}. Update whowhom.`,
    );
  }
}

/** Wait, without giving way: opening is synchronous as the driver is. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Two processes that make the same file at once: SQLite does not wait for this lock by itself. */
function writeAhead(database: SqliteDriver, busyTimeout: number): void {
  const step = 20;
  for (let waited = 0; ; waited += step) {
    try {
      database.value('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      const busy = error instanceof StoreError && error.code === 'busy';
      if (!busy || waited >= busyTimeout) throw error;
      pause(step);
    }
  }
}

/**
 * So many pages stay in memory. What is sorted goes to a file beyond that; the driver's SQLite would
 * keep all of it in memory, which took 180 MB to count a million statements.
 */
function limitMemory(database: SqliteDriver, cache: number): void {
  database.exec(`PRAGMA cache_size = -${cache * 1024}`);
  database.exec('PRAGMA temp_store = FILE');
}

function setUp(database: SqliteDriver, path: string, busyTimeout: number, cache: number): void {
  checkOwner(database, path);
  writeAhead(database, busyTimeout);
  database.exec('PRAGMA synchronous = FULL');
  // The log is merged every 32 MB, so that pages that many articles change are written to the database
  // once for all of them.
  limitMemory(database, cache);
  database.value('PRAGMA wal_autocheckpoint = 8000');
  migrate(database);
}

/**
 * Opens a file that may not be written. Nobody else may be writing it meanwhile, as no lock can be taken:
 * a log beside it says that somebody is.
 */
function openReadOnly(path: string, busyTimeout: number, cache: number): Store {
  if (isBeingWritten(path)) {
    throw new StoreError(
      'not-writable',
      `Expected nobody to be writing ${path}, which may only be read here; found its log ${path}-wal. Close the program that writes it, or copy it with \`whowhom backup\`.`,
    );
  }
  const database = connect(path, busyTimeout, `${pathToFileURL(path).href}?immutable=1`);
  try {
    checkOwner(database, path);
    const version = Number(database.value('PRAGMA user_version'));
    if (version !== latestVersion) {
      throw new StoreError(
        'not-writable',
        `The database ${path} has version ${version} and must be brought to ${latestVersion}, which needs leave to write. Open it once where it may be written.`,
      );
    }
    limitMemory(database, cache);
    return new SqlStore(sqliteEngine(database), true);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the store in an SQLite file, which is made, with its folder, where there is none.
 * Rejects with a StoreError when the path is no database of ours that can be read and written;
 * then nothing was changed.
 */
export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { create = true, busyTimeout = 5000, forReading = false, cache = 32 } = options;
  if (forReading && !mayBeWritten(path)) return openReadOnly(path, busyTimeout, cache);
  checkFile(path, create);
  const database = connect(path, busyTimeout);
  try {
    setUp(database, path, busyTimeout, cache);
  } catch (error) {
    database.close();
    throw error;
  }
  const store = new SqlStore(sqliteEngine(database));
  await carryOver(database, store);
  return store;
}
