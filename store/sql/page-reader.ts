// Reading rows as records: the ids behind keys, the texts that statements are written in.

import type { Statement } from '../../schema/index.ts';
import { bytesOf, idOf } from './codes.ts';
import type { Value } from './engine.ts';
import { type EntityKeys, type PackedRow, unpackStatement } from './pack-statement.ts';
import type { Lookup } from './select.ts';

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
export const rowsOf = <Row>(
  { engine }: Pick<Lookup, 'engine'>,
  select: string,
  keys: readonly Value[],
): Row[] => rowsIn<Row>(select, keys, engine.all);

/** The same rows with these columns, bytes as hexadecimal digits. */
export const rowsAtOnce = <Row>(
  { engine }: Pick<Lookup, 'engine'>,
  columns: readonly string[],
  select: string,
  keys: readonly Value[],
): Row[] => rowsIn<Row>(select, keys, (text, values) => engine.allAtOnce(columns, text, values));

const byKey = <Row>(lookup: Lookup, columns: string, table: string, keys: readonly number[]) =>
  rowsOf<Row>(lookup, `select ${columns} from ${table} where ${table}.key`, keys);

/** The ids of the entities that stand for those of these keys. */
export function canonicalIds(lookup: Lookup, keys: Iterable<number>): Map<number, string> {
  interface Row {
    key: number;
    id: Uint8Array;
    canonical: number;
  }
  const known = lookup.remembered.found<number, string>('canonical');
  const wanted = [...new Set(keys)];
  const rows = byKey<Row>(
    lookup,
    'key, id, canonical',
    'entity',
    wanted.filter((key) => !known.has(key)),
  );
  const ids = new Map(rows.map(({ key, id }) => [key, idOf('en', id)]));
  const missing = rows.map(({ canonical }) => canonical).filter((key) => !ids.has(key));
  for (const { key, id } of byKey<Row>(lookup, 'key, id', 'entity', [...new Set(missing)])) {
    ids.set(key, idOf('en', id));
  }
  for (const { key, canonical } of rows) known.set(key, ids.get(canonical) as string);
  return new Map(wanted.map((key) => [key, known.get(key) as string]));
}

/** By id, the keys of all that the same one stands for, as `entityKeys` has them of one. */
export function keysOfEach(lookup: Lookup, ids: Iterable<string>): Map<string, readonly number[]> {
  const known = lookup.remembered.found<string, readonly number[]>('keys');
  const wanted = [...new Set(ids)];
  const rows = rowsOf<{ id: Uint8Array; canonical: number }>(
    lookup,
    'select id, canonical from entity where id',
    wanted.filter((id) => !known.has(id)).flatMap((id) => bytesOf('en', id) ?? []),
  );
  const keys = new Map(rows.map(({ canonical }) => [canonical, [canonical]]));
  for (const { key, canonical } of rowsOf<{ key: number; canonical: number }>(
    lookup,
    'select key, canonical from entity where canonical <> key and canonical',
    [...keys.keys()],
  )) {
    keys.get(canonical)?.push(key);
  }
  for (const { id, canonical } of rows) known.set(idOf('en', id), keys.get(canonical) ?? []);
  return new Map(wanted.map((id) => [id, known.get(id) ?? []]));
}

/** The ids of the documents of these keys. */
export function documentIds(lookup: Lookup, keys: Iterable<number>): Map<number, string> {
  const rows = byKey<{ key: number; id: Uint8Array }>(lookup, 'key, id', 'document', [
    ...new Set(keys),
  ]);
  return new Map(rows.map(({ key, id }) => [key, idOf('doc', id)]));
}

/** The columns of which a statement is made. */
export const packedColumns = [
  'id',
  'document',
  'event_day',
  'source',
  'target',
  'kind',
  'type',
  'quad',
  'polarity',
  'modality',
  'reciprocal',
  'intensity',
  'attribution',
  'speaker',
  'place',
  'place_text',
  'confidence',
  'record',
] as const satisfies readonly (keyof PackedRow)[];

/** The statements of rows, in their order, with the ids of the entities that stand for others. */
export function statementsOf(lookup: Lookup, rows: readonly PackedRow[]): Statement[] {
  const ids = canonicalIds(
    lookup,
    rows.flatMap(({ source, target, speaker, place }) =>
      [source, target, speaker, place].filter((key) => key !== null),
    ),
  );
  const entities: EntityKeys = {
    keyOf: () => 0,
    idOf: (key) => ids.get(key) as string,
  };
  const documents = new Map(
    byKey<{ key: number; id: Uint8Array; text: string }>(lookup, 'key, id, text', 'document', [
      ...new Set(rows.map(({ document }) => document)),
    ]).map(({ key, id, text }) => [key, { id: idOf('doc', id), text: JSON.parse(text) as string }]),
  );
  return rows.map((row) => {
    const document = documents.get(row.document);
    if (!document) throw new Error(`There is no document ${row.document}.`);
    return unpackStatement(row, document.id, document.text, entities, lookup.terms);
  });
}
