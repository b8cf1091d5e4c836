// Values put in by some and taken out, in their order, by one who waits for them.

export class Mailbox<Value> {
  readonly #values: Value[] = [];
  #ended = false;
  #error: unknown = null;
  #wake: () => void = () => {};

  put(value: Value): void {
    this.#values.push(value);
    this.#wake();
  }

  /** No more comes. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** No more comes, and whoever takes gets the error after what is there. */
  fail(error: unknown): void {
    if (!this.#ended) this.#error = error;
    this.end();
  }

  async *values(): AsyncGenerator<Value, void, void> {
    for (;;) {
      while (this.#values.length > 0) yield this.#values.shift() as Value;
      if (this.#ended) break;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#error) throw this.#error;
  }
}

/** Those who wait until something happens, or some milliseconds. */
export class Signal {
  readonly #waiting = new Set<() => void>();

  /** Wakes all who wait. */
  give(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const waiting = this.#waiting;
      function done(): void {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      }
      waiting.add(done);
    });
  }
}
