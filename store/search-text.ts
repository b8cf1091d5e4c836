// Names in the form in which they are searched: without case, accents and punctuation.
// `İzmir` → `izmir`, `Wałęsa` → `walesa`, `O’Brien` → `obrien`, `U.S.` → `us`,
// `Saint-Denis` → `saint denis`.

import type { Entity } from '../schema/index.ts';

/** Letters that Unicode does not take apart into a base and an accent. */
const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** The text as words of letters and digits with one space between. */
export function searchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.'’ʼ`]/gu, '')
    .toLowerCase()
    .replace(/[æðđħıłøœßþ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * All forms of a name in one string, each word after a space and each form after a bar:
 * a search for `yi` finds ` yi` in `| wang yi | wang`. The bar is never part of a search.
 */
export function searchTextOf(entity: Entity): string {
  const forms = [entity.name, ...entity.aliases.map((alias) => alias.text)].map(searchText);
  return [...new Set(forms)].map((form) => `| ${form}`).join(' ');
}
