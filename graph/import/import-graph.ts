// A graph of a file as an extraction, so that it can be kept like an article: the file becomes a
// document with a line for each edge, and each edge a statement whose evidence is its line. A line
// is the sentence that the edge was read from, where the file has it; else it is made of the names.

import {
  contentHash,
  type Document,
  type Entity,
  type Extraction,
  identifier,
  type Statement,
  validate,
} from '../../schema/index.ts';
import {
  type Attributes,
  type ImportedEdge,
  type ImportedGraph,
  type ImportedNode,
  SkipList,
  type SkippedItems,
} from './imported-graph.ts';
import { readJsonGraph } from './read-json.ts';
import { readXmlGraph } from './read-xml.ts';

export const importFormats = ['json', 'gexf', 'graphml'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportResult {
  /** Null where nothing could be kept. */
  readonly extraction: Extraction | null;
  readonly skipped: readonly SkippedItems[];
}

const extractor = 'import@1.0.0';

const textIn = (attributes: Attributes, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
};

const numberIn = (attributes: Attributes, name: string): number | null => {
  const value = attributes[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

function wordIn<Word extends string>(
  attributes: Attributes,
  name: string,
  words: readonly Word[],
): Word | null {
  const value = attributes[name];
  return words.find((word) => word === value) ?? null;
}

const listIn = (attributes: Attributes, name: string): string[] => {
  const value = attributes[name];
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' && value !== '' ? value.split('; ') : [];
};

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function entityOf({ key, attributes }: ImportedNode): Entity {
  const name = oneLine(textIn(attributes, 'name', 'label') ?? key) || key;
  const id = /^en_[0-9a-f]{24}$/.test(key) ? key : identifier('en', ['imported', key, name]);
  const types = ['country', 'person', 'organization', 'group', 'place', 'other'] as const;
  const country = textIn(attributes, 'country');
  const iso3166 = textIn(attributes, 'iso3166');
  const wikidata = textIn(attributes, 'wikidata');
  return {
    id,
    type: wordIn(attributes, 'entityType', types) ?? wordIn(attributes, 'type', types) ?? 'other',
    name,
    aliases: [{ text: name, count: 1 }],
    identifiers: {
      ...(iso3166 && /^[A-Z]{3}$/.test(iso3166) ? { iso3166 } : {}),
      ...(wikidata && /^Q[1-9][0-9]*$/.test(wikidata) ? { wikidata } : {}),
    },
    country: country && /^[A-Z]{3}$/.test(country) ? country : null,
    sectors: listIn(attributes, 'sectors').filter((sector) => /^[A-Z]{3}$/.test(sector)),
    roles: [],
  };
}

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The sentence and where source, relation and target stand in it. */
interface Line {
  readonly text: string;
  readonly source: Span;
  readonly relation: Span;
  readonly target: Span;
}

function spanIn(line: string, text: string | null): Span | null {
  const start = text === null ? -1 : line.indexOf(text);
  return text === null || start < 0 ? null : { text, start, end: start + text.length };
}

/** The line of a sentence that the file has, where all three parts are found in it. */
function quotedLine(attributes: Attributes): Line | null {
  const sentence = textIn(attributes, 'evidence');
  if (sentence === null) return null;
  const text = oneLine(sentence);
  const source = spanIn(text, textIn(attributes, 'sourceText'));
  const target = spanIn(text, textIn(attributes, 'targetText'));
  const label = textIn(attributes, 'label');
  const relation = spanIn(text, label) ?? spanIn(text, label?.split(' ')[0] ?? null);
  return source && target && relation ? { text, source, relation, target } : null;
}

function madeLine(source: Entity, relation: string, target: Entity): Line {
  const parts = [source.name, relation, target.name];
  const text = `${parts.join(' — ')}.`;
  let start = 0;
  const [a, b, c] = parts.map((part) => {
    const span = { text: part, start, end: start + part.length };
    start = span.end + 3;
    return span;
  });
  return { text, source: a as Span, relation: b as Span, target: c as Span };
}

const dayIn = (attributes: Attributes, ...names: readonly string[]): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(textIn(attributes, ...names) ?? '')?.[0] ?? null;

function eventOf(attributes: Attributes): Statement['event'] {
  const type = textIn(attributes, 'type', 'eventType') ?? listIn(attributes, 'types')[0] ?? null;
  const quad = numberIn(attributes, 'quad');
  if (type === null && (quad === null || quad === 0)) return null;
  const intensity = numberIn(attributes, 'intensity');
  return {
    scheme: 'imported',
    type,
    mode: textIn(attributes, 'mode'),
    context: listIn(attributes, 'contexts'),
    quad: quad === 1 || quad === 2 || quad === 3 || quad === 4 ? quad : 0,
    intensity: intensity !== null && Math.abs(intensity) <= 10 ? intensity : null,
    rule: 'import',
  };
}

const shifted = <Part extends Span>(part: Part, by: number): Part => ({
  ...part,
  start: part.start + by,
  end: part.end + by,
});

function statementOf(
  edge: ImportedEdge,
  line: Line,
  ends: { readonly source: Entity; readonly target: Entity },
  where: { readonly document: string; readonly sentence: number; readonly start: number },
): Statement {
  const { attributes, undirected } = edge;
  const { document, sentence, start } = where;
  const from = dayIn(attributes, 'dateStart', 'first');
  const until = dayIn(attributes, 'dateEnd', 'last') ?? from;
  const place = textIn(attributes, 'place');
  const confidence = numberIn(attributes, 'confidence');
  const modalities = ['actual', 'future', 'hypothetical', 'demanded', 'threatened'] as const;
  const polarity = wordIn(attributes, 'polarity', ['positive', 'negative'] as const);
  return {
    id: identifier('st', ['import', document, edge.key, sentence]),
    kind: wordIn(attributes, 'kind', ['event', 'stance', 'role'] as const) ?? 'event',
    group: null,
    source: { entity: ends.source.id, ...shifted(line.source, start) },
    relation: {
      ...shifted(line.relation, start),
      lemma: oneLine(textIn(attributes, 'lemma') ?? line.relation.text),
    },
    target: { entity: ends.target.id, ...shifted(line.target, start) },
    reciprocal: undirected,
    event: eventOf(attributes),
    polarity: polarity ?? 'positive',
    modality: wordIn(attributes, 'modality', modalities) ?? 'actual',
    time: from
      ? { text: null, start: from, end: until, precision: 'day', basis: 'explicit' }
      : null,
    location: place ? { text: place, entity: null, country: null } : null,
    attribution: { type: 'author', speaker: null, text: null, cue: null },
    evidence: {
      document,
      sentence,
      start,
      end: start + line.text.length,
      exact: line.text,
      prefix: '',
      suffix: '',
    },
    confidence: {
      value: confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : 0.5,
      method: 'import',
    },
    provenance: { extractor, model: null, rule: 'import' },
  };
}

/** Our own JSON has the whole statement in its edge: its fields are taken as attributes. */
function flat(edge: ImportedEdge): ImportedEdge {
  const checked = validate('statement', edge.attributes.statement);
  if (!checked.ok) return edge;
  const { relation, event, time, location, evidence, source, target, ...rest } = checked.value;
  const attributes: Record<string, Attributes[string]> = {
    label: relation.text,
    lemma: relation.lemma,
    kind: rest.kind,
    type: event?.type ?? null,
    mode: event?.mode ?? null,
    contexts: event?.context ?? [],
    quad: event?.quad ?? null,
    intensity: event?.intensity ?? null,
    polarity: rest.polarity,
    modality: rest.modality,
    dateStart: time?.start ?? null,
    dateEnd: time?.end ?? null,
    place: location?.text ?? null,
    sourceText: source.text,
    targetText: target?.text ?? null,
    evidence: evidence.exact,
    confidence: rest.confidence.value,
  };
  return { ...edge, attributes };
}

function read(text: string, format: ImportFormat, skipped: SkipList): ImportedGraph {
  return format === 'json' ? readJsonGraph(text, skipped) : readXmlGraph(text, format, skipped);
}

function documentOf(name: string, text: string): Document {
  const hash = contentHash(text);
  return {
    id: identifier('doc', ['import', name]),
    url: null,
    title: name,
    description: 'A graph that was read in; each line is an edge of it.',
    publisher: null,
    author: null,
    language: 'en',
    published: null,
    retrieved: null,
    mediaType: 'application/octet-stream',
    contentHash: hash,
    duplicateOf: null,
    text,
  };
}

/**
 * Reads the text of a graph's file. `name` is the title of the document that it becomes; the same
 * name again takes its place. Throws an ImportError where the file is no graph.
 */
export function importGraph(text: string, format: ImportFormat, name: string): ImportResult {
  const skipped = new SkipList();
  const { nodes, edges } = read(text, format, skipped);
  const entities = new Map<string, Entity>();
  for (const node of nodes) {
    if (entities.has(node.key)) skipped.add(node.key, 'a node whose key was there before');
    else entities.set(node.key, entityOf(node));
  }
  const id = identifier('doc', ['import', name]);
  const lines: string[] = [];
  const statements: Statement[] = [];
  let start = 0;
  for (const each of edges) {
    const edge = flat(each);
    const [source, target] = [entities.get(edge.source), entities.get(edge.target)];
    if (!source || !target) {
      skipped.add(edge.key, 'an edge whose ends are not among the nodes');
      continue;
    }
    const label = oneLine(textIn(edge.attributes, 'label', 'relation', 'type') ?? 'is joined to');
    const line = quotedLine(edge.attributes) ?? madeLine(source, label || 'is joined to', target);
    const where = { document: id, sentence: lines.length, start };
    const statement = statementOf(edge, line, { source, target }, where);
    const checked = validate('statement', statement);
    if (!checked.ok) {
      skipped.add(edge.key, `an edge that is no statement: ${checked.errors[0]?.detail}`);
      continue;
    }
    statements.push(statement);
    lines.push(line.text);
    start += line.text.length + 1;
  }
  const used = new Set(statements.flatMap((each) => [each.source.entity, each.target?.entity]));
  const named = new Map([...entities.values()].map((entity) => [entity.id, entity]));
  for (const [key, entity] of entities) {
    if (!used.has(entity.id)) skipped.add(key, 'a node that no edge leads to');
  }
  const kept = [...named.values()].filter((entity) => used.has(entity.id));
  const extraction = { document: documentOf(name, lines.join('\n')), entities: kept, statements };
  return { extraction: statements.length > 0 ? extraction : null, skipped: skipped.items };
}
