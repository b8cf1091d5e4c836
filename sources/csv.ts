// Tables: CSV as RFC 4180 has it, with comma, semicolon or tab between the cells; the first row
// names the columns. Any size: one row is held at a time.

import { StringDecoder } from 'node:string_decoder';
import type { ByteReader } from './byte-reader.ts';
import { maximumSize } from './decode.ts';
import { InputError } from './input-error.ts';
import type { Row } from './json-lines.ts';

interface Cells {
  /** The line of the file in which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The sign between cells: the one that stands most often in the first line outside quotes. */
export function delimiterOf(head: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(head)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => bare.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** Cuts text that comes in pieces into rows. */
class RowCutter {
  readonly #delimiter: string;
  readonly #special: RegExp;
  #line = 1;
  #begin = 1;
  #cells: string[] = [];
  #cell = '';
  #size = 0;
  #quoted = false;
  /** A quote at the end of a piece: the next sign tells whether it closes or stands for itself. */
  #pending = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#special = new RegExp(`["\\n${delimiter}]`, 'g');
  }

  #append(text: string): void {
    this.#cell += text;
    this.#size += text.length;
    if (this.#size > maximumSize * 2) {
      throw new InputError(
        `The row that begins in line ${this.#begin} has more than ${(maximumSize * 2) / 1_000_000} million characters; is a quotation mark not closed?`,
      );
    }
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
  }

  #endRow(): Cells {
    const last = this.#cell.replace(/\r$/, '');
    const cells = [...this.#cells, last];
    const row = { line: this.#begin, cells };
    this.#cells = [];
    this.#cell = '';
    this.#size = 0;
    this.#begin = this.#line;
    return row;
  }

  /** The rows that end in a piece of text. */
  *push(text: string): Generator<Cells, void, void> {
    let at = 0;
    while (at < text.length) {
      if (this.#pending) {
        this.#pending = false;
        if (text[at] === '"') {
          this.#append('"');
          at += 1;
        } else this.#quoted = false;
        continue;
      }
      if (this.#quoted) {
        const end = text.indexOf('"', at);
        const part = text.slice(at, end < 0 ? undefined : end);
        this.#line += part.split('\n').length - 1;
        this.#append(part);
        if (end < 0) return;
        this.#pending = true;
        at = end + 1;
        continue;
      }
      this.#special.lastIndex = at;
      const found = this.#special.exec(text);
      const end = found?.index ?? text.length;
      this.#append(text.slice(at, end));
      at = end + 1;
      if (!found) return;
      if (found[0] === '\n') {
        this.#line += 1;
        yield this.#endRow();
      } else if (found[0] === this.#delimiter) this.#endCell();
      else if (/^\s*$/.test(this.#cell)) {
        this.#cell = '';
        this.#quoted = true;
      } else this.#append('"');
    }
  }

  /** The last row, where no line end stands behind it. */
  *end(): Generator<Cells, void, void> {
    if (this.#quoted && !this.#pending) {
      throw new InputError(
        `The quotation mark of the row that begins in line ${this.#begin} is not closed.`,
      );
    }
    if (this.#cell !== '' || this.#cells.length > 0) yield this.#endRow();
  }
}

async function* rowsOf(reader: ByteReader): AsyncGenerator<Cells, void, void> {
  const head = new TextDecoder().decode(await reader.peek(64_000));
  const cutter = new RowCutter(delimiterOf(head.replace(/^\ufeff/, '')));
  const decoder = new StringDecoder('utf8');
  let isFirst = true;
  for await (const chunk of reader.chunks()) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    yield* cutter.push(isFirst ? text.replace(/^\ufeff/, '') : text);
    if (text) isFirst = false;
  }
  yield* cutter.push(decoder.end());
  yield* cutter.end();
}

/** The rows of a table as objects by column. Throws InputError where it cannot go on. */
export async function* csvRows(reader: ByteReader): AsyncGenerator<Row, void, void> {
  let columns: readonly string[] | null = null;
  for await (const { line, cells } of rowsOf(reader)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = cells.map((cell) => cell.trim());
      continue;
    }
    if (cells.some((cell) => cell.includes('\ufffd'))) {
      const error = new InputError(
        'The row is not valid UTF-8; convert the file first with iconv.',
      );
      yield { line, error };
    } else if (cells.length > columns.length) {
      const error = new InputError(
        `The row has ${cells.length} cells, the first row names ${columns.length} columns; is a cell with a delimiter not in quotation marks?`,
      );
      yield { line, error };
    } else {
      yield {
        line,
        value: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
      };
    }
  }
  if (!columns) throw new InputError('The table has no row; expected names of columns first.');
}
