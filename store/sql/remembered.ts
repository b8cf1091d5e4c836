// Answers that hold until something changes, such as how many statements a filter has: each is worked
// out once for a revision of the database. To be used within a transaction that only reads.

import type { Engine } from './engine.ts';

/** More answers than this are forgotten all at once. */
const most = 5000;
/** The same of what was found by key, of each kind. */
const mostFound = 10_000;

export class Remembered {
  readonly #engine: Engine;
  #answers = new Map<string, unknown>();
  #found = new Map<string, Map<unknown, unknown>>();
  #revision = -1;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** To be called when a transaction has begun: forgets what was worked out for another revision. */
  begin(): void {
    const revision = revisionOf(this.#engine);
    if (revision === this.#revision) return;
    this.#answers = new Map();
    this.#found = new Map();
    this.#revision = revision;
  }

  /** What was found of one kind, by key, in the present revision, for the caller to add to. */
  found<Key, Value>(kind: 'canonical' | 'entity' | 'entity by id' | 'keys'): Map<Key, Value> {
    let known = this.#found.get(kind);
    if (!known || known.size > mostFound) {
      known = new Map();
      this.#found.set(kind, known);
    }
    return known as Map<Key, Value>;
  }

  /** The answer to a question of the present revision. */
  async of<Answer>(
    question: readonly unknown[],
    answer: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    if (this.#answers.size >= most) this.#answers = new Map();
    // What is worked out while the revision changes is not kept for the next one.
    const answers = this.#answers;
    const key = JSON.stringify(question);
    if (!answers.has(key)) answers.set(key, await answer());
    return answers.get(key) as Answer;
  }
}

export function revisionOf(engine: Engine): number {
  const [row] = engine.all<{ value: number }>('select value from revision', []);
  return row?.value ?? 0;
}
