// The filter as SQL. A statement about an entity has it as source or as target, which is two
// questions to two indexes and not one: so a filter is a list of branches that have no statement
// in common, each a condition on the table `statement`.

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { listOf, type OneOrMany, type StatementFilter } from '../filter.ts';
import { searchWords } from '../search-words.ts';
import {
  attributions,
  bytesOf,
  codeOf,
  dayNumber,
  documentKey,
  idOf,
  kinds,
  modalities,
  polarities,
} from './codes.ts';
import type { Engine } from './engine.ts';
import type { Remembered } from './remembered.ts';
import { rowsOf } from './rows.ts';
import { undated } from './tables.ts';
import type { Terms } from './terms.ts';

export type Condition = RawBuilder<SqlBool>;

/** What a filter is translated with; within a transaction. */
export interface Lookup {
  readonly engine: Engine;
  readonly terms: Terms;
  readonly remembered: Remembered;
}

export const never: Condition = sql<SqlBool>`1 = 0`;

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql.join(conditions, sql` and `);

type Table = 'statement' | 'relation';

const column = (name: string, table: Table = 'statement') => sql.ref(`${table}.${name}`);

export function among(name: RawBuilder<unknown>, values: readonly unknown[]): Condition {
  if (values.length === 0) return never;
  return values.length === 1
    ? sql<SqlBool>`${name} = ${values[0]}`
    : sql<SqlBool>`${name} in (${sql.join(values)})`;
}

/** By id, the keys of all that the same one stands for. */
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

/** Keys of the entities with these ids and of all that the same ones stand for. */
export const entityKeys = (lookup: Lookup, asked: OneOrMany<string>): number[] => [
  ...new Set([...keysOfEach(lookup, listOf(asked)).values()].flat()),
];

/** The branches of the conditions on source or target. */
export function actorBranches(
  lookup: Lookup,
  filter: Pick<StatementFilter, 'pair' | 'entity'>,
  table: Table,
): Condition[] {
  const [source, target] = [column('source', table), column('target', table)];
  if (filter.pair) {
    const [a, b] = filter.pair.map((id) => entityKeys(lookup, id)) as [number[], number[]];
    const between = (from: number[], to: number[]): Condition =>
      table === 'relation'
        ? all([among(source, from), among(target, to)])
        : // The keys first: else all of one actor are gone through for the order that they have there.
          sql<SqlBool>`statement.key in (select pair.key from statement as pair
            where ${among(sql.ref('pair.source'), from)} and ${among(sql.ref('pair.target'), to)})`;
    return a[0] === b[0] ? [between(a, b)] : [between(a, b), between(b, a)];
  }
  if (filter.entity === undefined) return [all([])];
  const keys = entityKeys(lookup, filter.entity);
  if (keys.length === 0) return [];
  return [
    among(source, keys),
    all([among(target, keys), sql<SqlBool>`not ${among(source, keys)}`]),
  ];
}

function documentConditions({ engine }: Lookup, asked: OneOrMany<string>): Condition {
  const keys = listOf(asked).flatMap((id) => documentKey(id) ?? []);
  const found = keys.flatMap((key) =>
    engine.all<{ key: number; published: number }>(
      'select key, published from document where key = ?',
      [key],
    ),
  );
  const [only] = found;
  if (!only) return never;
  if (found.length === 1) {
    return sql<SqlBool>`statement.published = ${only.published} and statement.document = ${only.key}`;
  }
  return sql<SqlBool>`(statement.published, statement.document) in (values ${sql.join(
    found.map((each) => sql`(${each.published}, ${each.key})`),
  )})`;
}

function typeCondition({ terms }: Lookup, asked: OneOrMany<string>): Condition {
  const wanted = listOf(asked);
  const keys = wanted.flatMap((type) => terms.find(type) ?? []);
  const none = wanted.includes('none') ? [sql<SqlBool>`statement.type is null`] : [];
  const conditions = [...(keys.length > 0 ? [among(column('type'), keys)] : []), ...none];
  return conditions.length === 0 ? never : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function speakerCondition(lookup: Lookup, asked: OneOrMany<string>): Condition {
  const author = codeOf(attributions, 'author');
  const keys = entityKeys(lookup, asked);
  const conditions = [
    ...(listOf(asked).includes('author') ? [sql<SqlBool>`statement.attribution = ${author}`] : []),
    ...(keys.length > 0
      ? [sql<SqlBool>`statement.attribution <> ${author} and ${among(column('speaker'), keys)}`]
      : []),
  ];
  return conditions.length === 0 ? never : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function placeCondition(lookup: Lookup, asked: OneOrMany<string>): Condition {
  const keys = entityKeys(lookup, asked);
  const words = listOf(asked).flatMap((text) => lookup.terms.find(text) ?? []);
  return sql<SqlBool>`(${among(column('place'), keys)} or ${among(column('place_text'), words)})`;
}

/** Source or target is an entity of which the condition holds. */
function actorsWith(condition: Condition): Condition {
  const keys = sql`(select entity.key from entity where ${condition})`;
  return sql<SqlBool>`(statement.source in ${keys} or statement.target in ${keys})`;
}

export const hasSector = (asked: OneOrMany<string>): Condition =>
  sql<SqlBool>`(${sql.join(
    [never, ...listOf(asked).map((sector) => sql`entity.sectors like ${`%,${sector},%`}`)],
    sql` or `,
  )})`;

const secondsOf = (day: string): number => Date.parse(day) / 1000;
const dayLength = 86_400;

/**
 * Days are as written, the order is that of the moment: the two differ by a day at most. So the day
 * itself, which no index has, is looked at only near the ends of a span.
 */
export function spanConditions(
  table: 'statement' | 'document',
  { from, to, date }: Pick<StatementFilter, 'from' | 'to' | 'date'>,
): Condition[] {
  const day = sql.ref(`${table}.${date === 'event' ? 'event_day' : 'day'}`);
  const since = from === undefined ? [] : [sql<SqlBool>`${day} >= ${dayNumber(from)}`];
  const until = to === undefined ? [] : [sql<SqlBool>`${day} <= ${dayNumber(to)}`];
  if (date === 'event') return [...since, ...until];
  const published = sql.ref(`${table}.published`);
  const [begin, end] = [secondsOf(from ?? ''), secondsOf(to ?? '')];
  return [
    ...since.map(
      (asked) => sql<SqlBool>`${published} >= ${begin - dayLength}
        and (${published} >= ${begin + dayLength} or ${asked})`,
    ),
    ...until.map(
      (asked) => sql<SqlBool>`${published} <= ${end + 2 * dayLength}
        and ((${published} < ${end} and ${published} > ${undated}) or ${asked})`,
    ),
  ];
}

function hiddenCondition({ rejected = false, duplicates = false }: StatementFilter): Condition {
  const copies = duplicates ? [0, 1] : [0];
  return among(
    column('hidden'),
    copies.map((copy) => copy + (rejected ? 2 : 0)),
  );
}

const codes = (list: readonly string[], asked: OneOrMany<string>): number[] =>
  listOf(asked).map((word) => codeOf(list, word));

/** The branches of a filter; none where nothing can match. */
export function branchesOf(lookup: Lookup, filter: StatementFilter): Condition[] {
  const { source, target, document, ids, kind, type, quad, polarity, modality } = filter;
  const { speaker, publisher, place, country, sector, actorType, confidence, q } = filter;
  const words = searchWords(q);
  const when = <Value>(value: Value | undefined, make: (value: Value) => Condition): Condition[] =>
    value === undefined ? [] : [make(value)];
  const conditions = [
    hiddenCondition(filter),
    ...when(source, (each) => among(column('source'), entityKeys(lookup, each))),
    ...when(target, (each) => among(column('target'), entityKeys(lookup, each))),
    ...when(document, (each) => documentConditions(lookup, each)),
    ...when(ids, (each) =>
      among(
        column('id'),
        each.flatMap((id) => bytesOf('st', id) ?? []),
      ),
    ),
    ...when(kind, (each) => among(column('kind'), codes(kinds, each))),
    ...when(type, (each) => typeCondition(lookup, each)),
    ...when(quad, (each) => among(column('quad'), listOf(each))),
    ...when(polarity, (each) => among(column('polarity'), codes(polarities, each))),
    ...when(modality, (each) => among(column('modality'), codes(modalities, each))),
    ...when(speaker, (each) => speakerCondition(lookup, each)),
    ...when(publisher, (each) => {
      const keys = listOf(each).flatMap((name) => lookup.terms.find(name) ?? []);
      return sql<SqlBool>`statement.document in
        (select document.key from document where ${among(sql.ref('document.publisher'), keys)})`;
    }),
    ...when(place, (each) => placeCondition(lookup, each)),
    ...when(country, (each) => actorsWith(among(sql.ref('entity.country'), listOf(each)))),
    ...when(sector, (each) => actorsWith(hasSector(each))),
    ...when(actorType, (each) => actorsWith(among(sql.ref('entity.type'), listOf(each)))),
    ...spanConditions('statement', filter),
    ...when(confidence, (least) => sql<SqlBool>`statement.confidence >= ${least}`),
    ...(words === null
      ? []
      : words.length === 0
        ? [never]
        : [sql<SqlBool>`statement.key in ${lookup.engine.sentences.matching(words)}`]),
  ];
  return actorBranches(lookup, filter, 'statement').map((branch) => all([branch, ...conditions]));
}

/** Whether a filter lets every statement through that counts. */
export const isEmpty = (filter: StatementFilter): boolean =>
  Object.values(filter).every((value) => value === undefined || value === false);

/** The rows of all branches as a table expression with these columns. */
export function chosen(branches: readonly Condition[], columns: RawBuilder<unknown>) {
  const rows = (branches.length === 0 ? [never] : branches).map(
    (branch) => sql`select ${columns} from statement where ${branch}`,
  );
  return sql`(${sql.join(rows, sql` union all `)})`;
}
