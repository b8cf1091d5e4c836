// Titles as they stand in a text: "secretary of state", "vice-president", "Gen.".

import type { Token } from '../../schema/index.ts';
import titles from './titles.json' with { type: 'json' };

const longestTitle = 5;

/** Titles, lower case, with the PLOVER sector of who bears them. */
export const titleSectors: ReadonlyMap<string, string> = new Map(
  titles.entries.map((entry) => [entry.title.toLowerCase(), entry.sector]),
);

/** Tokens as a title is kept: lower case, hyphens closed up. */
export function titleText(tokens: readonly Pick<Token, 'text'>[]): string {
  return tokens
    .map((token) => token.text.toLowerCase())
    .join(' ')
    .replaceAll(/ ?[-‑–] ?/g, '-')
    .replace(/\s+\.$/, '.');
}

function isTitle(text: string): boolean {
  return titleSectors.has(text) || titleSectors.has(text.replace(/\.$/, ''));
}

/** The longest title that ends just before token `end`, as `[start, end)`; null if none does. */
export function titleBefore(
  tokens: readonly Pick<Token, 'text'>[],
  end: number,
): readonly [number, number] | null {
  if (tokens[end - 1]?.text === '.') return null;
  for (let length = longestTitle; length > 0; length -= 1) {
    const start = end - length;
    if (start >= 0 && isTitle(titleText(tokens.slice(start, end)))) return [start, end];
  }
  return null;
}

/** The longest title that holds token `noun`: "foreign minister", "secretary-general". */
export function titleAround(
  tokens: readonly Pick<Token, 'text'>[],
  noun: number,
): readonly [number, number] | null {
  for (let end = Math.min(noun + 3, tokens.length); end > noun; end -= 1) {
    const title = titleBefore(tokens, end);
    if (title && title[0] <= noun) return title;
  }
  return null;
}
