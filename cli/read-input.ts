// One article of the command line → Document.

import { stat } from 'node:fs/promises';
import type { Document } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { type InputOptions, inputsOf, isAddress } from './inputs.ts';

/**
 * Reads the article of a file, an address or, for `-`, standard input. Throws InputError where there
 * is none or more than one.
 */
export async function readInput(path: string, options: InputOptions = {}): Promise<Document> {
  const isFolder =
    path !== '-' && !isAddress(path) && (await stat(path).catch(() => null))?.isDirectory();
  if (isFolder) {
    throw new InputError('It is a directory; expected one article. "whowhom add" reads folders.');
  }
  let document: Document | null = null;
  for await (const item of inputsOf([path], options)) {
    if ('error' in item) throw item.error;
    if ('read' in item) continue;
    if (document) {
      throw new InputError('It holds more than one article. "whowhom add" reads all of them.');
    }
    document = item.document;
  }
  if (!document) throw new InputError('It holds no article.');
  return document;
}
