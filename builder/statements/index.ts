export { type Context, contextsOf } from './context.ts';
export { findStatements } from './find-statements.ts';
export { type Engine, joinPairs } from './join-pairs.ts';
