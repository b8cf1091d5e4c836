// A sentence as a tree that phrases are cut out of: "the talks in Oslo" below "talks".

import type { Phrase, Sentence, Token } from '../../schema/index.ts';

export interface Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly below: readonly (readonly number[])[];
}

export function treeOf(sentence: Sentence): Tree {
  const below = sentence.tokens.map((): number[] => []);
  sentence.tokens.forEach((token, index) => {
    below[token.head]?.push(index);
  });
  return { sentence, tokens: sentence.tokens, below };
}

/** Tokens that hang on `index` with a relation that fits. */
export const children = (tree: Tree, index: number, relation: RegExp): number[] =>
  (tree.below[index] ?? []).filter((at) => relation.test(tree.tokens[at]?.relation ?? ''));

/** Tokens of the subtree of `index`, in order, without the subtrees that hang there by `leftOut`. */
export function subtree(tree: Tree, index: number, leftOut: RegExp | null = null): number[] {
  const lower = (tree.below[index] ?? []).filter(
    (at) => !leftOut?.test(tree.tokens[at]?.relation ?? ''),
  );
  return [index, ...lower.flatMap((at) => subtree(tree, at))].sort((a, b) => a - b);
}

const isMark = ({ upos, text }: Token): boolean => upos === 'PUNCT' && !/^[$%]$/.test(text);

/** Tokens without the marks at both ends. */
export function trimmed({ tokens }: Tree, indexes: readonly number[]): number[] {
  const isWord = (index: number): boolean => !isMark(tokens[index] as Token);
  const first = indexes.findIndex(isWord);
  return first < 0 ? [] : indexes.slice(first, indexes.findLastIndex(isWord) + 1);
}

/** Tokens as a phrase; as the text has them where nothing between is left out. Null for none. */
export function phraseOf(
  text: string,
  { tokens }: Tree,
  indexes: readonly number[],
): Phrase | null {
  const sorted = [...new Set(indexes)].sort((a, b) => a - b);
  const [first, last] = [tokens[sorted[0] ?? -1], tokens[sorted.at(-1) ?? -1]];
  if (!first || !last) return null;
  let words = first.text;
  for (let at = 1; at < sorted.length; at += 1) {
    const [before, index] = [sorted[at - 1] as number, sorted[at] as number];
    const token = tokens[index] as Token;
    const gap = index === before + 1 ? text.slice((tokens[before] as Token).end, token.start) : ' ';
    words += gap.replace(/\s+/g, ' ') + token.text;
  }
  return { text: words, start: first.start, end: last.end };
}
