// What an event is about: the contexts whose words stand in its sentence, most words first.

import type { Token } from '../../schema/index.ts';
import { contextWords } from '../lexicon/index.ts';

export interface FoundContext {
  readonly context: string;
  /** The words of the text that tell. */
  readonly words: readonly string[];
}

/** At most so many contexts are named. */
const most = 4;

/** The contexts of a sentence with the words that told them. */
export function contextsOf(tokens: readonly Token[]): FoundContext[] {
  const lemmas = tokens.map((token) => token.lemma.toLowerCase());
  const found = new Map<string, string[]>();
  lemmas.forEach((_, index) => {
    const phrase = (words: number): string => lemmas.slice(index, index + words).join(' ');
    const length = [3, 2].find((words) => contextWords.has(phrase(words))) ?? 1;
    const contexts = contextWords.get(phrase(length)) ?? [];
    const text = tokens
      .slice(index, index + length)
      .map((token) => token.text)
      .join(' ');
    for (const context of contexts) found.set(context, [...(found.get(context) ?? []), text]);
  });
  return [...found]
    .map(([context, words]) => ({ context, words }))
    .sort((a, b) => b.words.length - a.words.length || (a.context < b.context ? -1 : 1))
    .slice(0, most);
}
