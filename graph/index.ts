export { type GraphRecords, recordsOf } from './records.ts';
export { formatGraph, type GraphSelection, serializeGraph } from './serialize.ts';
