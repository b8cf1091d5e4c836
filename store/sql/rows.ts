// Rows by many keys: a query asks for a part of them, so that few statements stay prepared.

import type { Engine, Value } from './engine.ts';

interface Reader {
  readonly engine: Engine;
}

/** One query asks for as many as the least of these that holds them, so that few statements stay prepared. */
const sizes = [1, 4, 16, 64, 256] as const;
const most = 256;

/** Parts of a list, each with the number of places in the query that asks for it. */
export function* inParts<Each>(
  list: readonly Each[],
): Generator<{ readonly part: readonly Each[]; readonly size: number }> {
  for (let start = 0; start < list.length; start += most) {
    const part = list.slice(start, start + most);
    yield { part, size: sizes.find((each) => each >= part.length) ?? most };
  }
}

type Read<Row> = (text: string, values: readonly Value[]) => Row[];

function rowsIn<Row>(select: string, keys: readonly Value[], read: Read<Row>): Row[] {
  const rows: Row[] = [];
  for (const { part, size } of inParts(keys)) {
    const rest = Array<Value>(size - part.length).fill(part.at(-1) as Value);
    const places = Array(size).fill('?').join(', ');
    for (const row of read(`${select} in (${places})`, [...part, ...rest])) rows.push(row);
  }
  return rows;
}

/** Rows with one of the keys in the column that ends `select`; the last key is repeated to fill the places. */
export const rowsOf = <Row>({ engine }: Reader, select: string, keys: readonly Value[]): Row[] =>
  rowsIn<Row>(select, keys, engine.all);

/** The same rows with these columns, bytes as hexadecimal digits. */
export const rowsAtOnce = <Row>(
  { engine }: Reader,
  columns: readonly string[],
  select: string,
  keys: readonly Value[],
): Row[] => rowsIn<Row>(select, keys, (text, values) => engine.allAtOnce(columns, text, values));
