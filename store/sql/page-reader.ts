// Reading rows as records: the ids behind keys, the texts that statements are written in.

import type { Statement } from '../../schema/index.ts';
import { idOf } from './codes.ts';
import { type EntityKeys, type PackedRow, unpackStatement } from './pack-statement.ts';
import { rowsOf } from './rows.ts';
import type { Lookup } from './select.ts';

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
