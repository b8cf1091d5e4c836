// A graph of statements as graphology's serialization: the form of the API, the export and the
// viewer. `Graph.from(serializeGraph(…))` reads it back.

import type { GraphEdge, GraphView, SerializedGraph, Statement } from '../schema/index.ts';
import { nodesOf } from './node.ts';
import type { GraphRecords } from './records.ts';
import { outlineOf, rollUp } from './roll-up.ts';

export interface GraphSelection {
  /** `statements`: one edge a statement. `relations`: one edge per source, target and quad. */
  readonly view: GraphView;
  /** Only what this entity takes part in. */
  readonly entity?: string;
  /** At most so many edges, heaviest first; how many there were stands in `attributes.total`. */
  readonly limit?: number;
}

function statementEdges(statements: readonly Statement[]): GraphEdge[] {
  return statements.flatMap((statement) =>
    statement.target
      ? [
          {
            key: statement.id,
            source: statement.source.entity,
            target: statement.target.entity,
            ...(statement.reciprocal ? { undirected: true } : {}),
            attributes: { statement },
          },
        ]
      : [],
  );
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

/** The graph of the records, sorted by key. Statements without a target have no edge, but count. */
export function serializeGraph(records: GraphRecords, selection: GraphSelection): SerializedGraph {
  const { view, entity, limit = Number.POSITIVE_INFINITY } = selection;
  const statements = entity
    ? records.statements.filter(
        (each) => each.source.entity === entity || each.target?.entity === entity,
      )
    : records.statements;
  const published = new Map(records.documents.map((each) => [each.id, each.published]));
  const all =
    view === 'relations'
      ? rollUp(statements.map((each) => outlineOf(each, published)))
      : statementEdges(statements).sort(byKey);
  const edges = all.slice(0, limit);
  const ends = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const uncut = edges.length === all.length;
  const nodes = [...nodesOf(records.entities, statements)]
    .filter(([id]) => uncut || ends.has(id))
    .map(([key, attributes]) => ({ key, attributes }));
  return {
    attributes: {
      view,
      documents: new Set(statements.map((each) => each.evidence.document)).size,
      statements: statements.length,
      shown: edges.length,
      total: all.length,
    },
    options: { type: 'mixed', multi: true, allowSelfLoops: true },
    nodes: nodes.sort(byKey),
    edges: edges.sort(byKey),
  };
}

/** The bytes of the JSON export: two spaces, one final newline. */
export function formatGraph(graph: SerializedGraph): string {
  return `${JSON.stringify(graph, null, 2)}\n`;
}
