// Sorting and finding in the rows of a table.

import { fold } from '../model/rows.ts';

export type Value = string | number;

export interface Column<Key extends string> {
  readonly key: Key;
  readonly name: string;
  readonly number?: true;
  /** Days are sorted latest first. */
  readonly day?: true;
}

export interface Order<Key extends string> {
  readonly column: Key;
  readonly descending: boolean;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

export const compareValues = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

export function sortRows<Key extends string, Row extends { readonly values: Record<Key, Value> }>(
  rows: readonly Row[],
  { column, descending }: Order<Key>,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compareValues(a.values[column], b.values[column]));
}

export function findRows<Row extends { readonly values: Record<string, Value> }>(
  rows: readonly Row[],
  text: string,
): readonly Row[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ values }) => {
    const all = fold(Object.values(values).join(' '));
    return words.every((word) => all.includes(word));
  });
}
