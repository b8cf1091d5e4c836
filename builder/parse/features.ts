// Morphology out of tags and relations: Penn tags tell number, tense and form, the tree tells voice.

import type { TokenFeatures } from '../../schema/index.ts';

type Inflection = Omit<TokenFeatures, 'voice'>;

const none: Inflection = { number: null, tense: null, verbForm: null };

const byTag: Readonly<Record<string, Inflection>> = {
  NN: { ...none, number: 'singular' },
  NNP: { ...none, number: 'singular' },
  NNS: { ...none, number: 'plural' },
  NNPS: { ...none, number: 'plural' },
  VB: { ...none, verbForm: 'infinitive' },
  VBD: { number: null, tense: 'past', verbForm: 'finite' },
  VBZ: { number: 'singular', tense: 'present', verbForm: 'finite' },
  VBP: { number: null, tense: 'present', verbForm: 'finite' },
  MD: { ...none, verbForm: 'finite' },
  VBN: { ...none, tense: 'past', verbForm: 'participle' },
  VBG: { ...none, verbForm: 'gerund' },
};

const passiveRelation = /^(?:nsubj:pass|csubj:pass|aux:pass|obl:agent)$/;

/** Features of the word with tag `xpos` whose dependents have the relations `below`. */
export function featuresOf(xpos: string, below: readonly string[]): TokenFeatures {
  const inflection = byTag[xpos] ?? none;
  const passive = below.some((relation) => passiveRelation.test(relation));
  const voice = inflection.verbForm ? (passive ? 'passive' : 'active') : null;
  return { ...inflection, voice };
}
