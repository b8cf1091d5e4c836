// Whether a sentence says something of a subject. Lists, tables, captions, credits, addresses and
// instructions do not, and a question asks: "Driver for the Red Cross, Juba", "Referee: Felix Brych
// (Germany)", "Crush the Brazil nuts", "Who was the president of France in 1962?". What somebody is
// of somebody is not read out of these.

import type { Sentence } from '../../schema/index.ts';

const subject = /^(?:nsubj|csubj|expl)/;
const joined = /^(?:conj|parataxis)$/;

/** Whether a main clause of a parsed sentence has a subject and does not ask. */
export function isClaim({ tokens }: Sentence): boolean {
  if (tokens.at(-1)?.text === '?') return false;
  const isMain = (index: number): boolean => {
    const token = tokens[index];
    if (!token) return false;
    return token.head < 0 || (joined.test(token.relation ?? '') && isMain(token.head));
  };
  return tokens.some(({ relation, head }) => subject.test(relation ?? '') && isMain(head));
}
