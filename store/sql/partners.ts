// Who has a statement with whom, by id: for the search of paths, which asks of the busiest actors only
// whether they are joined to some others.

import { sql } from 'kysely';
import type { PartnerQuery } from '../queries.ts';
import { idOf } from './codes.ts';
import { branchesOf, chosen, entityKeys, isEmpty, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

type Partners = Map<string, string[]>;

const partnersInTable = `
  select id from (
    select target as key from relation where source = ?
    union
    select source from relation where target = ?
  ) as partner join entity on entity.key = partner.key`;

const joinedInTable = `
  select exists (select 1 from relation where source = ? and target = ?)
    or exists (select 1 from relation where source = ? and target = ?) as joined`;

/** Up to so many are asked for one by one; of more, the partners are read and compared. */
const few = 1000;

/** By the table of all relations. */
function partnersByRelation(lookup: Lookup, { ids, among }: PartnerQuery): Partners {
  const { engine } = lookup;
  const keyOf = (id: string): number[] => entityKeys(lookup, id).slice(0, 1);
  const others =
    among && [...new Set(among)].flatMap((id) => keyOf(id).map((key) => [id, key] as const));
  const wanted = among && new Set(among);
  const partnersOf = (key: number): string[] => {
    if (others && others.length <= few) {
      return others.flatMap(([id, other]) => {
        const [row] = engine.all<{ joined: number }>(joinedInTable, [key, other, other, key]);
        return row?.joined === 1 ? [id] : [];
      });
    }
    const all = engine.all<{ id: Uint8Array }>(partnersInTable, [key, key]);
    return all.map(({ id }) => idOf('en', id)).filter((id) => wanted?.has(id) ?? true);
  };
  return new Map(ids.map((id) => [id, keyOf(id).flatMap(partnersOf)]));
}

interface Pair {
  readonly source: Uint8Array;
  readonly target: Uint8Array;
}

/** By the statements of a filter. */
async function partnersByStatement(
  reading: Reading,
  lookup: Lookup,
  { ids, among, filter = {} }: PartnerQuery,
): Promise<Partners> {
  const found = new Map(ids.map((id) => [id, new Set<string>()]));
  const wanted = among && new Set(among);
  const branches = branchesOf(lookup, { ...filter, entity: ids });
  const { rows } = await sql<Pair>`
    select distinct s.id as source, t.id as target
    from ${chosen(branches, sql.raw('source, target'))} as chosen
    join entity as source on source.key = chosen.source
    join entity as target on target.key = chosen.target
    join entity as s on s.key = source.canonical
    join entity as t on t.key = target.canonical`.execute(reading);
  for (const row of rows) {
    const [source, target] = [idOf('en', row.source), idOf('en', row.target)];
    for (const [id, partner] of [
      [source, target],
      [target, source],
    ] as const) {
      if (wanted?.has(partner) ?? true) found.get(id)?.add(partner);
    }
  }
  return new Map([...found].map(([id, partners]) => [id, [...partners]]));
}

export async function readPartners(
  reading: Reading,
  lookup: Lookup,
  query: PartnerQuery,
): Promise<Partners> {
  const found = isEmpty(query.filter ?? {})
    ? partnersByRelation(lookup, query)
    : await partnersByStatement(reading, lookup, query);
  return new Map([...found].map(([id, partners]) => [id, partners.sort()]));
}
