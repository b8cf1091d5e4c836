// Names and relations looked up in a graph, made once for each.

import type {
  GraphEdge,
  NodeAttributes,
  RelationAttributes,
  SerializedGraph,
} from '../../schema/index.ts';

/** What of a relation passes a filter. */
export interface Share {
  readonly statements: readonly string[];
  readonly documents: number;
}

/** A relation edge with the attributes that it has in the relation view. */
export interface Relation {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly reciprocal: boolean;
  readonly attributes: RelationAttributes;
  /** All of it. */
  readonly whole: Share;
}

export interface GraphIndex {
  readonly nodes: ReadonlyMap<string, NodeAttributes>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Heaviest first, then most statements, then by key. */
  readonly ranked: readonly Relation[];
  /** The relations of an actor, heaviest first. */
  relationsOf(id: string): readonly Relation[];
}

const indexes = new WeakMap<SerializedGraph, GraphIndex>();
const none: readonly Relation[] = [];

export const emptyIndex: GraphIndex = {
  nodes: new Map(),
  relations: new Map(),
  ranked: none,
  relationsOf: () => none,
};

export const relationOf = ({
  key,
  source,
  target,
  undirected,
  attributes,
}: GraphEdge): Relation => ({
  key,
  source,
  target,
  reciprocal: undirected === true,
  attributes: attributes as RelationAttributes,
  whole: shareOf(attributes as RelationAttributes),
});

const shareOf = ({ statements, weight }: RelationAttributes): Share => ({
  statements,
  documents: weight,
});

function byActor(ranked: readonly Relation[]): Map<string, Relation[]> {
  const found = new Map<string, Relation[]>();
  for (const relation of ranked) {
    for (const id of new Set([relation.source, relation.target])) {
      const known = found.get(id);
      if (known) known.push(relation);
      else found.set(id, [relation]);
    }
  }
  return found;
}

export function indexOf(graph: SerializedGraph): GraphIndex {
  const known = indexes.get(graph);
  if (known) return known;
  const relations = graph.edges.map(relationOf);
  const ranked = [...relations].sort(
    ({ key: keyA, attributes: a }, { key: keyB, attributes: b }) =>
      b.weight - a.weight || b.statements.length - a.statements.length || (keyA < keyB ? -1 : 1),
  );
  let actors: Map<string, Relation[]> | null = null;
  const index: GraphIndex = {
    nodes: new Map(graph.nodes.map(({ key, attributes }) => [key, attributes])),
    relations: new Map(relations.map((relation) => [relation.key, relation])),
    ranked,
    relationsOf(id) {
      actors ??= byActor(ranked);
      return actors.get(id) ?? none;
    },
  };
  indexes.set(graph, index);
  return index;
}
