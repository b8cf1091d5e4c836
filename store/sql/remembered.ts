// Answers that hold until something changes, such as how many statements a filter has: each is worked
// out once for a revision of the database.

import type { Engine } from './engine.ts';

/** More answers than this are forgotten all at once. */
const most = 5000;

export class Remembered {
  readonly #engine: Engine;
  #answers = new Map<string, unknown>();
  #revision = -1;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The answer to a question of the present revision; within a transaction that only reads. */
  async of<Answer>(
    question: readonly unknown[],
    answer: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const revision = revisionOf(this.#engine);
    if (revision !== this.#revision || this.#answers.size >= most) this.#answers = new Map();
    this.#revision = revision;
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
