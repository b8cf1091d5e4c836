// Reads a stream of bytes piece by piece: a line, so many bytes, all up to a limit. Holds no more
// than one piece and what was read ahead of it.

import { InputError } from './input-error.ts';

const newline = 0x0a;
const empty: Uint8Array = new Uint8Array(0);

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = empty;
  #ended = false;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { done, value } = await this.#chunks.next();
    if (done) this.#ended = true;
    else this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return !done;
  }

  /** Up to `count` bytes from here, which are read again afterwards. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#rest.length < count && (await this.#more()));
    return this.#rest.subarray(0, count);
  }

  /** The next line without its end; null at the end of the stream; 'too long' after skipping it. */
  async line(most: number): Promise<Uint8Array | 'too long' | null> {
    let from = 0;
    let isLong = false;
    for (;;) {
      const at = this.#rest.indexOf(newline, from);
      if (at >= 0) {
        const found = this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + 1);
        return isLong || found.length > most ? 'too long' : found;
      }
      if (this.#rest.length > most) {
        isLong = true;
        this.#rest = empty;
      }
      from = this.#rest.length;
      if (await this.#more()) continue;
      const last = this.#rest;
      this.#rest = empty;
      if (isLong) return 'too long';
      return last.length > 0 ? last : null;
    }
  }

  /** The next bytes, fewer where the stream ends before. */
  async take(count: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      chunks.push(part);
      missing -= part.length;
    }
    return chunks.length === 1 ? (chunks[0] ?? empty) : Buffer.concat(chunks);
  }

  /** Passes over bytes without keeping them; false where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) return false;
      const passed = Math.min(missing, this.#rest.length);
      this.#rest = this.#rest.subarray(passed);
      missing -= passed;
    }
    return true;
  }

  /** All that is left. Throws InputError where that is more than `most` bytes. */
  async all(most: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.chunks()) {
      size += chunk.length;
      if (size > most) {
        throw new InputError(
          `The file has more than ${most / 1_000_000} MB, the most that one article may have. Split it into one file an article.`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** The rest of the stream, in the pieces it comes in. */
  async *chunks(): AsyncGenerator<Uint8Array, void, void> {
    do {
      const rest = this.#rest;
      this.#rest = empty;
      if (rest.length > 0) yield rest;
    } while (await this.#more());
  }

  /** Lets go of the stream before its end. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#chunks.return?.();
  }
}
