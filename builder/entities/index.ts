export { type Resolved, resolveEntities } from './resolve-entities.ts';
