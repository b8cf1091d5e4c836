// What the language model's network answers, whatever it runs on.

import type { EncodedSentence } from './batch.ts';

/** Scores of one sentence. Only their differences within a row mean anything. */
export interface SentenceScores {
  /** [words, words + 1]: how well each word hangs on the root (column 0) and on each word. */
  readonly arcs: number[][];
  /** The best label, by its index, of a word hanging on another. */
  relation(word: number, head: number): number;
  /** [words, labels] each. */
  readonly xpos: number[][];
  readonly upos: number[][];
  readonly names: number[][];
  /** Last-layer states, 384 numbers a word. */
  readonly states: Float32Array[];
}

export interface ParserNetwork {
  /** Scores of sentences of at most 254 pieces and at least one word, in their order. */
  run(sentences: readonly EncodedSentence[]): Promise<SentenceScores[]>;
}
