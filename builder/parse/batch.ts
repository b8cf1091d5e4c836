// Sentences → the four integer tensors that the model reads (training/CONTRACT.md, "Inputs").

import type { SpecialPieces, Vocabulary, WordInput } from './word-pieces.ts';

/**
 * Longest sentence that is parsed in one piece, without the marks of start and end. The encoder has
 * 512 positions, but its cost grows with the square, and no sentence of the treebanks is this long.
 */
export const mostPieces = 254;

/**
 * A batch is padded to its longest sentence; so many places it may have, padding included. Small
 * batches are fastest: what they hold stays in the processor's cache (docs/quality.md).
 */
const mostPlaces = 100;

export interface EncodedSentence {
  readonly index: number;
  readonly words: readonly WordInput[];
  readonly pieces: number;
}

/** Words of a sentence as the model reads them. */
export function encodeSentence(
  words: readonly string[],
  index: number,
  { encode }: Vocabulary,
): EncodedSentence {
  const encoded = words.map(encode);
  return {
    index,
    words: encoded,
    pieces: encoded.reduce((sum, word) => sum + word.pieces.length, 0),
  };
}

/**
 * Sentences in batches of like length, longest first; the order depends on the sentences alone,
 * so the same document is always batched the same way.
 */
export function batchesOf(sentences: readonly EncodedSentence[]): EncodedSentence[][] {
  const ordered = [...sentences].sort((a, b) => b.pieces - a.pieces || a.index - b.index);
  const batches: EncodedSentence[][] = [];
  for (const sentence of ordered) {
    const batch = batches.at(-1);
    const longest = batch?.[0]?.pieces ?? 0;
    if (batch && (batch.length + 1) * (longest + 2) <= mostPlaces) batch.push(sentence);
    else batches.push([sentence]);
  }
  return batches;
}

export interface BatchInput {
  /** Sentences, pieces with marks, words. */
  readonly rows: number;
  readonly places: number;
  readonly words: number;
  readonly inputIds: Int32Array;
  readonly shapeIds: Int32Array;
  readonly wordFirst: Int32Array;
  readonly wordLast: Int32Array;
}

/** The tensors of one batch; padding is 0. */
export function inputOf(batch: readonly EncodedSentence[], special: SpecialPieces): BatchInput {
  const rows = batch.length;
  const places = Math.max(...batch.map((sentence) => sentence.pieces)) + 2;
  const words = Math.max(...batch.map((sentence) => sentence.words.length));
  const inputIds = new Int32Array(rows * places);
  const shapeIds = new Int32Array(rows * places);
  const wordFirst = new Int32Array(rows * words);
  const wordLast = new Int32Array(rows * words);
  batch.forEach((sentence, row) => {
    let place = row * places;
    inputIds[place] = special.start;
    sentence.words.forEach((word, index) => {
      wordFirst[row * words + index] = place + 1;
      for (const piece of word.pieces) {
        place += 1;
        inputIds[place] = piece;
        shapeIds[place] = word.shape;
      }
      wordLast[row * words + index] = place;
    });
    inputIds[place + 1] = special.end;
  });
  return { rows, places, words, inputIds, shapeIds, wordFirst, wordLast };
}
