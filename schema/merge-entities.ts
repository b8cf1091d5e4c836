// What several documents say of one entity, as one record: the most frequent name and type,
// aliases added up, roles and sectors united. The order of the descriptions does not matter.
// It stands on a tally that a description can be added to and taken from again, so that a store
// need not read every description anew.

import type { Entity, Identifiers, Role } from './model.ts';

/** Numbers by text; a text whose number is 0 is not there. */
export type Votes = Record<string, number>;

/** What the descriptions of an entity come to. Plain data; two tallies of the same descriptions count the same. */
export interface EntityTally {
  /** How many descriptions. */
  readonly size: number;
  /** Names, types and countries, by the mentions of the descriptions that give them. */
  readonly names: Votes;
  readonly types: Votes;
  readonly countries: Votes;
  /** By how often the text was used. */
  readonly aliases: Votes;
  /** By how many descriptions; identifiers and roles as JSON. */
  readonly identifiers: Votes;
  readonly sectors: Votes;
  readonly roles: Votes;
}

type Counted = readonly (readonly [string, number])[];

/** The counts of a description; a name that nothing was mentioned by still is one. */
function countsOf(entity: Entity): Readonly<Record<Exclude<keyof EntityTally, 'size'>, Counted>> {
  const { name, type, country, aliases, identifiers, sectors, roles } = entity;
  const mentions = aliases.reduce((sum, alias) => sum + alias.count, 0) || 1e-6;
  return {
    names: [[name, mentions]],
    types: [[type, mentions]],
    countries: country === null ? [] : [[country, mentions]],
    aliases: aliases.map(({ text, count }) => [text, count]),
    identifiers: Object.keys(identifiers).length > 0 ? [[JSON.stringify(identifiers), 1]] : [],
    sectors: sectors.map((sector) => [sector, 1]),
    roles: roles.map((role) => [JSON.stringify(role), 1]),
  };
}

const emptyVotes = (): Votes => Object.create(null) as Votes;

function plus(votes: Votes, counted: Counted, sign: 1 | -1): Votes {
  if (counted.length === 0) return votes;
  const sum = Object.assign(emptyVotes(), votes);
  for (const [text, count] of counted) {
    const value = Math.round(((sum[text] ?? 0) + sign * count) * 1e6) / 1e6;
    if (value === 0) delete sum[text];
    else sum[text] = value;
  }
  return sum;
}

/** The tally of no description. */
export function emptyTally(): EntityTally {
  const none = emptyVotes();
  return {
    size: 0,
    names: none,
    types: none,
    countries: none,
    aliases: none,
    identifiers: none,
    sectors: none,
    roles: none,
  };
}

/** The tally with a description more, or with sign −1 one less that is in it. */
export function tallied(tally: EntityTally, entity: Entity, sign: 1 | -1 = 1): EntityTally {
  const counts = countsOf(entity);
  return {
    size: tally.size + sign,
    names: plus(tally.names, counts.names, sign),
    types: plus(tally.types, counts.types, sign),
    countries: plus(tally.countries, counts.countries, sign),
    aliases: plus(tally.aliases, counts.aliases, sign),
    identifiers: plus(tally.identifiers, counts.identifiers, sign),
    sectors: plus(tally.sectors, counts.sectors, sign),
    roles: plus(tally.roles, counts.roles, sign),
  };
}

/** One tally of the descriptions of both. */
export function joinTallies(a: EntityTally, b: EntityTally): EntityTally {
  const joined = (x: Votes, y: Votes): Votes => plus(x, Object.entries(y), 1);
  return {
    size: a.size + b.size,
    names: joined(a.names, b.names),
    types: joined(a.types, b.types),
    countries: joined(a.countries, b.countries),
    aliases: joined(a.aliases, b.aliases),
    identifiers: joined(a.identifiers, b.identifiers),
    sectors: joined(a.sectors, b.sectors),
    roles: joined(a.roles, b.roles),
  };
}

/** Most frequent first, ties in code point order. */
function byFrequency(votes: Votes): [string, number][] {
  return Object.entries(votes).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const most = (votes: Votes): string | null => byFrequency(votes)[0]?.[0] ?? null;
const sorted = (votes: Votes): string[] => Object.keys(votes).sort();

/**
 * The record of a tally that is not empty. A name that more mentions stand behind wins; so does
 * a type and a country.
 */
export function entityOf(id: string, tally: EntityTally): Entity {
  const identifiers: Identifiers[] = sorted(tally.identifiers).map((text) => JSON.parse(text));
  const roles: Role[] = sorted(tally.roles).map((text) => JSON.parse(text));
  return {
    id,
    type: (most(tally.types) ?? 'other') as Entity['type'],
    name: most(tally.names) ?? id,
    aliases: byFrequency(tally.aliases).map(([text, count]) => ({ text, count })),
    identifiers: Object.assign({}, ...identifiers),
    country: most(tally.countries),
    sectors: sorted(tally.sectors),
    roles,
  };
}

/** Joins descriptions of the same entity (all with the same id, at least one). */
export function mergeEntities(descriptions: readonly Entity[]): Entity {
  const first = descriptions[0];
  if (!first) throw new Error('mergeEntities expects at least one description, found none.');
  return entityOf(
    first.id,
    descriptions.reduce((tally, each) => tallied(tally, each), emptyTally()),
  );
}
