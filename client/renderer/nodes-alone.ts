// The nodes of a graph without its edges, for a renderer that draws these itself. Nodes stay where
// they stand in the graph they come from.

import { MultiGraph } from 'graphology';
import type { DrawnGraph } from './drawn-graph.ts';

export interface NodesAlone {
  readonly nodes: DrawnGraph;
  /** No longer follows the graph. */
  readonly end: () => void;
}

export function nodesAlone(graph: DrawnGraph): NodesAlone {
  const nodes: DrawnGraph = new MultiGraph();
  graph.forEachNode((key, attributes) => nodes.addNode(key, { ...attributes }));
  const one = ({ key }: { readonly key: string }): void => {
    nodes.replaceNodeAttributes(key, { ...graph.getNodeAttributes(key) });
  };
  const each = (): void => {
    nodes.updateEachNodeAttributes((key) => ({ ...graph.getNodeAttributes(key) }), {
      attributes: ['x', 'y'],
    });
  };
  graph.on('nodeAttributesUpdated', one);
  graph.on('eachNodeAttributesUpdated', each);
  return {
    nodes,
    end: () => {
      graph.off('nodeAttributesUpdated', one);
      graph.off('eachNodeAttributesUpdated', each);
    },
  };
}
