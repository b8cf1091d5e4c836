// Whom a pronoun or description means, judged by a small network (training/antecedents.py) over the
// language model's states and the features of each candidate; silent where it is not sure.

import { networkOf, type ReadSentence, softmax } from '../network/index.ts';
import type { Anaphor, Candidate } from './antecedent-features.ts';
import model from './antecedent-model.json' with { type: 'json' };

/** Chooses the key of one of the candidates; null for none of them. */
export type Judge = (anaphor: Anaphor, candidates: readonly Candidate[]) => string | null;

/** What the rules alone say. */
export const ruleJudge: Judge = ({ rule }) => rule;

/** Less sure, and it says nothing. */
const threshold = { pronoun: 0.55, nominal: 0.5 } as const;

/** The same for one that the rules say too. */
const agreed = { pronoun: 0.55, nominal: 0.05 } as const;

const network = networkOf(model);

/** The judge of one document. */
export function networkJudge(sentences: readonly ReadSentence[]): Judge {
  const scoreOf = ({ places, features }: Candidate): number => {
    const projections = places.map(({ sentence, token }, block) =>
      network.project(sentences[sentence] as ReadSentence, block, token),
    );
    return network.scores(projections, features)[0] as number;
  };
  return ({ mention, rule }, candidates) => {
    const kind = mention.kind as keyof typeof threshold;
    const chances = softmax(Float32Array.from(candidates, scoreOf));
    const chance = Math.max(...chances);
    const best = candidates[chances.indexOf(chance)];
    if (best?.key && chance >= threshold[kind]) return best.key;
    const said = chances[candidates.findIndex(({ key }) => key === rule && rule !== null)] ?? 0;
    return said >= agreed[kind] ? rule : null;
  };
}
