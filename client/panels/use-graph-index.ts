// Names and relations looked up in the graph that is shown.

import { useMemo } from 'react';
import type {
  GraphEdge,
  NodeAttributes,
  RelationAttributes,
  SerializedGraph,
} from '../../schema/index.ts';
import { shorten } from '../renderer/drawn-graph.ts';
import { useViewer } from '../viewer-state.ts';

/** A relation edge with the attributes that it has in the relation view. */
export interface Relation {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly reciprocal: boolean;
  readonly attributes: RelationAttributes;
}

export interface GraphIndex {
  readonly nodes: ReadonlyMap<string, NodeAttributes>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** Heaviest first, then most statements, then by key. */
  readonly ranked: readonly Relation[];
}

const indexes = new WeakMap<SerializedGraph, GraphIndex>();
const empty: GraphIndex = { nodes: new Map(), relations: new Map(), ranked: [] };

const relationOf = ({ key, source, target, undirected, attributes }: GraphEdge): Relation => ({
  key,
  source,
  target,
  reciprocal: undirected === true,
  attributes: attributes as RelationAttributes,
});

function indexOf(graph: SerializedGraph): GraphIndex {
  const known = indexes.get(graph);
  if (known) return known;
  const relations = graph.edges.map(relationOf);
  const index: GraphIndex = {
    nodes: new Map(graph.nodes.map(({ key, attributes }) => [key, attributes])),
    relations: new Map(relations.map((relation) => [relation.key, relation])),
    ranked: [...relations].sort(
      ({ key: keyA, attributes: a }, { key: keyB, attributes: b }) =>
        b.weight - a.weight || b.statements.length - a.statements.length || (keyA < keyB ? -1 : 1),
    ),
  };
  indexes.set(graph, index);
  return index;
}

export function useGraphIndex(): GraphIndex {
  const graph = useViewer((state) => state.graph);
  return useMemo(() => (graph.status === 'ready' ? indexOf(graph.graph) : empty), [graph]);
}

/** Characters of a name that lists and notes have room for. */
const LONGEST = 80;

/** The name of an actor, cut to a bearable length. */
export const nameOf = (index: GraphIndex, id: string): string =>
  shorten(index.nodes.get(id)?.name ?? id, LONGEST);
