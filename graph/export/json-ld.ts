// JSON-LD 1.1 with its context inside, so that it can be read without a network; one item a line.

import { itemsOf, prefixes } from './linked-data.ts';
import type { GraphSource } from './source.ts';

export async function* writeJsonLd(source: GraphSource): AsyncGenerator<string, void, void> {
  yield `{"@context":${JSON.stringify(prefixes)},\n"@graph":[`;
  let separator = '\n';
  for await (const { item } of itemsOf(source)) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield '\n]}\n';
}
