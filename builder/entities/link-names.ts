// Names that the lexicon does not know, joined inside one document: "Wang Yi" and "Wang",
// "Civil Human Rights Front" and "(CHRF)". A short form that fits two names is linked to neither.

import type { UnlinkedMention } from '../../schema/index.ts';
import { initialsOf, normalizeName } from './normalize-name.ts';

const wordsOf = (name: string): string[] => normalizeName(name).split(' ');

/** The one full name of which `short` is the first or last word; null where there is none or two. */
function fullNameOf(short: string, fullNames: readonly string[]): string | null {
  const fitting = fullNames.filter((name) => {
    const words = wordsOf(name);
    return words[0] === short || words.at(-1) === short;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
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
  const keys = new Map(
    mentions
      .filter((each) => each.name.includes(' ') && (!each.key || each.type === 'person'))
      .map((each) => [normalizeName(each.name), each.key ?? keyOfName(each.name)] as const),
  );
  const fullNames = [...keys.keys()];
  const acronyms = new Map<string, string>();
  mentions.forEach((mention, index) => {
    const named = nameBefore(mention, mentions[index - 1], text);
    if (named) acronyms.set(mention.name, named.key ?? keyOfName(named.name));
  });
  return mentions.map((mention) => {
    const acronym = acronyms.get(mention.name);
    if (acronym) return acronym;
    if (mention.key) return mention.key;
    if (mention.name.includes(' ')) return keyOfName(mention.name);
    const full = fullNameOf(normalizeName(mention.name), fullNames);
    if (full) return keys.get(full) ?? null;
    return mention.title || mention.type !== 'other' ? keyOfName(mention.name) : null;
  });
}
