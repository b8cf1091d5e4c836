// graphology's serialization, written piece by piece: the same bytes as formatGraph.

import type { GraphSource } from './source.ts';

const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);

async function* array(name: string, items: AsyncIterable<unknown> | Iterable<unknown>) {
  let empty = true;
  for await (const item of items) {
    yield `${empty ? `  "${name}": [\n    ` : ',\n    '}${indented(item, 2)}`;
    empty = false;
  }
  yield empty ? `  "${name}": []` : '\n  ]';
}

async function* bareNodes(source: GraphSource) {
  for await (const { key, attributes } of source.nodes()) yield { key, attributes };
}

export async function* writeJson(source: GraphSource): AsyncGenerator<string, void, void> {
  const options = { type: 'mixed', multi: true, allowSelfLoops: true };
  yield `{\n  "attributes": ${indented(source.attributes, 1)},\n`;
  yield `  "options": ${indented(options, 1)},\n`;
  yield* array('nodes', bareNodes(source));
  yield ',\n';
  yield* array('edges', source.edges());
  yield '\n}\n';
}
