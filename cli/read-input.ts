// A path of the command line → Document.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Document } from '../schema/index.ts';
import { InputError, maximumSize, readArticle } from '../sources/index.ts';

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  const { isDirectory, size } = await stat(path).then(
    (found) => ({ isDirectory: found.isDirectory(), size: found.size }),
    (error: NodeJS.ErrnoException) => {
      throw new InputError(
        error.code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${error.code}).`,
      );
    },
  );
  if (isDirectory) {
    throw new InputError('It is a directory; expected files, for example articles/*.md.');
  }
  return buffer(createReadStream(path, { end: Math.min(size, maximumSize) }));
}

/** Reads an article from a file or, for `-`, from standard input. Throws InputError. */
export async function readInput(path: string): Promise<Document> {
  return readArticle(await bytesOf(path), path);
}
