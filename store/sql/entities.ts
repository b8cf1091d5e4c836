// Reading entities: one, or pages of those whose name or alias has words that begin as asked,
// most statements first.

import { type RawBuilder, sql } from 'kysely';
import type { EntityList, EntitySummary } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listOf } from '../filter.ts';
import type { EntityQuery } from '../queries.ts';
import { searchText } from '../search-text.ts';
import { bytesOf, idOf } from './codes.ts';
import { describedBy } from './pack-entity.ts';
import { rowsAtOnce, rowsOf } from './rows.ts';
import { all, among, type Condition, hasSector, type Lookup, never } from './select.ts';
import type { EntityRow, Reading } from './tables.ts';

const columns = [
  'key',
  'id',
  'canonical',
  'tally',
  'copies',
  'name',
  'statements',
  'documents',
] as const;

/** A row as far as it is read, its id as bytes or as their hexadecimal digits. */
interface ReadRow extends Pick<EntityRow, Exclude<(typeof columns)[number], 'id'>> {
  readonly id: Uint8Array | string;
}

function summaryOf(row: ReadRow, members: readonly ReadRow[]): EntitySummary {
  const entity = describedBy(idOf('en', row.id), [row, ...members]);
  return {
    entity: row.name === null ? entity : { ...entity, name: JSON.parse(row.name) },
    statements: row.statements,
    documents: row.documents,
  };
}

/** The records of entities as all that they stand for describe them, in the order of the rows. */
export function entitySummaries(lookup: Lookup, rows: readonly ReadRow[]): EntitySummary[] {
  const known = lookup.remembered.found<number, EntitySummary>('entity');
  const wanted = rows.filter(({ key }) => !known.has(key));
  const members = rowsOf<ReadRow>(
    lookup,
    `select ${columns.join(', ')} from entity where canonical <> key and canonical`,
    wanted.map(({ key }) => key),
  );
  const byCanonical = new Map<number, ReadRow[]>(wanted.map(({ key }) => [key, []]));
  for (const row of members) byCanonical.get(row.canonical)?.push(row);
  for (const row of wanted) known.set(row.key, summaryOf(row, byCanonical.get(row.key) ?? []));
  return rows.map(({ key }) => known.get(key) as EntitySummary);
}

/** The entities of these ids, each by the id it was asked by; those that are not there are left out. */
export function entitiesById(lookup: Lookup, ids: Iterable<string>): Map<string, EntitySummary> {
  const known = lookup.remembered.found<string, EntitySummary>('entity by id');
  const asked = [...new Set(ids)];
  const rows = rowsAtOnce<ReadRow & { readonly asked: string }>(
    lookup,
    ['asked', ...columns],
    `select asked.id as asked, ${columns.map((name) => `entity.${name}`).join(', ')}
      from entity as asked join entity on entity.key = asked.canonical where asked.id`,
    asked.filter((id) => !known.has(id)).flatMap((id) => bytesOf('en', id) ?? []),
  );
  const summaries = entitySummaries(lookup, rows);
  for (const [index, row] of rows.entries()) {
    known.set(idOf('en', row.asked), summaries[index] as EntitySummary);
  }
  return new Map(
    asked.flatMap((id) => {
      const summary = known.get(id);
      return summary ? [[id, summary] as const] : [];
    }),
  );
}

export const getEntity = (lookup: Lookup, id: string): EntitySummary | null =>
  entitiesById(lookup, [id]).get(id) ?? null;

/** How many statements are about an entity, as it is counted with every article. */
export function statementsOfEntity({ engine }: Lookup, id: string): number {
  const [row] = engine.all<{ statements: number }>(
    'select statements from entity where key = (select canonical from entity where id = ?)',
    [bytesOf('en', id) ?? Buffer.alloc(0)],
  );
  return row?.statements ?? 0;
}

/** What forms must begin with; null where nothing is asked. */
function beginningOf(q: string): string | null {
  return q.trim() === '' ? null : searchText(q);
}

/** After every text that begins so. */
const end = '\u{10ffff}';

const withForm = (beginning: string): Condition =>
  sql`form >= ${beginning} and form < ${beginning + end}`;

/** The conditions but that on the form. */
function conditionsOf(beginning: string | null, query: EntityQuery): Condition {
  const { type, country, sector } = query;
  return all([
    sql`entity.documents > 0`,
    ...(beginning === '' ? [never] : []),
    ...(type === undefined ? [] : [among(sql.ref('entity.type'), listOf(type))]),
    ...(country === undefined ? [] : [among(sql.ref('entity.country'), listOf(country))]),
    ...(sector === undefined ? [] : [hasSector(sector)]),
  ]);
}

const isFound = (beginning: string): Condition =>
  sql`entity.key in (select entity_form.entity from entity_form where ${withForm(beginning)})`;

/**
 * The condition on the form as it is asked of each entity in turn, the heaviest first. Where many have
 * such a form, a page is full before all of them were gathered and sorted.
 */
const isFoundInTurn = (beginning: string): Condition =>
  sql`exists (select 1 from entity_form
    where entity_form.entity = entity.key and ${withForm(beginning)})`;

async function count(reading: Reading, rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ n: number }>`select count(*) as n from ${rows}`.execute(reading);
  return Number(counted.rows[0]?.n ?? 0);
}

export async function listEntities(
  reading: Reading,
  lookup: Lookup,
  query: EntityQuery,
): Promise<EntityList> {
  const { limit = 100, cursor, q = '', type, country, sector } = query;
  const beginning = beginningOf(q);
  const filter = { beginning, type, country, sector };
  const after =
    cursor === undefined
      ? null
      : decodeCursor<[number, string]>('entities', filter, cursor, [0, '']);
  const { remembered } = lookup;
  const others = conditionsOf(beginning, query);
  const form = beginning === null || beginning === '' ? null : beginning;
  const total = await remembered.of(['entities', filter], () =>
    count(reading, sql`entity where ${others} and ${form === null ? all([]) : isFound(form)}`),
  );
  const there = await remembered.of(['all entities'], () => count(reading, sql`entity`));
  // Either so many are looked up, or as many as it takes until a page of them was met.
  const inTurn = total * total > limit * there;
  const found = form === null ? all([]) : inTurn ? isFoundInTurn(form) : isFound(form);
  const start = after
    ? sql`entity.statements <= ${after[0]} and (entity.statements < ${after[0]}
        or entity.id > ${Buffer.from(after[1], 'hex')})`
    : sql`1 = 1`;
  const { rows } = await sql<EntityRow>`
    select ${sql.raw(columns.join(', '))} from entity where ${others} and ${found} and ${start}
    order by statements desc, id limit ${limit + 1}`.execute(reading);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: entitySummaries(lookup, items),
    total,
    next: last
      ? encodeCursor('entities', filter, [last.statements, Buffer.from(last.id).toString('hex')])
      : null,
  };
}
