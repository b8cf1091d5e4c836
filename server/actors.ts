// Entities as far as lists need them, by id; and the partners of one.

import type { Actor, Partner, Relation } from '../schema/index.ts';
import type { Store } from '../store/index.ts';

/** The actors of these ids, each asked for once; an id that is not known is a name of itself. */
export async function actorsOf(
  store: Store,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Actor>> {
  const actors = new Map<string, Actor>();
  const asked = new Set(ids);
  const summaries = await store.entitiesById(asked);
  for (const id of asked) {
    const found = summaries.get(id)?.entity;
    actors.set(id, {
      id,
      name: found?.name ?? id,
      type: found?.type ?? 'other',
      country: found?.country ?? null,
    });
  }
  return actors;
}

interface Tally {
  statements: number;
  cooperation: number;
  conflict: number;
  first: string | null;
  last: string | null;
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;
const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

function added(tally: Tally | undefined, relation: Relation): Tally {
  const { quad, statements, first, last } = relation;
  const before = tally ?? { statements: 0, cooperation: 0, conflict: 0, first: null, last: null };
  return {
    statements: before.statements + statements,
    cooperation: before.cooperation + (quad === 1 || quad === 2 ? statements : 0),
    conflict: before.conflict + (quad === 3 || quad === 4 ? statements : 0),
    first: earlier(before.first, first),
    last: later(before.last, last),
  };
}

/** Those that an entity has most to do with, most statements first. */
export async function partnersOf(store: Store, entity: string, most: number): Promise<Partner[]> {
  const { items } = await store.ego({ entity, depth: 1, limit: 1000 });
  const tallies = new Map<string, Tally>();
  for (const relation of items) {
    const other = relation.source === entity ? relation.target : relation.source;
    if (other !== entity) tallies.set(other, added(tallies.get(other), relation));
  }
  const first = [...tallies]
    .sort((a, b) => b[1].statements - a[1].statements || (a[0] < b[0] ? -1 : 1))
    .slice(0, most);
  const actors = await actorsOf(
    store,
    first.map(([id]) => id),
  );
  return first.flatMap(([id, tally]) => {
    const actor = actors.get(id);
    return actor ? [{ actor, ...tally }] : [];
  });
}
