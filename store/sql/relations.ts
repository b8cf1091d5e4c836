// Relations: statements rolled up by source, target and quad or type. All of them are kept as a
// table; those of a filter are counted when asked.

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Quad, Relation, RelationList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { rounded } from '../day.ts';
import { filterOf, listOf } from '../filter.ts';
import type { RelationQuery } from '../queries.ts';
import { dayText, idOf } from './codes.ts';
import type { Engine, Value } from './engine.ts';
import { statementsOfEach } from './examples.ts';
import {
  actorBranches,
  all,
  among,
  branchesOf,
  type Condition,
  chosen,
  type Lookup,
  never,
} from './select.ts';
import { noFirst, type Reading, type RelationRow } from './tables.ts';

/** A relation with its ends in the order of their ids where it is reciprocal. */
interface NamedRow extends Omit<RelationRow, 'source' | 'target'> {
  /** Hexadecimal digits. */
  source_id: string;
  target_id: string;
  /** Keys of the ends, in no order where it is reciprocal. */
  one: number;
  other: number;
  type: string | null;
}

const namedColumns = [
  'source_id',
  'target_id',
  'one',
  'other',
  'reciprocal',
  'quad',
  'type',
  'statements',
  'documents',
  'first',
  'last',
  'intensity',
  'intensities',
] as const satisfies readonly (keyof NamedRow)[];

function relationOf(row: NamedRow): Relation {
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
function grouped(lookup: Lookup, query: RelationQuery): Rows {
  const columns = sql.raw(
    'document, source, target, reciprocal, quad, type, day, event_day, intensity',
  );
  const rows = chosen(branchesOf(lookup, query), columns);
  const type = query.by === 'type' ? sql`chosen.type` : sql`null`;
  const relations = sql`
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
  return { all: (also) => [sql`select * from (${relations}) where ${also}`] };
}

/** Selects that have no relation in common, each of those for which a condition holds as well. */
type Select = (also: Condition) => readonly RawBuilder<unknown>[];

/** Relations; and, where they are of the table, those of many documents alone, which an index has in order. */
export interface Rows {
  readonly all: Select;
  readonly heavy?: Select;
}

const union = (selects: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join(selects, sql` union all `)})`;

/** Relations of more than two documents: one in fifty, and most of what is ever shown first. */
export const heavyOnly: Condition = sql.raw('documents > 2');

/**
 * The relations that the table has ready, for a filter that asks of them nothing that only their
 * statements know; null for any other.
 */
function ready(lookup: Lookup, query: RelationQuery): Rows | null {
  const { entity, pair, quad, ...others } = filterOf(query);
  const isOther = Object.values(others).some((value) => value !== undefined && value !== false);
  if (query.by === 'type' || isOther) return null;
  const ofQuad = quad === undefined ? all([]) : among(sql.ref('relation.quad'), listOf(quad));
  const branches = actorBranches(lookup, { entity, pair }, 'relation').map((branch) =>
    all([branch, ofQuad]),
  );
  const rows = (also: Condition): RawBuilder<unknown>[] =>
    (branches.length === 0 ? [never] : branches).map(
      (branch) => sql`select relation.*, null as type from relation where ${branch} and ${also}`,
    );
  // What bounds the order comes first: SQLite takes the first of several bounds to an index.
  return { all: rows, heavy: (also) => rows(all([also, heavyOnly])) };
}

/** With the ids of its ends, by which it is sorted. */
function named(relations: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select
      case when reciprocal = 1 and t.id < s.id then t.id else s.id end as source_id,
      case when reciprocal = 1 and t.id < s.id then s.id else t.id end as target_id,
      grouped.source as one, grouped.target as other, reciprocal, quad, term.text as type, grouped.statements, grouped.documents,
      first, last, intensity, intensities
    from ${relations} as grouped
    join entity as s on s.key = grouped.source
    join entity as t on t.key = grouped.target
    left join term on term.key = grouped.type`;
}

const heaviestFirst = sql`documents desc, statements desc, last desc, source_id, target_id,
  reciprocal, quad, coalesce(type, '')`;

/** Documents, statements, last day, hexadecimal ids, reciprocal, quad, type as JSON. */
type Key = [number, number, number, string, string, number, number, string];

/** Relations that come after a row in the order, `heaviestFirst`. */
function after([documents, statements, last, source, target, ...rest]: Key): Condition {
  const [reciprocal, quad, type] = rest;
  return sql`((documents, statements, last) < (${documents}, ${statements}, ${last})
    or (source_id, target_id, reciprocal, quad, coalesce(type, '')) >
       (${Buffer.from(source, 'hex')}, ${Buffer.from(target, 'hex')}, ${reciprocal}, ${quad}, ${type}))`;
}

interface Page {
  readonly limit: number;
  /** The row before. */
  readonly start?: Key | null;
}

/**
 * The heaviest of the relations, in order. Only those that can be among them get the ids of their
 * ends, which the rest of the order goes by: by far the most have one document.
 */
export function heaviest(lookup: Lookup, rows: Rows, page: Page): NamedRow[] {
  const full = rows.heavy ? heaviestOf(lookup, rows.heavy, page, true) : [];
  return full.length === page.limit ? full : heaviestOf(lookup, rows.all, page, false);
}

function readAll<Row>(
  engine: Engine,
  columns: readonly string[],
  query: RawBuilder<unknown>,
): Row[] {
  const { sql: text, parameters } = query.compile(engine.connection);
  return engine.allAtOnce(columns, text, parameters as Value[]);
}

/** With `orNone` nothing where fewer than the page holds are there. */
function heaviestOf(
  { engine }: Lookup,
  select: Select,
  { limit, start = null }: Page,
  orNone: boolean,
): NamedRow[] {
  const [documents, statements, last] = start ?? [];
  const row = (comparison: string, values: readonly unknown[]) =>
    sql<SqlBool>`(documents, statements, last) ${sql.raw(comparison)} (${sql.join(values)})`;
  const later = start ? row('<', [documents, statements, last]) : all([]);
  const columns = ['documents', 'statements', 'last'] as const;
  const edges = readAll<Pick<NamedRow, (typeof columns)[number]>>(
    engine,
    columns,
    sql`
    select documents, statements, last from ${union(select(later))}
    order by documents desc, statements desc, last desc limit 1 offset ${limit - 1}`,
  );
  if (orNone && edges.length === 0) return [];
  const near = all([
    ...edges.map((edge) => row('>=', [edge.documents, edge.statements, edge.last])),
    ...(start ? [row('<=', [documents, statements, last])] : []),
  ]);
  return readAll(
    engine,
    namedColumns,
    sql`
    select * from (${named(union(select(near)))}) as named
    where ${start ? after(start) : all([])}
    order by ${heaviestFirst} limit ${limit}`,
  );
}

/** Each select is counted for itself, as an index alone can tell then. */
export async function countRelations(reading: Reading, { all: select }: Rows): Promise<number> {
  const counts = select(all([])).map((each) => sql`(select count(*) from (${each}))`);
  const { rows } = await sql<{ n: number }>`select ${sql.join(counts, sql` + `)} as n`.execute(
    reading,
  );
  return Number(rows[0]?.n ?? 0);
}

export const relationsOf = (rows: readonly NamedRow[]): Relation[] => rows.map(relationOf);

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
  const relations = ready(lookup, query) ?? grouped(lookup, query);
  const rows = heaviest(lookup, relations, { limit: limit + 1, start });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const items = relationsOf(shown);
  const total =
    start === null && last === undefined
      ? items.length
      : await lookup.remembered.of(['relations', filter], () => countRelations(reading, relations));
  return {
    items: withIds ? identified(lookup, query, items) : items,
    total,
    next: last
      ? encodeCursor('relations', filter, [
          ...([last.documents, last.statements, last.last] as const),
          ...([last.source_id, last.target_id, last.reciprocal, last.quad] as const),
          last.type ?? '',
        ])
      : null,
  };
}

/** With the ids of the statements, sorted. */
function identified(lookup: Lookup, query: RelationQuery, items: readonly Relation[]): Relation[] {
  const found = statementsOfEach<{ id: string }>(lookup, items, {
    columns: ['id'],
    filter: filterOf(query),
    byType: query.by === 'type',
  });
  return items.map((item, index) => ({
    ...item,
    ids: (found[index] ?? []).map(({ id }) => idOf('st', id)).sort(),
  }));
}
