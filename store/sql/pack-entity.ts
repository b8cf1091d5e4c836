// Descriptions and tallies of entities as JSON lists without names.

import type { Entity, EntityTally } from '../../schema/index.ts';
import { emptyTally } from '../../schema/index.ts';

/** A description without its id. */
export function packEntity(entity: Entity): string {
  const { type, name, aliases, identifiers, country, sectors, roles } = entity;
  return JSON.stringify([
    type,
    name,
    aliases.flatMap(({ text, count }) => [text === name ? 0 : text, count]),
    ...(Object.keys(identifiers).length + sectors.length + roles.length > 0 || country !== null
      ? [
          country,
          sectors,
          identifiers,
          roles.map(({ title, of, from, to }) => [title, of, from, to]),
        ]
      : []),
  ]);
}

export function unpackEntity(id: string, record: string): Entity {
  const [type, name, flat, country = null, sectors = [], identifiers = {}, roles = []] =
    JSON.parse(record);
  return {
    id,
    type,
    name,
    aliases: Array.from({ length: flat.length / 2 }, (_, index) => ({
      text: flat[index * 2] === 0 ? name : flat[index * 2],
      count: flat[index * 2 + 1],
    })),
    identifiers,
    country,
    sectors,
    roles: roles.map(([title, of, from, to]: (string | null)[]) => ({ title, of, from, to })),
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
  const tally = emptyTally();
  if (packed === null) return tally;
  const [size, ...votes] = JSON.parse(packed);
  return Object.assign(
    tally,
    { size },
    ...parts.map((part, index) => ({ [part]: votes[index] ?? {} })),
  );
}
