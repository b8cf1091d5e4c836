// Relations: statements rolled up by source, target and quad or type. All of them are kept as a
// table; those of a filter are counted when asked.

import { type RawBuilder, sql } from 'kysely';
import type { Quad, Relation, RelationList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { rounded } from '../day.ts';
import { filterOf } from '../filter.ts';
import type { RelationQuery } from '../queries.ts';
import { dayText, idOf } from './codes.ts';
import type { Value } from './engine.ts';
import { among, branchesOf, chosen, entityKeys, type Lookup } from './select.ts';
import { noFirst, type Reading, type RelationRow } from './tables.ts';

/** A relation with its ends in the order of their ids where it is reciprocal. */
interface NamedRow extends Omit<RelationRow, 'source' | 'target'> {
  source_id: Uint8Array;
  target_id: Uint8Array;
  type: string | null;
  total: number;
}

export function relationOf(row: Omit<NamedRow, 'total'>): Relation {
  return {
    source: idOf('en', row.source_id),
    target: idOf('en', row.target_id),
    reciprocal: row.reciprocal === 1,
    quad: row.quad as Quad,
    type: row.type === null ? null : JSON.parse(row.type),
    statements: row.statements,
    documents: row.documents,
    first: row.first === noFirst ? null : dayText(row.first),
    last: row.last === 0 ? null : dayText(row.last),
    intensity: row.intensities === 0 ? null : rounded(row.intensity / 1000 / row.intensities),
  };
}

/** The statements of the branches rolled up; one that is reciprocal by the order of the keys. */
function grouped(lookup: Lookup, query: RelationQuery): RawBuilder<unknown> {
  const columns = sql.raw(
    'document, source, target, reciprocal, quad, type, day, event_day, intensity',
  );
  const rows = chosen(branchesOf(lookup, query), columns);
  const type = query.by === 'type' ? sql`chosen.type` : sql`null`;
  return sql`
    select
      case when reciprocal = 1 and t.canonical < s.canonical then t.canonical else s.canonical end
        as source,
      case when reciprocal = 1 and t.canonical < s.canonical then s.canonical else t.canonical end
        as target,
      reciprocal, quad, ${type} as type,
      count(*) as statements, count(distinct document) as documents,
      coalesce(min(coalesce(event_day, day)), ${noFirst}) as first,
      coalesce(max(coalesce(event_day, day)), 0) as last,
      coalesce(sum(intensity), 0) as intensity, count(intensity) as intensities
    from ${rows} as chosen
    join entity as s on s.key = chosen.source
    join entity as t on t.key = chosen.target
    group by 1, 2, 3, 4, 5`;
}

const whole = sql`select *, null as type from relation`;

/** With the ids of its ends, by which it is sorted. */
export function named(relations: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select
      case when reciprocal = 1 and t.id < s.id then t.id else s.id end as source_id,
      case when reciprocal = 1 and t.id < s.id then s.id else t.id end as target_id,
      reciprocal, quad, term.text as type, grouped.statements, grouped.documents,
      first, last, intensity, intensities
    from (${relations}) as grouped
    join entity as s on s.key = grouped.source
    join entity as t on t.key = grouped.target
    left join term on term.key = grouped.type`;
}

export const heaviestFirst = sql`documents desc, statements desc, last desc, source_id, target_id,
  reciprocal, quad, coalesce(type, '')`;

/** Documents, statements, last day, hexadecimal ids, reciprocal, quad, type as JSON. */
type Key = [number, number, number, string, string, number, number, string];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function after([documents, statements, last, source, target, ...rest]: Key) {
  const [reciprocal, quad, type] = rest;
  return sql`documents <= ${documents} and (documents < ${documents} or (
    statements <= ${statements} and (statements < ${statements} or (
      last <= ${last} and (last < ${last} or (
        (source_id, target_id, reciprocal, quad, coalesce(type, '')) >
        (${Buffer.from(source, 'hex')}, ${Buffer.from(target, 'hex')}, ${reciprocal}, ${quad}, ${type})
      ))))))`;
}

/** No condition but those that hold for every relation of the table. */
const isWhole = (query: RelationQuery): boolean =>
  query.by !== 'type' &&
  Object.values(filterOf(query)).every((value) => value === undefined || value === false);

export async function listRelations(
  reading: Reading,
  lookup: Lookup,
  query: RelationQuery,
): Promise<RelationList> {
  const { limit = 100, cursor, by = 'quad', withIds = false } = query;
  const filter = { ...filterOf(query), by };
  const start =
    cursor === undefined
      ? null
      : decodeCursor<Key>('relations', filter, cursor, [0, 0, 0, '', '', 0, 0, '']);
  const relations = named(isWhole(query) ? whole : grouped(lookup, query));
  const page = await sql<NamedRow>`
    select * from (select counted.*, count(*) over () as total from (${relations}) as counted)
    where ${start ? after(start) : sql`1 = 1`}
    order by ${heaviestFirst} limit ${limit + 1}`.execute(reading);
  const rows = page.rows.slice(0, limit);
  const last = page.rows.length > limit ? rows.at(-1) : undefined;
  const items: Relation[] = rows.map(relationOf);
  const total = rows[0]?.total ?? (start ? await countOf(reading, relations) : 0);
  return {
    items: withIds ? items.map((item) => ({ ...item, ids: idsOf(lookup, query, item) })) : items,
    total,
    next: last
      ? encodeCursor('relations', filter, [
          ...([last.documents, last.statements, last.last] as const),
          ...([hex(last.source_id), hex(last.target_id)] as const),
          ...([last.reciprocal, last.quad, last.type ?? ''] as const),
        ])
      : null,
  };
}

async function countOf(reading: Reading, relations: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${relations}) as counted`.execute(reading);
  return Number(rows[0]?.n ?? 0);
}

/** The ids of the statements of one relation, sorted. */
function idsOf(lookup: Lookup, query: RelationQuery, relation: Relation): string[] {
  const { source, target, reciprocal, quad, type } = relation;
  const base = filterOf(query);
  const type_ = query.by === 'type' ? { type: type ?? 'none' } : {};
  const pairs: [string, string][] =
    reciprocal && source !== target
      ? [
          [source, target],
          [target, source],
        ]
      : [[source, target]];
  const ids = pairs.flatMap(([from, to]) => {
    const ends = sql`${among(sql.ref('statement.source'), entityKeys(lookup, from))}
      and ${among(sql.ref('statement.target'), entityKeys(lookup, to))}`;
    return branchesOf(lookup, { ...base, ...type_, quad }).flatMap((branch) => {
      const { sql: text, parameters } = sql`
        select id from statement
        where ${branch} and ${ends} and reciprocal = ${Number(reciprocal)}
        `.compile(lookup.engine.connection);
      return lookup.engine
        .all<{ id: Uint8Array }>(text, parameters as Value[])
        .map(({ id }) => idOf('st', id));
    });
  });
  return ids.sort();
}
