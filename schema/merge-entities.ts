// What several documents say of one entity, as one record: the most frequent name and type,
// aliases added up, roles and sectors united. The order of the descriptions does not matter.

import type { Entity } from './model.ts';

/** Strings with their counts, most frequent first, ties in code point order. */
function byFrequency(counted: Iterable<readonly [string, number]>): [string, number][] {
  const counts = new Map<string, number>();
  for (const [text, count] of counted) counts.set(text, (counts.get(text) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const mentionsOf = (entity: Entity): number =>
  entity.aliases.reduce((sum, alias) => sum + alias.count, 0);

/**
 * Joins descriptions of the same entity (all with the same id, at least one).
 * A name that more mentions stand behind wins; so does a type.
 */
export function mergeEntities(descriptions: readonly Entity[]): Entity {
  const first = descriptions[0];
  if (!first) throw new Error('mergeEntities expects at least one description, found none.');
  if (descriptions.length === 1) return first;
  const most = (of: (entity: Entity) => string | null): string | null => {
    const counted = descriptions.flatMap((entity) => {
      const text = of(entity);
      return text === null ? [] : [[text, mentionsOf(entity)] as const];
    });
    return byFrequency(counted)[0]?.[0] ?? null;
  };
  const roles = new Map(
    descriptions.flatMap((entity) => entity.roles.map((role) => [JSON.stringify(role), role])),
  );
  return {
    id: first.id,
    type: most((entity) => entity.type) as Entity['type'],
    name: most((entity) => entity.name) ?? first.name,
    aliases: byFrequency(
      descriptions.flatMap((entity) =>
        entity.aliases.map((alias) => [alias.text, alias.count] as const),
      ),
    ).map(([text, count]) => ({ text, count })),
    identifiers: Object.assign(
      {},
      ...descriptions
        .map((entity) => entity.identifiers)
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ),
    country: most((entity) => entity.country),
    sectors: [...new Set(descriptions.flatMap((entity) => entity.sectors))].sort(),
    roles: [...roles.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, role]) => role),
  };
}
