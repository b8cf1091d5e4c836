// Descriptions and tallies of entities as lists without names.

import type { Entity, EntityTally } from '../../schema/index.ts';
import { emptyTally, entityOf, joinTallies } from '../../schema/index.ts';

/** A description without its id. */
export type PackedEntity = readonly [
  type: Entity['type'],
  name: string,
  /** Each text, 0 for the name, and how often it was used. */
  aliases: readonly (string | number)[],
  country?: string | null,
  sectors?: readonly string[],
  /** Each scheme and what it calls the entity. */
  identifiers?: readonly string[],
  roles?: readonly (readonly (string | null)[])[],
];

export function packEntity(entity: Entity): PackedEntity {
  const { type, name, aliases, identifiers, country, sectors, roles } = entity;
  const known = Object.entries(identifiers).flat();
  const used = aliases.flatMap(({ text, count }) => [text === name ? 0 : text, count]);
  if (country === null && known.length + sectors.length + roles.length === 0) {
    return [type, name, used];
  }
  const titles = roles.map(({ title, of, from, to }) => [title, of, from, to]);
  return [type, name, used, country, sectors, known, titles];
}

export function unpackEntity(id: string, packed: PackedEntity): Entity {
  const [type, name, flat, country = null, sectors = [], known = [], roles = []] = packed;
  const identifiers = Array.from({ length: known.length / 2 }, (_, index) =>
    known.slice(index * 2, index * 2 + 2),
  );
  return {
    id,
    type,
    name,
    aliases: Array.from({ length: flat.length / 2 }, (_, index) => ({
      text: flat[index * 2] === 0 ? name : (flat[index * 2] as string),
      count: flat[index * 2 + 1] as number,
    })),
    identifiers: Object.fromEntries(identifiers),
    country,
    sectors: [...sectors],
    roles: roles.map(([title, of, from, to]) => ({ title, of, from, to })) as Entity['roles'],
  };
}

const parts = [
  'names',
  'types',
  'aliases',
  'countries',
  'sectors',
  'identifiers',
  'roles',
] as const satisfies readonly Exclude<keyof EntityTally, 'size'>[];

export function packTally(tally: EntityTally): string {
  const packed: unknown[] = [tally.size, ...parts.map((part) => tally[part])];
  while (packed.length > 1 && Object.keys(packed.at(-1) as object).length === 0) packed.pop();
  return JSON.stringify(packed);
}

export function unpackTally(packed: string | null): EntityTally {
  if (packed === null) return emptyTally();
  const [size, ...votes] = JSON.parse(packed);
  // In the order of `parts`.
  const [names = {}, types = {}, aliases = {}, countries = {}, ...others] = votes;
  const [sectors = {}, identifiers = {}, roles = {}] = others;
  return { size, names, types, countries, aliases, identifiers, sectors, roles };
}

interface Tallied {
  readonly tally: string | null;
  readonly copies: string | null;
}

/** An entity as all of these rows describe it; copies alone where nothing else does. */
export function describedBy(id: string, rows: readonly Tallied[]): Entity {
  const join = (tallies: readonly (string | null)[]) =>
    tallies.map(unpackTally).reduce(joinTallies, emptyTally());
  const own = join(rows.map(({ tally }) => tally));
  return entityOf(id, own.size > 0 ? own : join(rows.map(({ copies }) => copies)));
}
