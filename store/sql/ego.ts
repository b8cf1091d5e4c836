// The relations round an entity, out of the table of all relations.

import { type RawBuilder, sql } from 'kysely';
import type { Ego, EgoQuery } from '../queries.ts';
import { countRelations, heaviest, heavyOnly, type Rows, relationsOf } from './relations.ts';
import { all, type Condition, entityKeys, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

/** Relations that one entity may have with another: either way and reciprocal, each of five quads. */
const mostOfPair = 15;
const usualOfPair = 5;

/** The partners of an entity, those of its heaviest relations first. */
function partnersOf(lookup: Lookup, key: number, most: number): number[] {
  const rows = (also: Condition): RawBuilder<unknown>[] => [
    sql`select ${columns} from relation where source = ${key} and ${also}`,
    sql`select ${columns} from relation where target = ${key} and source <> ${key} and ${also}`,
  ];
  const own: Rows = { all: rows, heavy: (also) => rows(all([also, heavyOnly])) };
  for (const each of [usualOfPair, mostOfPair]) {
    const limit = (most + 1) * each;
    const found = heaviest(lookup, own, { limit });
    const partners = new Set(found.map(({ one, other }) => (one === key ? other : one)));
    partners.delete(key);
    if (partners.size >= most || found.length < limit || each === mostOfPair) {
      return [...partners].slice(0, most);
    }
  }
  return [];
}

const columns = sql.raw('relation.*, null as type');

/** The relations with both ends among the keys. */
function between(keys: readonly number[]): Rows {
  const list = sql.join(keys);
  const ofTable = sql`select ${columns} from relation where source in (${list})`;
  return {
    // The primary key finds each pair; the heavy ones of each source are fewer than the pairs.
    all: (also) => [sql`${ofTable} and target in (${list}) and ${also}`],
    heavy: (also) => [sql`${ofTable} and +target in (${list}) and ${also} and ${heavyOnly}`],
  };
}

/** The relations of one key with the others. */
function roundOf(key: number, keys: readonly number[]): Rows {
  const list = sql.join(keys);
  return {
    all: (also) => [
      sql`select ${columns} from relation
        where source = ${key} and target in (${list}) and ${also}`,
      sql`select ${columns} from relation
        where target = ${key} and source in (${list}) and source <> ${key} and ${also}`,
    ],
  };
}

export async function readEgo(reading: Reading, lookup: Lookup, query: EgoQuery): Promise<Ego> {
  const { entity, depth, limit = 2000, partners = 200 } = query;
  const [key] = entityKeys(lookup, entity);
  if (key === undefined) return { items: [], total: 0 };
  const keys = [key, ...partnersOf(lookup, key, partners)];
  const found = depth === 2 ? between(keys) : roundOf(key, keys);
  const rows = heaviest(lookup, found, { limit });
  const total = rows.length < limit ? rows.length : await countRelations(reading, found);
  return { items: relationsOf(rows), total };
}
