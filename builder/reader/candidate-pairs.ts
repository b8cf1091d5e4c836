// The ordered pairs of mentions of a sentence that are worth a judgement. Their number grows with
// the square of the mentions, so in a list of hundreds only near ones are paired.

import type { Mention, Sentence, Statement } from '../../schema/index.ts';
import {
  type PairFeatures,
  type Placed,
  pairFeatures,
  placed,
  prepositions,
} from './pair-features.ts';

export interface CandidatePair extends PairFeatures {
  readonly source: Placed;
  readonly target: Placed;
}

/** Mentions further apart than this, in tokens, are no pair. */
const farthest = 60;
/** In a sentence of more mentions than `many`, each is paired with so many neighbours on either side. */
const many = 24;
const neighbours = 6;

/** Pairs of mentions of different entities; of a pronoun that stands for itself there are none. */
export function candidatePairs(
  sentence: Sentence,
  mentions: readonly Mention[],
  found: readonly Statement[],
): CandidatePair[] {
  const all = placed(sentence, mentions);
  const cases = prepositions(sentence.tokens);
  const near = (a: number, b: number): boolean =>
    all.length <= many || Math.abs(a - b) <= neighbours;
  return all.flatMap((source, a) =>
    all.flatMap((target, b): CandidatePair[] => {
      if (source.mention.entity === target.mention.entity || source.head === target.head) return [];
      if (Math.abs(source.head - target.head) > farthest || !near(a, b)) return [];
      return [{ source, target, ...pairFeatures(sentence, source, target, all, cases, found) }];
    }),
  );
}
