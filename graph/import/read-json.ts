// graphology's serialization, ours or of another program.

import {
  type Attributes,
  attributesOf,
  ImportError,
  type ImportedEdge,
  type ImportedGraph,
  type ImportedNode,
  type ImportedValue,
  type SkipList,
} from './imported-graph.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;

const own = (value: unknown): Attributes =>
  attributesOf(isObject(value) ? (Object.entries(value) as [string, ImportedValue][]) : []);

function nodeOf(value: unknown): ImportedNode | null {
  if (!isObject(value)) return null;
  const key = keyOf(value.key);
  return key === null ? null : { key, attributes: own(value.attributes) };
}

function edgeOf(value: unknown, index: number): ImportedEdge | null {
  if (!isObject(value)) return null;
  const [source, target] = [keyOf(value.source), keyOf(value.target)];
  if (source === null || target === null) return null;
  return {
    key: keyOf(value.key) ?? `edge ${index + 1}`,
    source,
    target,
    undirected: value.undirected === true,
    attributes: own(value.attributes),
  };
}

/** Reads the text of a file. Throws an ImportError where it is no such graph. */
export function readJsonGraph(text: string, skipped: SkipList): ImportedGraph {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError(`Expected JSON; ${(error as Error).message.slice(0, 200)}.`);
  }
  if (!isObject(value) || !Array.isArray(value.nodes) || !Array.isArray(value.edges)) {
    throw new ImportError('Expected graphology JSON with "nodes" and "edges"; found other JSON.');
  }
  const nodes = value.nodes.flatMap((each, index) => {
    const node = nodeOf(each);
    if (!node) skipped.add(`node ${index + 1}`, 'a node without a key');
    return node ?? [];
  });
  const edges = value.edges.flatMap((each, index) => {
    const edge = edgeOf(each, index);
    if (!edge) skipped.add(`edge ${index + 1}`, 'an edge without source or target');
    return edge ?? [];
  });
  return { nodes, edges };
}
