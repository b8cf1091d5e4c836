export { findMentions, findNominalCandidates } from './find-mentions.ts';
export type { NominalCandidate } from './nominal-network.ts';
