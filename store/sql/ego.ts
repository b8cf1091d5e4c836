// The relations round an entity, out of the table of all relations.

import { type RawBuilder, sql } from 'kysely';
import type { Ego, EgoQuery } from '../queries.ts';
import { countRelations, heaviest, relationsOf } from './relations.ts';
import { entityKeys, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

/**
 * The partners of an entity, those with most statements first, then by id; the ids of those alone that
 * have as many statements as the last.
 */
const heaviestPartners = `
  with ends as (
    select target as partner, sum(statements) as weight from relation where source = ? group by target
    union all
    select source, sum(statements) from relation where target = ? group by source
  ), partner as materialized (
    select partner as key, sum(weight) as weight from ends where partner <> ? group by partner
  )
  select partner.key as key from partner join entity on entity.key = partner.key
  where weight >= coalesce(
    (select weight from partner order by weight desc limit 1 offset ?), 0)
  order by weight desc, entity.id
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
  const most = query.partners ?? 200;
  const values = [key, key, key, most - 1, most];
  const near = lookup.engine.all<{ key: number }>(heaviestPartners, values);
  const keys = [key, ...near.map((partner) => partner.key)];
  const found = depth === 2 ? between(keys) : roundOf(key, keys);
  const rows = await heaviest(reading, found, { limit });
  const total = rows.length < limit ? rows.length : await countRelations(reading, found);
  return { items: relationsOf(rows), total };
}
