// From what the server sent to what is drawn: sizes, curves for parallel relations, and a first
// place for every node.

import { MultiGraph } from 'graphology';
import type { GraphEdge, RelationAttributes, SerializedGraph } from '../../schema/index.ts';
import { type DrawnGraph, edgeSize, nodeSize, shorten } from './drawn-graph.ts';
import { startOf } from './layout.ts';

/** Bend between two neighbours of a bundle; two relations of one pair stand ± half of it. */
const BEND = 0.34;
const WIDEST_BEND = 0.9;

/** A relation edge has relation attributes; the statement view is never drawn. */
export const relationOf = (edge: GraphEdge): RelationAttributes =>
  edge.attributes as RelationAttributes;

/** Edges by the pair they join, whichever way they point. */
function bundles(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const pair = [edge.source, edge.target].sort().join(' ');
    const bundle = pairs.get(pair);
    if (bundle) bundle.push(edge);
    else pairs.set(pair, [edge]);
  }
  return pairs;
}

/** Above so many of them, nodes and edges are drawn smaller, down to the least share. */
const ROOMY = {
  nodes: { count: 150, least: 0.16 },
  edges: { count: 250, least: 0.4 },
} as const;

const crowded = (what: 'nodes' | 'edges', count: number): number =>
  Math.max(ROOMY[what].least, Math.min(1, Math.sqrt(ROOMY[what].count / count)));

function addBundle(graph: DrawnGraph, bundle: readonly GraphEdge[], share: number): void {
  const step = Math.min(BEND, WIDEST_BEND / bundle.length);
  const byQuad = [...bundle].sort(
    (a, b) =>
      relationOf(a).quad - relationOf(b).quad || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  byQuad.forEach((edge, index) => {
    const { label, quad, uncertain, weight, statements } = relationOf(edge);
    const bend = (index - (byQuad.length - 1) / 2) * step;
    graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, {
      size: edgeSize(quad, weight) * share,
      label,
      quad,
      reciprocal: edge.undirected === true,
      uncertain,
      // the bend is measured from the source's left, so a reversed edge changes its sign
      curvature: edge.source < edge.target ? bend : -bend,
      weight,
      statements: statements.length,
    });
  });
}

/** Radius of the disc on which nodes wait for their places. */
const START = 400;

/** Same data, same picture. An actor related to itself stands in the table only. */
export function prepareGraph(serialized: SerializedGraph): DrawnGraph {
  const graph: DrawnGraph = new MultiGraph();
  const nodeShare = crowded('nodes', serialized.nodes.length);
  for (const { key, attributes } of serialized.nodes) {
    graph.addNode(key, {
      ...startOf(key, START),
      size: nodeSize(attributes.statements) * nodeShare,
      label: shorten(attributes.name),
      entityType: attributes.entityType,
      statements: attributes.statements,
    });
  }
  const edges = serialized.edges.filter(
    ({ source, target }) => source !== target && graph.hasNode(source) && graph.hasNode(target),
  );
  const edgeShare = crowded('edges', edges.length);
  for (const bundle of bundles(edges).values()) addBundle(graph, bundle, edgeShare);
  return graph;
}
