// GEXF and GraphML, read piece by piece. Entities that a document defines itself are refused, so that
// a small file cannot grow; nothing is fetched.

import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  attributesOf,
  ImportError,
  type ImportedEdge,
  type ImportedGraph,
  type ImportedNode,
  type ImportedValue,
  type SkipList,
} from './imported-graph.ts';

export type XmlFormat = 'gexf' | 'graphml';

interface Draft {
  readonly kind: 'node' | 'edge';
  readonly own: ReadonlyMap<string, string>;
  readonly values: Map<string, ImportedValue>;
}

interface Declared {
  readonly title: string;
  readonly type: string;
}

function typed(text: string, type: string): ImportedValue {
  if (/^(?:int|integer|long|float|double)$/.test(type)) {
    const number = Number(text);
    return text.trim() !== '' && Number.isFinite(number) ? number : text;
  }
  if (type === 'boolean') return text === 'true' || text === '1';
  return text;
}

class GraphReader {
  readonly nodes: ImportedNode[] = [];
  readonly edges: ImportedEdge[] = [];
  readonly #format: XmlFormat;
  readonly #skipped: SkipList;
  readonly #declared = new Map<string, Declared>();
  #class = 'node';
  #draft: Draft | null = null;
  #data: { readonly key: string; text: string } | null = null;
  #directed = true;
  isGraph = false;

  constructor(format: XmlFormat, skipped: SkipList) {
    this.#format = format;
    this.#skipped = skipped;
  }

  open(name: string, own: ReadonlyMap<string, string>): void {
    const at = (attribute: string): string => own.get(attribute) ?? '';
    if (name === this.#format) this.isGraph = true;
    else if (name === 'graph') this.#directed = this.#isDirected(own);
    else if (name === 'attributes') this.#class = own.get('class') ?? 'node';
    else if (name === 'attribute') this.#declare([this.#class], own, 'title', 'type');
    else if (name === 'key') {
      const kinds = own.get('for') === 'all' ? ['node', 'edge'] : [own.get('for') ?? 'node'];
      this.#declare(kinds, own, 'attr.name', 'attr.type');
    } else if (name === 'node' || name === 'edge') {
      this.#draft = { kind: name, own, values: new Map() };
    } else if (name === 'attvalue') this.#note(at('for') || at('id'), at('value'));
    else if (name === 'data') this.#data = { key: at('key'), text: '' };
  }

  #isDirected(own: ReadonlyMap<string, string>): boolean {
    const stated = own.get(this.#format === 'gexf' ? 'defaultedgetype' : 'edgedefault');
    return stated === undefined ? this.#format !== 'gexf' : stated === 'directed';
  }

  #declare(
    kinds: readonly string[],
    own: ReadonlyMap<string, string>,
    title: string,
    type: string,
  ): void {
    const id = own.get('id') ?? '';
    const declared = { title: own.get(title) ?? id, type: own.get(type) ?? 'string' };
    for (const kind of kinds) this.#declared.set(`${kind} ${id}`, declared);
  }

  text(text: string): void {
    if (this.#data) this.#data.text += text;
  }

  close(name: string): void {
    if (name === 'data' && this.#data) {
      this.#note(this.#data.key, this.#data.text);
      this.#data = null;
    } else if (this.#draft && name === this.#draft.kind) {
      this.#finish(this.#draft);
      this.#draft = null;
    }
  }

  #note(key: string, text: string): void {
    if (!this.#draft) return;
    const declared = this.#declared.get(`${this.#draft.kind} ${key}`);
    this.#draft.values.set(declared?.title ?? key, typed(text, declared?.type ?? 'string'));
  }

  #finish({ kind, own, values }: Draft): void {
    for (const name of ['label', 'weight']) {
      const value = own.get(name);
      if (value !== undefined && !values.has(name)) {
        values.set(name, name === 'weight' ? typed(value, 'double') : value);
      }
    }
    const attributes = attributesOf(values);
    const id = own.get('id');
    if (kind === 'node') {
      if (id) this.nodes.push({ key: id, attributes });
      else this.#skipped.add(`node ${this.nodes.length + 1}`, 'a node without an id');
      return;
    }
    const [source, target] = [own.get('source'), own.get('target')];
    if (!source || !target) {
      const what = id ?? `edge ${this.edges.length + 1}`;
      this.#skipped.add(what, 'an edge without source or target');
      return;
    }
    const stated = own.get('type') ?? own.get('directed');
    const directed =
      stated === undefined ? this.#directed : stated !== 'undirected' && stated !== 'false';
    const undirected = !directed || attributes.undirected === true;
    this.edges.push({
      key: id ?? `edge ${this.edges.length + 1}`,
      source,
      target,
      undirected,
      attributes,
    });
  }
}

const attributesIn = ({ attributes }: SaxesTagNS): ReadonlyMap<string, string> =>
  new Map(Object.values(attributes).map(({ local, value }) => [local, value]));

/** Reads the text of a file. Throws an ImportError where it is no such graph. */
export function readXmlGraph(text: string, format: XmlFormat, skipped: SkipList): ImportedGraph {
  const reader = new GraphReader(format, skipped);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) {
      throw new ImportError('Expected a file that defines no entities of its own.');
    }
  });
  parser.on('opentag', (tag) => reader.open(tag.local, attributesIn(tag)));
  parser.on('text', (chunk) => reader.text(chunk));
  parser.on('cdata', (chunk) => reader.text(chunk));
  parser.on('closetag', (tag) => reader.close(tag.local));
  parser.on('error', (error) => {
    throw new ImportError(`Expected well-formed XML; ${error.message}.`);
  });
  parser.write(text).close();
  if (!reader.isGraph) {
    throw new ImportError(`Expected a file of ${format}; found other XML.`);
  }
  return { nodes: reader.nodes, edges: reader.edges };
}
