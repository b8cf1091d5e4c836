// The relations round an entity, out of the table of all relations.

import { type RawBuilder, sql } from 'kysely';
import type { Ego, EgoQuery } from '../queries.ts';
import { heaviestFirst, named, relationOf } from './relations.ts';
import { entityKeys, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

type Row = Parameters<typeof relationOf>[0] & { readonly total: number };

/** The partners of an entity, those with most statements first, then by id. */
const partners = `
  select partner from (
    select target as partner, statements as weight from relation where source = ?
    union all
    select source as partner, statements as weight from relation where target = ?
  ) as ends
  join entity on entity.key = ends.partner
  where partner <> ?
  group by partner
  order by sum(weight) desc, entity.id
  limit ?`;

const columns = sql.raw('relation.*, null as type');

/** The relations with both ends among the keys: each key's own, which the primary key finds. */
function between(keys: readonly number[]): RawBuilder<unknown> {
  const list = sql.join(keys);
  return sql`select ${columns} from relation where source in (${list}) and target in (${list})`;
}

/** The relations of one key with the others. */
function roundOf(key: number, keys: readonly number[]): RawBuilder<unknown> {
  const list = sql.join(keys);
  return sql`
    select ${columns} from relation where source = ${key} and target in (${list})
    union all
    select ${columns} from relation
    where target = ${key} and source in (${list}) and source <> ${key}`;
}

export async function readEgo(reading: Reading, lookup: Lookup, query: EgoQuery): Promise<Ego> {
  const { entity, depth, limit = 2000 } = query;
  const [key] = entityKeys(lookup, entity);
  if (key === undefined) return { items: [], total: 0 };
  const near = lookup.engine
    .all<{ partner: number }>(partners, [key, key, key, query.partners ?? 200])
    .map(({ partner }) => partner);
  const keys = [key, ...near];
  const { rows } = await sql<Row>`
    select found.*, count(*) over () as total
    from (${named(depth === 2 ? between(keys) : roundOf(key, keys))}) as found
    order by ${heaviestFirst} limit ${limit}`.execute(reading);
  return { items: rows.map(relationOf), total: rows[0]?.total ?? 0 };
}
