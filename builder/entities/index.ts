export type { Anaphor, Candidate } from './antecedent-features.ts';
export { type Judge, ruleJudge } from './antecedent-network.ts';
export { linkMentions } from './link-mentions.ts';
export { type Resolved, resolveEntities } from './resolve-entities.ts';
