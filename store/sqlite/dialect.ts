// Kysely's SQLite dialect, with its own way of transactions. One that will write takes the lock
// when it begins: one that first reads and then asks for the lock fails at once when another
// process wrote in between, however long the busy timeout. Where SQLite has rolled back by itself,
// as on a full disk, there is nothing left to roll back. And all of it by `exec`, because a
// prepared `begin` that found the database busy stays in progress and spoils the next `commit`. The one
// connection is given to who asked first: Kysely's own lock is taken by whoever comes just when it is let go, so
// that under load some waited for seconds while others had many turns.
//
// The driver is synchronous, and who waits goes on as soon as the one before is done, so that a hundred
// readers would keep the event loop from turning for a second: and each turn accepts one connection, reads
// what was sent, and lets the driver's rows go. So it turns between them now and then.

import { setImmediate } from 'node:timers/promises';
import {
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type { SqliteDriver as Database } from './driver.ts';

type Prepare = Database['prepare'];

/** Milliseconds after which the event loop turns. */
const turn = 5;

class LockingDriver extends SqliteDriver {
  readonly #database: Database;
  readonly #waiting: (() => void)[] = [];
  #held = false;
  #turned = 0;

  constructor(database: Database, prepare: Prepare) {
    super({ database: { prepare, close: () => database.close() } });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    if (performance.now() - this.#turned > turn) {
      await setImmediate();
      this.#turned = performance.now();
    }
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    // It stays held: who comes before the next one has noticed waits too.
    const next = this.#waiting.shift();
    if (next) next();
    else this.#held = false;
  }

  override async beginTransaction(
    _connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    this.#database.exec(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  /** Closing is the business of whoever opened the database. */
  override async destroy(): Promise<void> {}
}

export class LockingDialect extends SqliteDialect {
  readonly #database: Database;
  readonly #prepare: Prepare;

  /** `prepare` may give a statement that was prepared before. */
  constructor(database: Database, prepare: Prepare) {
    super({ database });
    this.#database = database;
    this.#prepare = prepare;
  }

  override createDriver(): Driver {
    return new LockingDriver(this.#database, this.#prepare);
  }
}
