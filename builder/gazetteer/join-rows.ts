// Rows → actors. Rows are of one actor when they name the same thing that is built in, when they
// have one Wikidata id, or when they have one name and nothing speaks against it. What two rows of
// one actor say differently is named, and the earlier row is kept.

import type { EntityType } from '../../schema/index.ts';
import { builtInGazetteer } from '../lexicon/index.ts';
import { nameKey } from './name-key.ts';
import { type Affiliation, placeOf, type Row, type RowRole } from './row.ts';

/** An actor of the user: what its rows say together. */
export interface Actor {
  /** Identity: built-in key, or gazetteer: with Wikidata id or normalised name. */
  readonly key: string;
  readonly rows: readonly Row[];
  readonly name: string;
  readonly type: EntityType | null;
  readonly wikidata: string | null;
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly roles: readonly RowRole[];
  readonly affiliations: readonly Affiliation[];
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

/** Rows by the key of their actor, in the order of the first of each. */
function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const keys = rows.map((row) => builtInKey(row) ?? (row.wikidata && `gazetteer:${row.wikidata}`));
  const keysOfName = new Map<string, Set<string>>();
  const typeOfKey = new Map<string, EntityType | null>();
  rows.forEach((row, index) => {
    const key = keys[index];
    if (!key) return;
    const name = nameKey(row.name);
    keysOfName.set(name, (keysOfName.get(name) ?? new Set()).add(key));
    typeOfKey.set(key, typeOfKey.get(key) ?? row.type);
  });
  const groups = new Map<string, Row[]>();
  rows.forEach((row, index) => {
    const name = nameKey(row.name);
    const [same, ...others] = keysOfName.get(name) ?? [];
    const joins = same && others.length === 0 && agree(row.type, typeOfKey.get(same) ?? null);
    const key = keys[index] ?? (joins ? same : `gazetteer:${name}`);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  });
  return groups;
}

/** The first value that is said, and a warning for each row that says another. */
function first<K extends 'type' | 'country' | 'wikidata'>(
  rows: readonly Row[],
  field: K,
  warnings: string[],
): Row[K] | null {
  const saying = rows.find((row) => row[field] !== null);
  for (const row of rows) {
    if (!saying || row[field] === null || row[field] === saying[field]) continue;
    warnings.push(
      `${placeOf(row)}: ${row.name} has the ${field} ${row[field]}, but ${saying[field]} in ${placeOf(saying)}; the earlier is kept.`,
    );
  }
  return saying?.[field] ?? null;
}

const smallWords = /^(?:of|the|and|for|in|on|de|la|del|der|von|van|al|el|bin|ibn)$/;

/** ANGELA MERKEL → Angela Merkel; a word without vowels stays as it is: PKK. */
function written({ name, anyCase }: Row): string {
  if (!anyCase) return name;
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

function warnOfRepeats(rows: readonly Row[], warnings: string[]): void {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const earlier = seen.get(row.file);
    if (earlier)
      warnings.push(`${placeOf(row)}: ${row.name} stands in ${placeOf(earlier)} too; joined.`);
    else seen.set(row.file, row);
  }
}

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

function actorOf(key: string, rows: readonly Row[], warnings: string[]): Actor {
  const naming = rows.find((row) => !row.anyCase) ?? rows[0];
  const only = rows.length === 1 ? rows[0] : null;
  if (!only) warnOfRepeats(rows, warnings);
  return {
    key,
    rows,
    name: naming ? written(naming) : '',
    type: first(rows, 'type', warnings),
    wikidata: first(rows, 'wikidata', warnings),
    country: first(rows, 'country', warnings),
    sectors: only?.sectors ?? unique(rows.flatMap((row) => row.sectors)),
    roles: only?.roles ?? unique(rows.flatMap((row) => row.roles)),
    affiliations: only?.affiliations ?? unique(rows.flatMap((row) => row.affiliations)),
  };
}

/** The actors of all rows, and what was doubtful in them. */
export function joinRows(rows: readonly Row[]): { actors: Actor[]; warnings: string[] } {
  const warnings: string[] = [];
  const actors = [...grouped(rows)].map(([key, group]) => actorOf(key, group, warnings));
  return { actors, warnings };
}
