// GEXF 1.3 (gexf.net), the format of Gephi: nodes and edges with flat attributes.

import type { GraphEdge } from '../../schema/index.ts';
import { edgeFields, type Field, nodeFields } from './fields.ts';
import type { GraphSource } from './source.ts';
import { escapeXml } from './xml.ts';

/** `label` and `weight` are attributes that GEXF has of its own. */
const own = new Set(['label', 'weight']);

function declarations(kind: 'node' | 'edge', fields: readonly Field<never>[]): string {
  const lines = fields
    .filter(({ name }) => !own.has(name))
    .map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`);
  return `    <attributes class="${kind}">\n${lines.join('')}    </attributes>\n`;
}

function values<Item>(fields: readonly Field<Item>[], item: Item): string {
  const parts = fields.flatMap(({ name, of }) => {
    const value = own.has(name) ? null : of(item);
    return value === null ? [] : [`<attvalue for="${name}" value="${escapeXml(String(value))}"/>`];
  });
  return `<attvalues>${parts.join('')}</attvalues>`;
}

function ownAttributes<Item>(fields: readonly Field<Item>[], item: Item): string {
  return fields
    .filter(({ name }) => own.has(name))
    .map(({ name, of }) => ` ${name}="${escapeXml(String(of(item) ?? ''))}"`)
    .join('');
}

export async function* writeGexf(source: GraphSource): AsyncGenerator<string, void, void> {
  const ofEdges = edgeFields(source);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `  <meta><creator>whowhom</creator><description>${source.view}</description></meta>\n`;
  yield '  <graph mode="static" defaultedgetype="directed">\n';
  yield declarations('node', nodeFields) + declarations('edge', ofEdges);
  yield '    <nodes>\n';
  for await (const node of source.nodes()) {
    const start = `<node id="${escapeXml(node.key)}"${ownAttributes(nodeFields, node)}>`;
    yield `      ${start}${values(nodeFields, node)}</node>\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for await (const edge of source.edges()) {
    yield `      <edge${ends(edge)}${ownAttributes(ofEdges, edge)}>${values(ofEdges, edge)}</edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function ends({ key, source, target, undirected }: GraphEdge): string {
  const type = undirected ? ' type="undirected"' : '';
  return ` id="${escapeXml(key)}" source="${escapeXml(source)}" target="${escapeXml(target)}"${type}`;
}
