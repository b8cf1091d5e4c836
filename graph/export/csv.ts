// Two tables, nodes.csv and edges.csv (RFC 4180, UTF-8, a header line), in one zip file. Columns
// `id`, `source`, `target` and `undirected` come first. Values stand as they are: a spreadsheet that
// takes `=` for a formula must be told that the columns are text.

import { strToU8, Zip, ZipDeflate } from 'fflate';
import { edgeFields, nodeFields, type Scalar } from './fields.ts';
import type { GraphSource } from './source.ts';

const cell = (value: Scalar): string => {
  const text = value === null ? '' : String(value).toWellFormed();
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly Scalar[]): string => `${cells.map(cell).join(',')}\r\n`;

async function* nodeLines(source: GraphSource) {
  yield line(['id', ...nodeFields.map((field) => field.name)]);
  for await (const node of source.nodes()) {
    yield line([node.key, ...nodeFields.map((field) => field.of(node))]);
  }
}

async function* edgeLines(source: GraphSource) {
  const fields = edgeFields(source);
  yield line(['id', 'source', 'target', 'undirected', ...fields.map((field) => field.name)]);
  for await (const edge of source.edges()) {
    const ends = [edge.key, edge.source, edge.target, edge.undirected === true];
    yield line([...ends, ...fields.map((field) => field.of(edge))]);
  }
}

/** Compresses in this thread, about 64 kB at a time; what is ready is handed on at once. */
export async function* writeCsv(source: GraphSource): AsyncGenerator<Uint8Array, void, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const tables = [
    ['nodes.csv', nodeLines(source)],
    ['edges.csv', edgeLines(source)],
  ] as const;
  for (const [name, lines] of tables) {
    const file = new ZipDeflate(name, { level: 6 });
    // The same graph gives the same bytes: no clock in the file.
    file.mtime = '1980-01-02';
    zip.add(file);
    let pending = '';
    for await (const each of lines) {
      pending += each;
      if (pending.length < 65_536) continue;
      file.push(strToU8(pending));
      pending = '';
      yield* ready.splice(0);
    }
    file.push(strToU8(pending), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
