// RDF 1.1 N-Quads: the items of the JSON-LD as quads. What a document says stands in the graph of
// that document; the rest in the default graph.

import { type Item, itemsOf, prefixes, type Value } from './linked-data.ts';
import type { GraphSource } from './source.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const type = `<${prefixes.rdf}type>`;

/** `rdf:subject` → its IRI. */
function expanded(name: string): string {
  const [prefix = '', ...rest] = name.split(':');
  return `<${prefixes[prefix as keyof typeof prefixes]}${rest.join(':')}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
};

const quoted = (text: string): string =>
  `"${text.toWellFormed().replace(/["\\\n\r]/g, (character) => escapes[character] ?? character)}"`;

/** The canonical form of xsd:double: `3.5E0`. */
const double = (value: number): string =>
  value
    .toExponential()
    .replace(/^(-?\d)(\.\d+)?e\+?/, (_, whole, fraction = '.0') => `${whole}${fraction}E`);

function term(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return `"${value}"^^<${xsd}boolean>`;
  if (typeof value === 'object') return `<${value['@id']}>`;
  return Number.isInteger(value)
    ? `"${value}"^^<${xsd}integer>`
    : `"${double(value)}"^^<${xsd}double>`;
}

function lines(item: Item, document: string | null): string {
  const graph = document === null ? '' : ` <${document}>`;
  const subject = `<${item['@id']}>`;
  const types = item['@type'].map((name) => `${subject} ${type} ${expanded(name)}${graph} .\n`);
  const properties = Object.entries(item).filter(([name]) => !name.startsWith('@'));
  const said = properties.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each: Value) => `${subject} ${expanded(name)} ${term(each)}${graph} .\n`,
    ),
  );
  return types.join('') + said.join('');
}

export async function* writeNQuads(source: GraphSource): AsyncGenerator<string, void, void> {
  for await (const { item, document } of itemsOf(source)) yield lines(item, document);
}
