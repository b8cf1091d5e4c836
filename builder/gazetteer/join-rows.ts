// Rows → actors. Rows are of one actor when they name the same thing that is built in, when they
// have one Wikidata id, or when they have one name and nothing speaks against it. What two rows of
// one actor say differently is named, and the earlier row is kept.

import type { EntityType } from '../../schema/index.ts';
import { builtInGazetteer } from '../lexicon/index.ts';
import { nameKey } from './name-key.ts';
import type { Row } from './row.ts';

/** An actor of the user and the rows that speak of it, one or more. */
export interface Actor {
  /** Identity: built-in key, or gazetteer: with Wikidata id or normalised name. */
  readonly key: string;
  readonly rows: readonly [Row, ...Row[]];
}

/** The first thing that the rows of an actor say; null where they say nothing. */
export function said<K extends 'type' | 'country' | 'wikidata'>(
  { rows }: Actor,
  field: K,
): Row[K] | null {
  return rows.find((row) => row[field] !== null)?.[field] ?? null;
}

const agree = (one: EntityType | null, other: EntityType | null): boolean => {
  const kind = (type: EntityType | null): EntityType | null =>
    type === 'group' ? 'organization' : type;
  const [a, b] = [kind(one), kind(other)];
  return a === b || !a || !b || a === 'other' || b === 'other';
};

/** The key of the built-in country or organization that a row names; null where it names none. */
function builtInKey(row: Row): string | null {
  if (row.type === 'country' && row.country) return `country:${row.country}`;
  const form = builtInGazetteer.match(row.name, 0);
  if (form?.kind !== 'name' || form.text.length !== row.name.length) return null;
  return agree(row.type, form.entity.type) ? form.entity.key : null;
}

type Actors = Map<string, { readonly key: string; readonly rows: [Row, ...Row[]] }>;

function join(actors: Actors, key: string, row: Row): void {
  const actor = actors.get(key);
  if (actor) actor.rows.push(row);
  else actors.set(key, { key, rows: [row] });
}

/** The one actor of each name; null where several have it. */
function actorsByName(actors: Actors): Map<string, Actor | null> {
  const named = new Map<string, Actor | null>();
  for (const actor of actors.values()) {
    for (const row of actor.rows) {
      const name = nameKey(row.name);
      const other = named.get(name);
      named.set(name, other === undefined || other === actor ? actor : null);
    }
  }
  return named;
}

/** Rows by the key of their actor: first those that an id or what is built in tells, then the others. */
function grouped(rows: readonly Row[]): ReadonlyMap<string, Actor> {
  const actors: Actors = new Map();
  const others: Row[] = [];
  for (const row of rows) {
    const key = builtInKey(row) ?? (row.wikidata && `gazetteer:${row.wikidata}`);
    if (key) join(actors, key, row);
    else others.push(row);
  }
  const named = others.length > 0 ? actorsByName(actors) : new Map<string, Actor | null>();
  for (const row of others) {
    const name = nameKey(row.name);
    const same = named.get(name);
    join(actors, same && agree(row.type, said(same, 'type')) ? same.key : `gazetteer:${name}`, row);
  }
  return actors;
}

const smallWords = /^(?:of|the|and|for|in|on|de|la|del|der|von|van|al|el|bin|ibn)$/;

/** ANGELA MERKEL → Angela Merkel; a word without vowels stays as it is: PKK. */
function written({ name, anyCase }: Row): string {
  if (!anyCase) return name.trim();
  return name
    .split(' ')
    .map((word, at) => {
      const lower = word.toLowerCase();
      if (at > 0 && smallWords.test(lower)) return lower;
      if (!/[aeiouy]/.test(lower)) return word;
      return lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(' ');
}

/** The name of an actor, as a row writes it that knows capitals. */
export const nameOf = ({ rows }: Actor): string =>
  written(rows.find((row) => !row.anyCase) ?? rows[0]);

/** What is doubtful in an actor with several rows: repetitions in a file, contradictions anywhere. */
function doubts(actor: Actor, placeOf: (row: Row) => string): string[] {
  const contradictions = (['type', 'country', 'wikidata'] as const).flatMap((field) => {
    const value = said(actor, field);
    const kept = actor.rows.find((row) => row[field] === value) ?? actor.rows[0];
    return actor.rows
      .filter((row) => row[field] !== null && row[field] !== value)
      .map(
        (row) =>
          `${placeOf(row)}: ${row.name} has the ${field} ${row[field]}, but ${value} in ${placeOf(kept)}; the latter is kept.`,
      );
  });
  const first = new Map<string, Row>();
  const repetitions = actor.rows.flatMap((row) => {
    const earlier = first.get(row.file);
    if (earlier) return [`${placeOf(row)}: ${row.name} stands in ${placeOf(earlier)} too; joined.`];
    first.set(row.file, row);
    return [];
  });
  return [...contradictions, ...repetitions];
}

/** The actors of all rows by their keys, and what was doubtful in them. */
export function joinRows(
  rows: readonly Row[],
  placeOf: (row: Row) => string,
): { readonly actors: ReadonlyMap<string, Actor>; readonly warnings: string[] } {
  const actors = grouped(rows);
  const warnings: string[] = [];
  for (const actor of actors.values()) {
    if (actor.rows.length > 1) warnings.push(...doubts(actor, placeOf));
  }
  return { actors, warnings };
}
