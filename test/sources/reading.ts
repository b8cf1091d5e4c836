// What the tests of this folder share: bytes as a stream, and what is read out of them as a list.

import { type Item, readDocuments, type Source } from '../../sources/index.ts';

/** Bytes or text as a stream, in pieces of `size`. */
export async function* bytesOf(
  content: string | Uint8Array,
  size = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array, void, void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** All items of a file with this name and content. */
export const read = (
  name: string,
  content: string | Uint8Array,
  more: Partial<Source> = {},
): Promise<Item[]> => collect(readDocuments({ name, bytes: bytesOf(content), ...more }));

/** Each item in short: the text of a document, or the message of its error. */
export const brief = (items: readonly Item[]): string[] =>
  items.map((item) => ('document' in item ? item.document.text : `! ${item.error.message}`));
