export type { Anaphor, Candidate } from './antecedent-features.ts';
export { linkMentions } from './link-mentions.ts';
export { type Resolved, resolveEntities } from './resolve-entities.ts';
