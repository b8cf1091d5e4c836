// "On a telephone call, Wang Yi warned Blinken": beside the warning, the two spoke by telephone.

import { verbActs } from '../lexicon/index.ts';
import type { Finding, Reading } from './reading.ts';

const call =
  /\b(?:(?:in|on|during) an? (?:\p{L}+ )?(?:telephone |phone )?call|(?:by|over the) (?:tele)?phone)\b/iu;

/** One reciprocal finding for the persons whom a sentence lets speak on the telephone. */
export function telephoneFindings(reading: Reading, findings: readonly Finding[]): Finding[] {
  const { text, sentence } = reading;
  const match = call.exec(text.slice(sentence.start, sentence.end));
  if (!match) return [];
  const start = sentence.start + match.index;
  const end = start + match[0].length;
  const spoken = findings.find(
    ({ relation, source, target }) =>
      verbActs.get(relation.lemma)?.type !== 'CONSULT' &&
      source.mention.type === 'person' &&
      target?.mention.type === 'person',
  );
  if (!spoken) return [];
  return [
    {
      ...spoken,
      rule: 'telephone-call',
      relation: { text: 'spoke by telephone', lemma: 'telephone call', start, end },
      reciprocal: true,
      polarity: 'positive',
      modality: 'actual',
    },
  ];
}
