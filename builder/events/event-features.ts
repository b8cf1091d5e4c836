// A passage as numbers for the classifier: states of the words that decide, what the lexicon says
// of them, and small cues of form. The order is that of `blocks`; training reads the same.

import type { Token } from '../../schema/index.ts';
import { eventTypes } from '../lexicon/index.ts';
import { actInLexicon } from './act-in-lexicon.ts';
import type { ActWords } from './act-words.ts';

export const stateSize = 384;
const types = [...eventTypes.keys()].sort();

const cueTests: readonly [name: string, test: (words: CueWords) => boolean][] = [
  ['will', ({ small }) => /\b(?:will|shall|'ll)\b/.test(small)],
  ['would', ({ small }) => /\b(?:would|could|may|might)\b/.test(small)],
  ['should', ({ small }) => /\b(?:should|must|ought)\b/.test(small)],
  ['to', ({ small }) => /\bto\b/.test(small)],
  ['not', ({ small }) => /\b(?:not|never|no)\b/.test(small)],
  ['with', ({ small }) => /\bwith\b/.test(small)],
  ['against', ({ small }) => /\bagainst\b/.test(small)],
  ['if', ({ all }) => /\b(?:if|unless)\b/.test(all)],
  ['quoted', ({ all }) => /["“”]/.test(all)],
  ['passive', ({ anchor }) => anchor.features.voice === 'passive'],
  ['noun', ({ anchor }) => anchor.upos !== 'VERB'],
  ['past', ({ anchor }) => anchor.xpos === 'VBD' || anchor.xpos === 'VBN'],
  ['act below', ({ anchor, inner }) => anchor !== inner],
  ['no target', ({ hasTarget }) => !hasTarget],
];

interface CueWords {
  readonly small: string;
  readonly all: string;
  readonly anchor: Token;
  readonly inner: Token;
  readonly hasTarget: boolean;
}

/** Blocks of features by name and size, in their order. */
export const blocks: readonly (readonly [name: string, size: number])[] = [
  ['anchor', stateSize],
  ['inner', stateSize],
  ['relation', stateSize],
  ['source', stateSize],
  ['target', stateSize],
  ['sentence', stateSize],
  ['anchor act', types.length + 2],
  ['inner act', types.length + 2],
  ['relation acts', types.length],
  ['sentence acts', types.length],
  ['cues', cueTests.length],
];

export const featureCount = blocks.reduce((sum, [, size]) => sum + size, 0);

function meanOf(states: readonly Float32Array[], indexes: readonly number[]): Float32Array {
  const mean = new Float32Array(stateSize);
  for (const index of indexes) {
    const state = states[index] as Float32Array;
    for (let place = 0; place < stateSize; place += 1) {
      mean[place] = (mean[place] as number) + (state[place] as number) / indexes.length;
    }
  }
  return mean;
}

/** One-hot of the act's type; one place for acts of no type, one for unknown words. */
function actVector(tokens: readonly Token[], index: number): number[] {
  const act = actInLexicon(tokens, index);
  const place = act ? (act.type ? types.indexOf(act.type) : types.length) : types.length + 1;
  return Array.from({ length: types.length + 2 }, (_, at) => (at === place ? 1 : 0));
}

function actCounts(tokens: readonly Token[], indexes: readonly number[]): number[] {
  const found = indexes.map((index) => actInLexicon(tokens, index)?.type ?? null);
  return types.map((type) => Math.min(2, found.filter((each) => each === type).length));
}

/** The features of a passage, `featureCount` numbers. */
export function eventFeatures(
  tokens: readonly Token[],
  states: readonly Float32Array[],
  words: ActWords,
): Float32Array {
  const { anchor, inner, relation, source, target } = words;
  const everywhere = tokens.map((_, index) => index);
  const cueWords: CueWords = {
    small: relation.map((index) => (tokens[index] as Token).lemma.toLowerCase()).join(' '),
    all: tokens.map((token) => token.text.toLowerCase()).join(' '),
    anchor: tokens[anchor] as Token,
    inner: tokens[inner] as Token,
    hasTarget: target !== null,
  };
  const contentWords = (indexes: readonly number[]): number[] =>
    indexes.filter((index) => /^(?:VERB|NOUN)$/.test(tokens[index]?.upos ?? ''));
  return Float32Array.from([
    ...meanOf(states, [anchor]),
    ...meanOf(states, [inner]),
    ...meanOf(states, relation),
    ...meanOf(states, source === null ? [] : [source]),
    ...meanOf(states, target === null ? [] : [target]),
    ...meanOf(states, everywhere),
    ...actVector(tokens, anchor),
    ...actVector(tokens, inner),
    ...actCounts(tokens, contentWords(relation)),
    ...actCounts(tokens, contentWords(everywhere)),
    ...cueTests.map(([, test]) => (test(cueWords) ? 1 : 0)),
  ]);
}
