export { findStatements } from './find-statements.ts';
export { type Engine, joinPairs } from './join-pairs.ts';
