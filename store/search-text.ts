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

const ascii = /^[\x20-\x7e\n\r\t]*$/;

/** The text as words of letters and digits with one space between. */
export function searchText(text: string): string {
  // Most texts; the same as below without asking Unicode of every letter.
  if (ascii.test(text)) {
    return text
      .replace(/[.'`]+/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
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
