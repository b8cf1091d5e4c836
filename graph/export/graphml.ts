// GraphML (graphml.graphdrawing.org), the format of yEd, NetworkX and igraph. All edges are directed,
// because NetworkX refuses a file with edges of both kinds; mutual ones have the attribute `undirected`.

import type { GraphEdge } from '../../schema/index.ts';
import { edgeFields, type Field, nodeFields } from './fields.ts';
import type { GraphSource } from './source.ts';
import { escapeXml } from './xml.ts';

const typeOf = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const;

/** The key of a field: ids are one name space for nodes and edges in GraphML. */
const keyOf = (kind: 'node' | 'edge', name: string): string => `${kind}_${name}`;

function declarations(kind: 'node' | 'edge', fields: readonly Field<never>[]): string {
  return fields
    .map(
      ({ name, type }) =>
        `  <key id="${keyOf(kind, name)}" for="${kind}" attr.name="${name}" attr.type="${typeOf[type]}"/>\n`,
    )
    .join('');
}

function data<Item>(kind: 'node' | 'edge', fields: readonly Field<Item>[], item: Item): string {
  return fields
    .flatMap(({ name, of }) => {
      const value = of(item);
      return value === null
        ? []
        : [`<data key="${keyOf(kind, name)}">${escapeXml(String(value))}</data>`];
    })
    .join('');
}

const undirected: Field<GraphEdge> = {
  name: 'undirected',
  type: 'boolean',
  of: (edge) => edge.undirected === true,
};

export async function* writeGraphml(source: GraphSource): AsyncGenerator<string, void, void> {
  const ofEdges = [undirected, ...edgeFields(source)];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declarations('node', nodeFields) + declarations('edge', ofEdges);
  yield `  <graph id="${source.view}" edgedefault="directed">\n`;
  for await (const node of source.nodes()) {
    yield `    <node id="${escapeXml(node.key)}">${data('node', nodeFields, node)}</node>\n`;
  }
  for await (const edge of source.edges()) {
    const { key, source: from, target: to } = edge;
    const ends = `id="${escapeXml(key)}" source="${escapeXml(from)}" target="${escapeXml(to)}"`;
    yield `    <edge ${ends}>${data('edge', ofEdges, edge)}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}
