export { type Dyad, type DyadScore, dyadScores } from './dyad-scores.ts';
export { type GraphRecords, recordsOf } from './records.ts';
export { formatGraph, type GraphSelection, serializeGraph } from './serialize.ts';
