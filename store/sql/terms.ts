// Texts that come again and again (rules, lemmas, types, publishers), each kept once. They are
// remembered here; a text that was not kept in the end, because its transaction failed, must be
// forgotten again.

import type { Engine } from './engine.ts';

export class Terms {
  readonly #engine: Engine;
  #keys = new Map<string, number>();
  #texts = new Map<number, string>();
  #values = new Map<number, unknown>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  #remember(text: string, key: number): number {
    if (this.#keys.size > 100_000) this.forget();
    this.#keys.set(text, key);
    this.#texts.set(key, text);
    return key;
  }

  /** The key of a text that is there. */
  find(text: string): number | null {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const [row] = this.#engine.all<{ key: number }>('select key from term where text = ?', [
      JSON.stringify(text),
    ]);
    return row ? this.#remember(text, row.key) : null;
  }

  /** The key of a text, which is kept where it was not; within a transaction that writes. */
  keep(text: string): number {
    const known = this.find(text);
    if (known !== null) return known;
    const [row] = this.#engine.all<{ key: number }>(
      'insert into term (text) values (?) returning key',
      [JSON.stringify(text)],
    );
    return this.#remember(text, Number(row?.key));
  }

  text(key: number): string {
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const [row] = this.#engine.all<{ text: string }>('select text from term where key = ?', [key]);
    if (!row) throw new Error(`There is no term ${key}.`);
    const text: string = JSON.parse(row.text);
    this.#remember(text, key);
    return text;
  }

  /** What a text that is JSON says; shared, so not to be changed. */
  value<Value>(key: number): Value {
    if (!this.#values.has(key)) this.#values.set(key, JSON.parse(this.text(key)));
    return this.#values.get(key) as Value;
  }

  /** For after a transaction that was rolled back. */
  forget(): void {
    this.#keys = new Map();
    this.#texts = new Map();
    this.#values = new Map();
  }
}
