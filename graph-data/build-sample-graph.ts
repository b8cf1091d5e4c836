// Reads the sample articles and writes sample-graph.json, the graph that is built from them.
// `npm run sample-graph`

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from '../builder/index.ts';
import { languageModel } from '../cli/index.ts';
import { formatGraph, recordsOf, serializeGraph } from '../graph/index.ts';
import type { Extraction } from '../schema/index.ts';
import { readArticle } from '../sources/index.ts';

const folder = fileURLToPath(new URL('articles/', import.meta.url));
const output = fileURLToPath(new URL('sample-graph.json', import.meta.url));

/** The bytes of sample-graph.json: the statement view of all sample articles. */
export async function sampleGraph(): Promise<string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const model = await languageModel('wasm');
  const extractions: Extraction[] = [];
  for (const name of names.sort()) {
    extractions.push(await build(readArticle(readFileSync(folder + name), name), model));
  }
  return formatGraph(serializeGraph(recordsOf(extractions), { view: 'statements' }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(output, await sampleGraph());
}
