// Names that the lexicon does not know, joined inside one document: "Wang Yi" and "Wang",
// "Civil Human Rights Front" and "(CHRF)". A short form that fits two names is linked to neither.

import type { EntityType, UnlinkedMention } from '../../schema/index.ts';
import type { Gender } from './discourse.ts';
import { genderOfName, genderOfTitle } from './gender.ts';
import { initialsOf, normalizeName } from './normalize-name.ts';

/** "al-Assad" is also "Assad". */
const withoutArticle = (word: string | undefined): string =>
  (word ?? '').replace(/^(?:al|el|ad|as|ash|an|ar|at|az)-(?=\p{L}{3})/u, '');

/** Whether `short` is a shorter way to say `full`: its first or last words. */
function shortens(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length) return false;
  const tail = full.slice(-short.length);
  const last = short.length === 1 && withoutArticle(full.at(-1)) === short[0];
  const begins = short.every((word, index) => word === full[index]);
  return last || begins || short.every((word, index) => word === tail[index]);
}

/** A full name's type, and the identity that it stands for. */
interface FullName {
  readonly type: EntityType;
  readonly gender: Gender | null;
  readonly key: string;
}

/** Identity keys of the full names that a mention may shorten: "Mr. Krogh" is no Lise. */
function fullNamesOf(
  { name, type, title }: UnlinkedMention,
  fullNames: ReadonlyMap<string, FullName>,
): string[] {
  const gender = genderOfTitle(title ?? '');
  const words = normalizeName(name).split(' ');
  // "New York" is no short form of "New York Times", nor "Bank of England" of a person.
  const fits = (full: string, of: EntityType): boolean =>
    shortens(words, full.split(' ')) &&
    (words.length === 1 ? type !== 'place' : type === of && type !== 'place');
  return [...fullNames]
    .filter(([full, { type: of }]) => fits(full, of))
    .filter(([, other]) => !gender || !other.gender || gender === other.gender)
    .map(([, { key }]) => key);
}

/** The organization whose initials a bracketed acronym directly behind it gives. */
function nameBefore(
  acronym: UnlinkedMention,
  previous: UnlinkedMention | undefined,
  text: string,
): UnlinkedMention | null {
  if (!previous || !/^\p{Lu}{2,}$/u.test(acronym.name)) return null;
  if (!/^\s*\(\s*$/.test(text.slice(previous.end, acronym.start))) return null;
  return initialsOf(previous.name) === acronym.name ? previous : null;
}

/** Identity key of a name that stands for itself. */
const keyOfName = (name: string): string => `name:${normalizeName(name)}`;

/**
 * Identity keys of the mentions, in their order; null where a single word may be anything.
 * Mentions with a key of the lexicon keep it.
 */
export function linkNames(
  mentions: readonly UnlinkedMention[],
  text: string,
): readonly (string | null)[] {
  const fullNames = new Map<string, FullName>();
  for (const mention of mentions) {
    const { key, name, type, title } = mention;
    if (!name.includes(' ') || (key && type !== 'person')) continue;
    const known = fullNames.get(normalizeName(name))?.gender;
    const gender = known ?? genderOfTitle(title ?? '') ?? genderOfName(mention);
    fullNames.set(normalizeName(name), { type, gender, key: key ?? keyOfName(name) });
  }
  const acronyms = new Map<string, string>();
  mentions.forEach((mention, index) => {
    const named = nameBefore(mention, mentions[index - 1], text);
    if (named) acronyms.set(mention.name, named.key ?? keyOfName(named.name));
  });
  return mentions.map((mention) => {
    const acronym = acronyms.get(mention.name);
    if (acronym) return acronym;
    if (mention.key) return mention.key;
    const full = fullNamesOf(mention, fullNames);
    if (full.length === 1) return full[0] as string;
    const gender = genderOfTitle(mention.title ?? '');
    // Of two of one name, "Mr." and "Mrs." are not the same.
    if (full.length > 1 && gender) return `${keyOfName(mention.name)}/${gender}`;
    if (mention.name.includes(' ')) return keyOfName(mention.name);
    return mention.title || mention.type !== 'other' ? keyOfName(mention.name) : null;
  });
}
