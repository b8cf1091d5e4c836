// Writers that come at the same time share a transaction, and so the wait for the disk, which is most
// of the time of a small one. Each is told only when all of it is on the disk.

import type { Connection } from './tables.ts';

/** More than this wait for the next transaction, so that a reader's turn comes soon. */
const most = 64;

interface Turn {
  /** Writes; gives what tells the writer that it is kept. May be done again where it was rolled back. */
  readonly write: () => () => void;
  readonly reject: (reason: unknown) => void;
}

export class SharedCommit {
  readonly #connection: Connection;
  readonly #rolledBack: () => void;
  #waiting: Turn[] = [];
  #running: Promise<void> | null = null;

  /** `rolledBack` is called when nothing of a transaction was kept, before anything is written again. */
  constructor(connection: Connection, rolledBack: () => void) {
    this.#connection = connection;
    this.#rolledBack = rolledBack;
  }

  /** Runs what writes, in the order of the calls, all of it or nothing. */
  write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const write = () => {
        const result = work();
        return () => resolve(result);
      };
      this.#waiting.push({ write, reject });
      this.#running ??= this.#run();
    });
  }

  /** When nobody waits any more. */
  async done(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const turns: Turn[] = [];
      try {
        await this.#commit(() => {
          turns.push(...this.#waiting.splice(0, most));
          return turns;
        });
      } catch (error) {
        // Where one of several cannot be kept, the others are kept without it.
        if (turns.length > 1) for (const turn of turns) await this.#alone(turn);
        else (turns[0] ?? this.#waiting.shift())?.reject(error);
      }
    }
    this.#running = null;
  }

  async #alone(turn: Turn): Promise<void> {
    try {
      await this.#commit(() => [turn]);
    } catch (error) {
      turn.reject(error);
    }
  }

  /** The turns are taken when the transaction has begun, so that who came meanwhile is among them. */
  async #commit(take: () => readonly Turn[]): Promise<void> {
    let kept: readonly (() => void)[];
    try {
      kept = await this.#connection
        .transaction()
        .execute(async () => take().map((turn) => turn.write()));
    } catch (error) {
      this.#rolledBack();
      throw error;
    }
    for (const tell of kept) tell();
  }
}
