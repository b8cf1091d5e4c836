// openCypher, for Neo4j, Memgraph and their kin: MERGE by id, in batches, so that running the file
// twice changes nothing. Actors are (:Actor), edges [:STATEMENT] or [:RELATION].

import { edgeFields, nodeFields, type Scalar } from './fields.ts';
import type { GraphSource } from './source.ts';

const batchSize = 200;

const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const quoted = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are to be escaped
  `'${text.toWellFormed().replace(/['\\\u0000-\u001f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return escapes[character] ?? `\\u${code}`;
  })}'`;

const literal = (value: Scalar): string =>
  typeof value === 'string' ? quoted(value) : String(value);

/** `{id: 'en_1', label: 'China'}`; what is null is left out. */
function map(entries: readonly (readonly [string, Scalar])[]): string {
  const said = entries.filter(([, value]) => value !== null);
  return `{${said.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')}}`;
}

async function* batches(rows: AsyncIterable<string> | Iterable<string>, update: string) {
  let batch: string[] = [];
  const write = (): string => `UNWIND [\n${batch.join(',\n')}\n] AS row\n${update};\n`;
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield write();
    batch = [];
  }
  if (batch.length > 0) yield write();
}

async function* nodeRows(source: GraphSource) {
  for await (const node of source.nodes()) {
    const values = nodeFields.map(({ name, of }) => [name, of(node)] as const);
    yield map([['id', node.key], ...values]);
  }
}

async function* edgeRows(source: GraphSource) {
  const fields = edgeFields(source);
  for await (const edge of source.edges()) {
    const values = fields.map(({ name, of }) => [name, of(edge)] as const);
    const properties = map([['id', edge.key], ['undirected', edge.undirected === true], ...values]);
    yield `{from: ${quoted(edge.source)}, to: ${quoted(edge.target)}, edge: ${properties}}`;
  }
}

export async function* writeCypher(source: GraphSource): AsyncGenerator<string, void, void> {
  const type = source.view === 'relations' ? 'RELATION' : 'STATEMENT';
  yield 'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.id IS UNIQUE;\n';
  yield* batches(nodeRows(source), 'MERGE (actor:Actor {id: row.id})\nSET actor += row');
  yield* batches(
    edgeRows(source),
    `MATCH (from:Actor {id: row.from}), (to:Actor {id: row.to})\nMERGE (from)-[edge:${type} {id: row.edge.id}]->(to)\nSET edge += row.edge`,
  );
}
