// Reading statements: one, or pages of those that a filter lets through.

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Statement, StatementList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { filterOf, listOf, type StatementFilter } from '../filter.ts';
import type { Count, Counts, DatedOutline, OutlineList, StatementQuery } from '../queries.ts';
import { bytesOf, documentKey, idOf } from './codes.ts';
import type { Value } from './engine.ts';
import { statementsOfEntity } from './entities.ts';
import { datedOutlinesOf, outlinesOf } from './examples.ts';
import type { PackedRow } from './pack-statement.ts';
import { packedColumns, statementsOf } from './page-reader.ts';
import { branchesOf, type Condition, chosen, type Lookup } from './select.ts';
import type { Reading, StatementRow } from './tables.ts';

export function getStatement(lookup: Lookup, id: string): Statement | null {
  const bytes = bytesOf('st', id);
  if (!bytes) return null;
  const rows = lookup.engine.all<PackedRow>(
    `select ${packedColumns.join(', ')} from statement where id = ?`,
    [bytes],
  );
  return statementsOf(lookup, rows)[0] ?? null;
}

type Sort = NonNullable<StatementQuery['sort']>;

const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  newest: sql`published desc, document, ordinal`,
  oldest: sql`published, document, ordinal`,
  confidence: sql`confidence desc, published desc, document, ordinal`,
};

/** What the place of a statement in an order depends on. */
const placeColumns: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  newest: sql`key, published, document, ordinal`,
  oldest: sql`key, published, document, ordinal`,
  confidence: sql`key, confidence, published, document, ordinal`,
};

/** Confidence (0 where it does not sort), seconds of publication, id of the document, ordinal. */
type Key = [number, number, string, number];

function after(sort: Sort, [confidence, published, document, ordinal]: Key): Condition {
  const inDocument = sql<SqlBool>`(document, ordinal) > (${documentKey(document) ?? 0}, ${ordinal})`;
  if (sort === 'oldest') {
    return sql<SqlBool>`published >= ${published} and (published > ${published} or ${inDocument})`;
  }
  const later = sql<SqlBool>`published <= ${published} and (published < ${published} or ${inDocument})`;
  if (sort === 'newest') return later;
  return sql<SqlBool>`confidence <= ${confidence} and (confidence < ${confidence} or (${later}))`;
}

/** How many statements a filter has. */
async function countOf(
  reading: Reading,
  lookup: Lookup,
  filter: StatementFilter,
  branches: readonly Condition[],
): Promise<number> {
  const { engine } = lookup;
  const [name, ...others] = Object.entries(filter).flatMap(([each, value]) =>
    value === undefined || value === false ? [] : [each],
  );
  if (name === undefined) {
    const [row] = engine.all<{ n: number }>(
      `select (select count(*) from statement) -
        (select count(*) from statement where hidden <> 0) as n`,
      [],
    );
    return row?.n ?? 0;
  }
  if (name === 'entity' && others.length === 0) {
    const [id, ...more] = listOf(filter.entity ?? []);
    // Counted with every article already.
    if (id !== undefined && more.length === 0) return statementsOfEntity(lookup, id);
  }
  let sum = 0;
  for (const branch of branches) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from statement where ${branch}`.execute(reading);
    sum += Number(rows[0]?.n ?? 0);
  }
  return sum;
}

/** In how many documents the statements of a filter stand; the branches are read side by side. */
export async function countDocuments(
  reading: Reading,
  lookup: Lookup,
  filter: StatementFilter,
): Promise<number> {
  const branches = branchesOf(lookup, filter).map(
    (branch) => sql`select published, document from statement where ${branch}`,
  );
  if (branches.length === 0) return 0;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${
      branches.length === 1
        ? sql`select distinct published, document from (${branches[0]}) as found`
        : sql`${sql.join(branches, sql` union `)} order by published desc, document`
    }) as found`.execute(reading);
  return Number(rows[0]?.n ?? 0);
}

type Column = keyof StatementRow;

/** What JSON does not keep bit for bit. */
const apart: readonly Column[] = ['id', 'confidence', 'record'];

/** What a page has of each row. Its whole numbers come as one list: to hand over a value costs the driver more. */
function listing(names: readonly Column[]) {
  const numbers: Column[] = names.filter((name) => !apart.includes(name));
  numbers.push('published', 'ordinal');
  const of = (some: readonly Column[]): string =>
    some.map((name) => `statement.${name}`).join(', ');
  return {
    columns: sql.raw(`${of(apart)}, json_array(${of(numbers)}) as numbers`),
    rowOf({ numbers: list, ...others }: { readonly numbers: string }): StatementRow {
      const values: number[] = JSON.parse(list);
      const row: Record<string, unknown> = others;
      for (const [index, name] of numbers.entries()) row[name] = values[index];
      return row as unknown as StatementRow;
    },
  };
}

const whole = listing(packedColumns);
const outline = listing([
  'document',
  'source',
  'target',
  'type',
  'quad',
  'polarity',
  'modality',
  'reciprocal',
]);

interface RowPage {
  /** One page. */
  readonly rows: StatementRow[];
  readonly next: string | null;
  readonly branches: readonly Condition[];
}

/** The rows of a page, in order. */
async function pageOf(
  reading: Reading,
  lookup: Lookup,
  query: StatementQuery,
  { columns, rowOf } = whole,
): Promise<RowPage> {
  const { limit = 100, cursor, sort = 'newest' } = query;
  const filter = { ...filterOf(query), sort };
  const start =
    cursor === undefined ? null : decodeCursor<Key>('statements', filter, cursor, [0, 0, '', 0]);
  const branches = branchesOf(lookup, query);
  // First the keys, which are in the indexes: of two branches each has a page, and half of it is not shown.
  const pages = branches.map((branch) => {
    const from = start ? sql`${branch} and ${after(sort, start)}` : branch;
    return sql`select * from (select ${placeColumns[sort]} from statement where ${from}
      order by ${orders[sort]} limit ${limit + 1})`;
  });
  const { rows } =
    pages.length === 0
      ? { rows: [] }
      : await sql<{ numbers: string }>`
          select ${columns} from (
            select key from (${sql.join(pages, sql` union all `)})
            order by ${orders[sort]} limit ${limit + 1}
          ) as page cross join statement where statement.key = page.key
          order by ${orders[sort]}`.execute(reading);
  const shown = rows.slice(0, limit).map(rowOf);
  const last = rows.length > limit ? shown[limit - 1] : undefined;
  const next = last
    ? encodeCursor('statements', filter, [
        sort === 'confidence' ? last.confidence : 0,
        last.published,
        idOf('doc', Buffer.from(last.document.toString(16).padStart(12, '0'), 'hex')).padEnd(
          28,
          '0',
        ),
        last.ordinal,
      ])
    : null;
  return { rows: shown, next, branches };
}

export async function listStatements(
  reading: Reading,
  lookup: Lookup,
  query: StatementQuery,
): Promise<StatementList> {
  const { rows, next, branches } = await pageOf(reading, lookup, query);
  const isAll = query.cursor === undefined && next === null;
  const filter = filterOf(query);
  const count = () => countOf(reading, lookup, filter, branches);
  return {
    items: statementsOf(lookup, rows),
    total: isAll ? rows.length : await lookup.remembered.of(['statements', filter], count),
    next,
  };
}

export async function listOutlines(
  reading: Reading,
  lookup: Lookup,
  query: StatementQuery,
): Promise<OutlineList> {
  const { rows, next } = await pageOf(reading, lookup, query, outline);
  return { items: outlinesOf(lookup, rows), next };
}

const datedColumns = [
  ...(['id', 'record', 'document', 'source', 'target', 'type', 'quad'] as const),
  ...(['polarity', 'modality', 'reciprocal', 'day', 'event_day'] as const),
];

export function allOutlines(lookup: Lookup, filter: StatementFilter): DatedOutline[] {
  const { engine } = lookup;
  const rows = chosen(branchesOf(lookup, filter), sql.raw(datedColumns.join(', ')));
  const { sql: text, parameters } = sql`select * from ${rows}`.compile(engine.connection);
  return datedOutlinesOf(lookup, engine.allAtOnce(datedColumns, text, parameters as Value[]));
}

const rowColumns = sql.raw(packedColumns.map((name) => `statement.${name}`).join(', '));

/** All statements of a filter, in no order. */
export async function chosenStatements(
  reading: Reading,
  branches: readonly Condition[],
): Promise<PackedRow[]> {
  const { rows } = await sql<PackedRow>`
    select * from ${chosen(branches, rowColumns)}`.execute(reading);
  return rows;
}

/** Counts of a filter, and of each entity that is source or target, by id. */
export async function countStatements(
  reading: Reading,
  lookup: Lookup,
  filter: StatementFilter,
): Promise<Counts> {
  const rows = chosen(branchesOf(lookup, filter), sql.raw('document, source, target'));
  const { rows: found } = await sql<{ id: Uint8Array; statements: number; documents: number }>`
    with end as (
      select document, s.canonical as entity from ${rows} as chosen
      join entity as s on s.key = chosen.source
      union all
      select document, t.canonical from ${rows} as chosen
      join entity as s on s.key = chosen.source
      join entity as t on t.key = chosen.target where t.canonical <> s.canonical
    )
    select entity.id, count(*) as statements, count(distinct end.document) as documents
    from end join entity on entity.key = end.entity group by end.entity`.execute(reading);
  const { rows: all } = await sql<Count>`
    select count(*) as statements, count(distinct document) as documents
    from ${rows} as chosen`.execute(reading);
  return {
    ...(all[0] ?? { statements: 0, documents: 0 }),
    entities: new Map(
      found.map(({ id, statements, documents }) => [idOf('en', id), { statements, documents }]),
    ),
  };
}
