// Reading rows as records: the ids behind keys, the texts that statements are written in.

import type { Statement } from '../../schema/index.ts';
import { idOf } from './codes.ts';
import { type EntityKeys, type PackedRow, unpackStatement } from './pack-statement.ts';
import type { Lookup } from './select.ts';

/** Values that one query may ask for. */
const most = 500;

/** What `read` gives for the keys, some hundreds at a time. */
function inParts<Row>(keys: readonly number[], read: (part: readonly number[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += most) {
    rows.push(...read(keys.slice(start, start + most)));
  }
  return rows;
}

/** `?, ?, ?`: always as many, so that the statement stays prepared; the last value is repeated. */
const places = Array(most).fill('?').join(', ');
function padded(part: readonly number[]): number[] {
  return [...part, ...Array(most - part.length).fill(part.at(-1))];
}

function manyOf<Row>({ engine }: Lookup, columns: string, table: string, keys: readonly number[]) {
  return inParts(keys, (part) =>
    part.length < 20
      ? part.flatMap((key) =>
          engine.all<Row>(`select ${columns} from ${table} where ${table}.key = ?`, [key]),
        )
      : engine.all<Row>(
          `select ${columns} from ${table} where ${table}.key in (${places})`,
          padded(part),
        ),
  );
}

/** The ids of the entities that stand for those of these keys. */
export function canonicalIds(lookup: Lookup, keys: Iterable<number>): Map<number, string> {
  interface Row {
    key: number;
    id: Uint8Array;
    canonical: number;
  }
  const rows = manyOf<Row>(lookup, 'key, id, canonical', 'entity', [...new Set(keys)]);
  const ids = new Map(rows.map(({ key, id }) => [key, idOf('en', id)]));
  const missing = rows.map(({ canonical }) => canonical).filter((key) => !ids.has(key));
  for (const { key, id } of manyOf<Row>(lookup, 'key, id', 'entity', [...new Set(missing)])) {
    ids.set(key, idOf('en', id));
  }
  return new Map(rows.map(({ key, canonical }) => [key, ids.get(canonical) as string]));
}

/** The ids of the documents of these keys. */
export function documentIds(lookup: Lookup, keys: Iterable<number>): Map<number, string> {
  const rows = manyOf<{ key: number; id: Uint8Array }>(lookup, 'key, id', 'document', [
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
    manyOf<{ key: number; id: Uint8Array; text: string }>(lookup, 'key, id, text', 'document', [
      ...new Set(rows.map(({ document }) => document)),
    ]).map(({ key, id, text }) => [key, { id: idOf('doc', id), text: JSON.parse(text) as string }]),
  );
  return rows.map((row) => {
    const document = documents.get(row.document);
    if (!document) throw new Error(`There is no document ${row.document}.`);
    return unpackStatement(row, document.id, document.text, entities, lookup.terms);
  });
}
