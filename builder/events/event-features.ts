// A passage as numbers for the classifier: states of the words that decide, what the lexicon says
// of them, and small cues of form. The order is that of `blocks`; training reads the same.

import type { Token } from '../../schema/index.ts';
import { type Act, eventTypes } from '../lexicon/index.ts';
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

/** Where each block starts. */
export const starts: ReadonlyMap<string, number> = new Map(
  blocks.map(([name], index) => [
    name,
    blocks.slice(0, index).reduce((sum, [, size]) => sum + size, 0),
  ]),
);

/** Writes the mean of some states to `features` from `at` on. */
function writeMean(
  features: Float32Array,
  at: number,
  states: readonly Float32Array[],
  indexes: readonly number[],
): void {
  const count = indexes.length;
  for (const index of indexes) {
    const state = states[index] as Float32Array;
    for (let place = 0; place < stateSize; place += 1) {
      features[at + place] = (features[at + place] as number) + (state[place] as number) / count;
    }
  }
}

/** Marks the act's type; one place for acts of no type, one for unknown words. */
function writeAct(features: Float32Array, at: number, act: Act | null): void {
  const place = act ? (act.type ? types.indexOf(act.type) : types.length) : types.length + 1;
  features[at + place] = 1;
}

/** Counts the acts of each type among some words, up to two. */
function writeCounts(
  features: Float32Array,
  at: number,
  tokens: readonly Token[],
  indexes: readonly number[],
): void {
  for (const index of indexes) {
    if (!/^(?:VERB|NOUN)$/.test(tokens[index]?.upos ?? '')) continue;
    const type = actInLexicon(tokens, index)?.type;
    const place = type ? at + types.indexOf(type) : -1;
    if (place >= 0) features[place] = Math.min(2, (features[place] as number) + 1);
  }
}

/** What all passages of a sentence share. */
interface Shared {
  readonly mean: Float32Array;
  readonly acts: Float32Array;
  readonly text: string;
}

const sharedOf = new WeakMap<readonly Float32Array[], Shared>();

function shared(tokens: readonly Token[], states: readonly Float32Array[]): Shared {
  const before = sharedOf.get(states);
  if (before) return before;
  const everywhere = tokens.map((_, index) => index);
  const mean = new Float32Array(stateSize);
  writeMean(mean, 0, states, everywhere);
  const acts = new Float32Array(types.length);
  writeCounts(acts, 0, tokens, everywhere);
  const made = { mean, acts, text: tokens.map(({ text }) => text.toLowerCase()).join(' ') };
  sharedOf.set(states, made);
  return made;
}

/** The features of a passage, `featureCount` numbers. */
export function eventFeatures(
  tokens: readonly Token[],
  states: readonly Float32Array[],
  words: ActWords,
): Float32Array {
  const { anchor, inner, relation, source, target } = words;
  const { mean, acts, text } = shared(tokens, states);
  const cueWords: CueWords = {
    small: relation.map((index) => (tokens[index] as Token).lemma.toLowerCase()).join(' '),
    all: text,
    anchor: tokens[anchor] as Token,
    inner: tokens[inner] as Token,
    hasTarget: target !== null,
  };
  const features = new Float32Array(featureCount);
  const at = (block: string): number => starts.get(block) as number;
  writeMean(features, at('anchor'), states, [anchor]);
  writeMean(features, at('inner'), states, [inner]);
  writeMean(features, at('relation'), states, relation);
  writeMean(features, at('source'), states, source === null ? [] : [source]);
  writeMean(features, at('target'), states, target === null ? [] : [target]);
  features.set(mean, at('sentence'));
  writeAct(features, at('anchor act'), actInLexicon(tokens, anchor));
  writeAct(features, at('inner act'), actInLexicon(tokens, inner));
  writeCounts(features, at('relation acts'), tokens, relation);
  features.set(acts, at('sentence acts'));
  features.set(
    cueTests.map(([, test]) => (test(cueWords) ? 1 : 0)),
    at('cues'),
  );
  return features;
}
