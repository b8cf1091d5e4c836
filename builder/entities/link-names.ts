// Names that the lexicon does not know, joined inside one document: "Wang Yi" and "Wang",
// "Civil Human Rights Front" and "(CHRF)". A short form that fits two names is linked to neither.

import type { EntityType, UnlinkedMention } from '../../schema/index.ts';
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
  readonly key: string;
}

/** Key of the one full name that a mention shortens; null where there is none or two. */
function fullNameOf(
  { name, type }: UnlinkedMention,
  fullNames: ReadonlyMap<string, FullName>,
): string | null {
  const words = normalizeName(name).split(' ');
  // "New York" is no short form of "New York Times", nor "Bank of England" of a person.
  const fits = (full: string, of: EntityType): boolean =>
    shortens(words, full.split(' ')) &&
    (words.length === 1 ? type !== 'place' : type === of && type !== 'place');
  const fitting = [...fullNames].filter(([full, { type: of }]) => fits(full, of));
  return fitting.length === 1 ? (fitting[0]?.[1].key ?? null) : null;
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
  for (const { key, name, type } of mentions) {
    if (!name.includes(' ') || (key && type !== 'person')) continue;
    fullNames.set(normalizeName(name), { type, key: key ?? keyOfName(name) });
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
    const full = fullNameOf(mention, fullNames);
    if (full) return full;
    if (mention.name.includes(' ')) return keyOfName(mention.name);
    return mention.title || mention.type !== 'other' ? keyOfName(mention.name) : null;
  });
}
