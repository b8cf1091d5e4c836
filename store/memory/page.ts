// One page of a sorted list.

import { decodeCursor, encodeCursor, type SortKey } from '../cursor.ts';
import type { PageQuery } from '../queries.ts';

interface Paged<Item> {
  /** Name of the list and its filter: what a cursor is good for. */
  readonly list: string;
  readonly filter: object;
  /** In the order of the list. */
  readonly items: readonly Item[];
  /** What an item is sorted by, the last part unique. */
  readonly keyOf: (item: Item) => SortKey;
  /** Negative where the item of the first key comes before the other. */
  readonly compare: (a: SortKey, b: SortKey) => number;
  /** A key of the right length and types. */
  readonly example: SortKey;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly next: string | null;
}

export function pageOf<Item>(paged: Paged<Item>, { limit = 100, cursor }: PageQuery): Page<Item> {
  const { list, filter, items, keyOf, compare, example } = paged;
  const after = cursor === undefined ? null : decodeCursor(list, filter, cursor, example);
  const rest = after ? items.filter((item) => compare(after, keyOf(item)) < 0) : items;
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    items: page,
    total: items.length,
    next: last === undefined ? null : encodeCursor(list, filter, keyOf(last)),
  };
}

/** Compares keys part by part: 1 for a part that rises, -1 for one that falls. */
export function byParts(...signs: readonly (1 | -1)[]): (a: SortKey, b: SortKey) => number {
  return (a, b) => {
    for (const [index, sign] of signs.entries()) {
      const [x, y] = [a[index] as string | number, b[index] as string | number];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  };
}
