// JSON Lines: one article object a line. Any size: one line is held at a time, and a bad one is an
// error of its own.

import type { ByteReader } from './byte-reader.ts';
import { maximumSize } from './decode.ts';
import { InputError } from './input-error.ts';

/** A value, or why there is none, with the line it stands in. */
export type Row =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly error: InputError };

function parsed(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('The line is not valid UTF-8; convert the file first with iconv.');
  }
  if (!/\S/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The line is not valid JSON (${(error as Error).message}); expected one article object a line.`,
    );
  }
}

/** The objects of a stream, in order. Empty lines are passed over. */
export async function* jsonLines(reader: ByteReader): AsyncGenerator<Row, void, void> {
  for (let line = 1; ; line += 1) {
    const bytes = await reader.line(maximumSize * 2);
    if (bytes === null) return;
    try {
      if (bytes === 'too long') {
        throw new InputError(
          `The line has more than ${(maximumSize * 2) / 1_000_000} MB; expected one article object a line.`,
        );
      }
      const value = parsed(bytes);
      if (value !== undefined) yield { line, value };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { line, error };
    }
  }
}
