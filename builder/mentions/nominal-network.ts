// Whether a noun describes somebody who could act, judged by a small network trained on annotated
// articles (training/reader.py): it knows "the lender" and "the bloc", which no list has.

import type { EntityType } from '../../schema/index.ts';
import { networkOf, type ReadSentence, sigmoid } from '../network/index.ts';
import model from './nominal-model.json' with { type: 'json' };

/** A noun that may describe somebody, with what the network is told of it. */
export interface NominalCandidate {
  readonly index: number;
  readonly sector: string | null;
  /** What the rules say. */
  readonly byRule: boolean;
  readonly features: readonly string[];
}

/** Of what type the one is that a noun describes; null where it describes nobody. */
export type Describe = (sentence: ReadSentence, candidate: NominalCandidate) => EntityType | null;

/** Low: who takes part in no statement is dropped later, who is not seen can take part in none. */
const threshold = 0.15;
/** The same for nouns that the lists know. */
const listed = 0.03;

const network = networkOf(model);

const types = model.types as readonly EntityType[];

/** What the network says. */
export const describedType: Describe = (sentence, candidate) => {
  const { index, features } = candidate;
  const governor = Math.max(0, sentence.tokens[index]?.head ?? 0);
  const projections = [index, governor].map((at, block) => network.project(sentence, block, at));
  const [chance, ...scores] = network.scores(projections, features);
  if (sigmoid(chance as number) <= (candidate.byRule ? listed : threshold)) return null;
  return types[scores.indexOf(Math.max(...scores))] ?? null;
};
