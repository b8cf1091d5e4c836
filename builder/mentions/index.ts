export {
  findMentions,
  findNameCandidates,
  findNominalCandidates,
  type NameCandidate,
} from './find-mentions.ts';
export { describedByRule } from './nominal-mentions.ts';
export type { Describe, NominalCandidate } from './nominal-network.ts';
