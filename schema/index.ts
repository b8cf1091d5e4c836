export { contentHash, type IdentifierPrefix, identifier } from './identifier.ts';
export { canRead } from './language.ts';
export {
  type EntityTally,
  emptyTally,
  entityOf,
  joinTallies,
  mergeEntities,
  tallied,
} from './merge-entities.ts';
export type * from './model.ts';
export { type SchemaError, schemas, type Validation, validate } from './validate.ts';
