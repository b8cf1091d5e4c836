// What the writers of files read from: a graph as four streams, so that a large one is never in
// memory as a whole. A store gives one, and so do records at hand.

import type {
  DocumentSummary,
  Entity,
  GraphAttributes,
  GraphEdge,
  GraphNode,
  GraphView,
  Statement,
} from '../../schema/index.ts';
import type { GraphRecords } from '../records.ts';
import { serializeGraph } from '../serialize.ts';

/** What a file says of a document. */
export type CitedDocument = Pick<
  DocumentSummary,
  'id' | 'url' | 'title' | 'publisher' | 'author' | 'language' | 'published'
>;

/** A node together with the entity that it stands for. */
export interface EntityNode extends GraphNode {
  readonly entity: Entity;
}

type Stream<Item> = AsyncIterable<Item> | Iterable<Item>;

/** Every stream can be opened more than once and always has the same order. */
export interface GraphSource {
  readonly view: GraphView;
  readonly attributes: GraphAttributes;
  nodes(): Stream<EntityNode>;
  edges(): Stream<GraphEdge>;
  /** All statements, also those without a target, which are no edge. */
  statements(): Stream<Statement>;
  documents(): Stream<CitedDocument>;
  /** Null for one that is not in the graph. */
  document(id: string): CitedDocument | null;
}

export interface CitedRecords extends GraphRecords {
  readonly documents: readonly CitedDocument[];
}

/** The streams of records at hand, each sorted by key. */
export function sourceOf(records: CitedRecords, view: GraphView): GraphSource {
  const graph = serializeGraph(records, { view });
  const entities = new Map(records.entities.map((entity) => [entity.id, entity]));
  const documents = new Map(records.documents.map((document) => [document.id, document]));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const nodes = graph.nodes.flatMap((node) => {
    const entity = entities.get(node.key);
    return entity ? [{ ...node, entity }] : [];
  });
  return {
    view,
    attributes: graph.attributes,
    nodes: () => nodes,
    edges: () => graph.edges,
    statements: () => [...records.statements].sort(byId),
    documents: () => [...records.documents].sort(byId),
    document: (id) => documents.get(id) ?? null,
  };
}
