// Fetches the statements of the graph after its first picture, so that filters, counts and the
// timeline answer at once. Where there are too many, the relations alone must do.

import type { SerializedGraph, Statement, StatementAttributes } from '../schema/index.ts';
import { indexOf } from './model/graph-index.ts';
import { rowOf } from './model/rows.ts';
import { allDocuments, server } from './server.ts';
import { useViewer } from './viewer-state.ts';

/** Statements that are fetched whole, at most: about 25 megabytes. */
const MOST = 20_000;

const statements = new Map<string, Statement>();

/** A statement that was fetched with the graph. */
export const knownStatement = (id: string): Statement | undefined => statements.get(id);

export async function loadRows(graph: SerializedGraph): Promise<void> {
  const { cut } = useViewer.getState();
  if (cut || graph.attributes.statements > MOST || graph.nodes.length === 0) {
    useViewer.setState({ rows: null, cut: cut || graph.attributes.statements > MOST });
    return;
  }
  const [whole, documents] = await Promise.all([
    server.getGraph({ view: 'statements', limit: MOST }),
    allDocuments(),
  ]);
  const { graph: now } = useViewer.getState();
  // a graph that changed meanwhile asks for rows of its own
  if (now.status !== 'ready' || now.graph !== graph) return;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { nodes } = indexOf(graph);
  statements.clear();
  const rows = whole.edges.map(({ attributes }) => {
    const { statement } = attributes as StatementAttributes;
    statements.set(statement.id, statement);
    return rowOf(statement, byId.get(statement.evidence.document), nodes);
  });
  useViewer.setState({ rows });
}
