// Questions about a sentence's dependency tree that finding mentions asks.

import type { Sentence, Token } from '../../schema/index.ts';

/** Token indexes `[start, end)`. */
export type TokenSpan = readonly [number, number];

/** A word in lower case; empty where there is none. */
export const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';

/** The token of a span that hangs on one outside it. */
export function headOf({ tokens }: Pick<Sentence, 'tokens'>, [start, end]: TokenSpan): number {
  for (let index = start; index < end; index += 1) {
    const head = tokens[index]?.head ?? -1;
    if (head < start || head >= end) return index;
  }
  return start;
}

/** Indexes of the tokens that hang on token `index` with one of the relations. */
export function dependents({ tokens }: Sentence, index: number, relations: RegExp): number[] {
  return tokens.flatMap((token, at) =>
    token.head === index && relations.test(token.relation ?? '') ? [at] : [],
  );
}

/** The preposition of a noun, lower case, as "in" or "according to"; null where it has none. */
export function caseOf(sentence: Sentence, index: number): string | null {
  const words = dependents(sentence, index, /^case$/)
    .map((at) => sentence.tokens[at] as Token)
    .filter((token) => token.xpos !== 'POS');
  return words.length > 0 ? words.map((token) => token.text.toLowerCase()).join(' ') : null;
}

/** The tokens that overlap the characters `[start, end)`, as a span; null where none does. */
export function tokenSpan({ tokens }: Sentence, start: number, end: number): TokenSpan | null {
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return from >= 0 && to > from ? [from, to] : null;
}
