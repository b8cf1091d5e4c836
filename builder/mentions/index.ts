export {
  findMentions,
  findNameCandidates,
  findNominalCandidates,
  type NameCandidate,
} from './find-mentions.ts';
export type { NominalCandidate } from './nominal-network.ts';
