export { type Dyad, type DyadScore, dyadScores } from './dyad-scores.ts';
export { inChunks } from './export/chunks.ts';
export {
  type ExportFormat,
  type ExportFormatName,
  exportFormatNames,
  exportFormats,
} from './export/formats.ts';
export {
  type CitedDocument,
  type CitedRecords,
  type EntityNode,
  type GraphSource,
  sourceOf,
} from './export/source.ts';
export {
  type ImportFormat,
  type ImportResult,
  importFormats,
  importGraph,
} from './import/import-graph.ts';
export { ImportError } from './import/imported-graph.ts';
export { type Partners, type PathQuery, type Paths, shortestPaths } from './paths.ts';
export { type GraphRecords, recordsOf } from './records.ts';
export { type EdgeExample, relationEdge, relationEdgeKey } from './relation-edge.ts';
export { rollUp } from './roll-up.ts';
export { formatGraph, type GraphSelection, serializeGraph } from './serialize.ts';
