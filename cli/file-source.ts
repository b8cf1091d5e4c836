// Bytes of a file or of standard input, and what keeps them from being read, in words.

import { createReadStream } from 'node:fs';
import { InputError } from '../sources/index.ts';

/** What an error of the file system means to the user; any other error is thrown again. */
export function fileError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOENT') return new InputError('There is no such file.');
  if (code === 'EISDIR') return new InputError('It is a directory; expected a file.');
  return new InputError(`It cannot be read (${code}).`);
}

/** The bytes at a path, or of standard input for `-`. Throws InputError. */
export async function* bytesAt(path: string): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* path === '-' ? process.stdin : createReadStream(path);
  } catch (error) {
    throw fileError(error);
  }
}
