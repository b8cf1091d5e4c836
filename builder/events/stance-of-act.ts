// Whether an act is only announced, or denied: "will", "plans to", "not" around the words that
// decide.

import type { Modality, Token } from '../../schema/index.ts';
import type { ActWords } from './act-words.ts';

const auxiliary = /^(?:will|shall)$/;
const planning =
  /^(?:agree|plan|intend|promise|vow|pledge|offer|prepare|decide|aim|undertake|expect|schedule|set|due|ready|willing|want)$/;

/** `future` where the act is said to come, else `actual`; finer readings come with the statement. */
export function modalityOfAct(tokens: readonly Token[], words: ActWords): Modality {
  const acts = [words.anchor, words.inner];
  const will = tokens.some(
    (token) =>
      acts.includes(token.head) && /^aux/.test(token.relation ?? '') && auxiliary.test(token.lemma),
  );
  const planned =
    words.anchor !== words.inner &&
    tokens[words.inner]?.upos === 'VERB' &&
    planning.test(tokens[words.anchor]?.lemma ?? '');
  return will || planned ? 'future' : 'actual';
}

/** Whether an act of this modality still lies ahead. */
export const toCome = (modality: Modality): boolean =>
  modality === 'future' || modality === 'threatened';

const negation = /^(?:not|n't|never|neither|nor|no)$/;

/** Whether "not", "never" or "no" hangs on one of the acts. */
export function isNegated(tokens: readonly Token[], words: ActWords): boolean {
  const acts = [words.anchor, words.inner];
  return tokens.some((token) => acts.includes(token.head) && negation.test(token.lemma));
}
