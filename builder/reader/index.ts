export { type CandidatePair, candidatePairs } from './candidate-pairs.ts';
export { placed } from './pair-features.ts';
export { readPairs } from './read-pairs.ts';
