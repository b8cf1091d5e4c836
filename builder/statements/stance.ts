// Whether an act is said to happen: negation, auxiliaries, and the verbs that govern its clause.

import type { Modality, Polarity, Token } from '../../schema/index.ts';
import { demanding, planning, refusing, threatening, wishing } from './governing-verbs.ts';
import { children, isMarked, type Reading } from './reading.ts';

export interface Stance {
  readonly polarity: Polarity;
  readonly modality: Modality;
}

const negation = /^(?:not|n't|never|neither|nor|no|without)$/;

/** "not" and its kin on the verb itself or on its subject or object: "no country supported". */
function isNegated(reading: Reading, verb: number): boolean {
  const own = children(reading, verb, /^(?:advmod|neg|mark|cc|det|discourse)$/);
  const auxiliary = children(reading, verb, /^aux/);
  return [...own, ...auxiliary].some((at) => negation.test(reading.tokens[at]?.lemma ?? ''));
}

function modalityOfAuxiliaries(reading: Reading, verb: number): Modality {
  const lemmas = children(reading, verb, /^aux/).map((at) => reading.tokens[at]?.lemma ?? '');
  if (lemmas.some((lemma) => lemma === 'will' || lemma === 'shall')) return 'future';
  if (lemmas.some((lemma) => /^(?:would|could|may|might|can)$/.test(lemma))) return 'hypothetical';
  if (lemmas.some((lemma) => /^(?:should|must|ought)$/.test(lemma))) return 'demanded';
  return isMarked(reading, verb, /^(?:if|unless|whether)$/i) ? 'hypothetical' : 'actual';
}

/** What a governing verb says of the clause below it. */
function stanceUnder(governor: Token, verb: Token): Partial<Stance> {
  const { lemma } = governor;
  const infinitive = verb.relation === 'xcomp' || verb.features.verbForm !== 'finite';
  if (refusing.has(lemma) && (infinitive || lemma === 'deny')) return { polarity: 'negative' };
  if (threatening.has(lemma) && verb.relation === 'xcomp') return { modality: 'threatened' };
  if (demanding.has(lemma) && infinitive) return { modality: 'demanded' };
  if (planning.has(lemma) && infinitive) return { modality: 'future' };
  if (wishing.has(lemma) && infinitive) return { modality: 'hypothetical' };
  if (lemma === 'go' && governor.xpos === 'VBG') return { modality: 'future' };
  return {};
}

const governedBy = /^(?:xcomp|ccomp|acl|advcl|conj)$/;
const deepest = 6;

/** What the step from a verb up to its governor adds. */
function stepUp(reading: Reading, at: number): Partial<Stance> {
  const token = reading.tokens[at] as Token;
  const governor = reading.tokens[token.head] as Token;
  const under = token.relation === 'conj' ? {} : stanceUnder(governor, token);
  // "would not go further in influencing": what one does not take part in does not happen.
  const isPart = token.relation === 'advcl' && isMarked(reading, at, /^in$/i);
  if (isPart && isNegated(reading, token.head)) return { ...under, polarity: 'negative' };
  if (token.relation !== 'xcomp' && token.relation !== 'conj') return under;
  const negated = token.relation === 'xcomp' && isNegated(reading, token.head);
  const flip = (under.polarity === 'negative') !== negated;
  const modality = under.modality ?? modalityOfAuxiliaries(reading, token.head);
  return { polarity: flip ? 'negative' : 'positive', modality };
}

/** Polarity and modality of the act at token `verb`; the nearest word that says something decides. */
export function stanceOf(reading: Reading, verb: number): Stance {
  let negative = isNegated(reading, verb);
  let modality = modalityOfAuxiliaries(reading, verb);
  let at = verb;
  for (let step = 0; step < deepest; step += 1) {
    const token = reading.tokens[at];
    if (!token || token.head < 0 || !governedBy.test(token.relation ?? '')) break;
    const above = stepUp(reading, at);
    if (above.polarity === 'negative') negative = !negative;
    if (modality === 'actual' && above.modality) modality = above.modality;
    if (token.relation === 'ccomp' || token.relation === 'advcl') break;
    at = token.head;
  }
  return { polarity: negative ? 'negative' : 'positive', modality };
}
