// Opaque cursors: the sort key of the last item of a page, bound to the query that gave it.
// A page starts after a key and not at a number, so that writes in between shift nothing.

import { contentHash } from '../schema/index.ts';

/** A cursor that this query did not give out. The message is a sentence for the user. */
export class CursorError extends Error {
  override readonly name = 'CursorError';

  constructor() {
    super(
      'Expected a cursor that the same query gave as "next"; found another text. Ask without a cursor for the first page.',
    );
  }
}

/** The values an item is sorted by, the last one unique. */
export type SortKey = readonly (string | number)[];

/** Eight hexadecimal digits for a list and its filter; absent and undefined are the same. */
function scopeOf(list: string, filter: object): string {
  return contentHash(JSON.stringify([list, filter])).slice('sha256:'.length, 15);
}

/** The cursor after an item, in base64url. */
export function encodeCursor(list: string, filter: object, key: SortKey): string {
  return Buffer.from(JSON.stringify([scopeOf(list, filter), ...key])).toString('base64url');
}

/**
 * The sort key in a cursor. `example` has the length and the types of the key, for example
 * `['', 0]`. Throws CursorError.
 */
export function decodeCursor<Key extends SortKey>(
  list: string,
  filter: object,
  cursor: string,
  example: Key,
): Key {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorError();
  }
  if (!Array.isArray(value)) throw new CursorError();
  const [scope, ...key] = value;
  const fits =
    scope === scopeOf(list, filter) &&
    key.length === example.length &&
    key.every((part, index) => typeof part === typeof example[index]) &&
    encodeCursor(list, filter, key) === cursor;
  if (!fits) throw new CursorError();
  return key as unknown as Key;
}
