// Reading entities: one, or pages of those whose name or alias has words that begin as asked,
// most statements first.

import { type RawBuilder, sql } from 'kysely';
import {
  type EntityList,
  type EntitySummary,
  emptyTally,
  entityOf,
  joinTallies,
} from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listOf } from '../filter.ts';
import type { EntityQuery } from '../queries.ts';
import { searchText } from '../search-text.ts';
import { bytesOf, idOf } from './codes.ts';
import { unpackTally } from './pack-entity.ts';
import { all, among, type Condition, hasSector, type Lookup, never } from './select.ts';
import type { EntityRow, Reading } from './tables.ts';

const columns = 'key, id, canonical, tally, copies, name, statements, documents';

/** The record of an entity as all that it stands for describe it. */
export function entitySummary({ engine }: Lookup, row: EntityRow): EntitySummary {
  const members = engine.all<EntityRow>(
    `select ${columns} from entity where canonical = ? and canonical <> key`,
    [row.key],
  );
  const join = (tallies: readonly (string | null)[]) =>
    tallies.map(unpackTally).reduce(joinTallies, emptyTally());
  const rows = [row, ...members];
  const own = join(rows.map(({ tally }) => tally));
  const entity = entityOf(
    idOf('en', row.id),
    own.size > 0 ? own : join(rows.map(({ copies }) => copies)),
  );
  return {
    entity: row.name === null ? entity : { ...entity, name: JSON.parse(row.name) },
    statements: row.statements,
    documents: row.documents,
  };
}

export function getEntity(lookup: Lookup, id: string): EntitySummary | null {
  const bytes = bytesOf('en', id);
  if (!bytes) return null;
  const [row] = lookup.engine.all<EntityRow>(
    `select ${columns} from entity where key = (select canonical from entity where id = ?)`,
    [bytes],
  );
  return row ? entitySummary(lookup, row) : null;
}

/** The entities of these ids, each by the id it was asked by; those that are not there are left out. */
export function entitiesById(lookup: Lookup, ids: Iterable<string>): Map<string, EntitySummary> {
  const found = [...new Set(ids)].flatMap((id) => {
    const summary = getEntity(lookup, id);
    return summary ? [[id, summary] as const] : [];
  });
  return new Map(found);
}

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
    select ${sql.raw(columns)} from entity where ${others} and ${found} and ${start}
    order by statements desc, id limit ${limit + 1}`.execute(reading);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => entitySummary(lookup, row)),
    total,
    next: last
      ? encodeCursor('entities', filter, [last.statements, Buffer.from(last.id).toString('hex')])
      : null,
  };
}
