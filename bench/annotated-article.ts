// Reads an article annotated by hand after docs/annotation.md: "{Kenyan|kenya} {police|police|d} …".
// Offsets are those of the text with the marks taken out.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { eventTypes } from '../builder/lexicon/index.ts';
import type { Document } from '../schema/index.ts';
import { readArticle } from '../sources/index.ts';
import {
  AnnotationError,
  type MarkedMention,
  type MarkedText,
  readMarkedText,
} from './marked-text.ts';

export interface MarkedEntity {
  readonly name: string;
  readonly type: 'country' | 'person' | 'organization' | 'group' | 'place' | 'other';
  readonly country?: string;
  readonly sectors?: readonly string[];
}

export interface MarkedStatement {
  readonly at: number;
  readonly kind: 'event' | 'stance' | 'role';
  readonly source: string;
  readonly target: string | null;
  readonly relation: string;
  readonly type: string | null;
  /** A mode of the type, after docs/events.md; null where none fits. */
  readonly mode: string | null;
  readonly reciprocal: boolean;
  readonly polarity: 'positive' | 'negative';
  readonly modality: string;
  readonly speaker: string | null;
  readonly quote: boolean;
  readonly time: string | null;
}

export interface AnnotatedArticle {
  readonly file: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string;
  readonly register: string | null;
  readonly split: string;
  readonly text: string;
  /** Sentence n of the annotation is the one at n − 1. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly mentions: readonly MarkedMention[];
  readonly entities: ReadonlyMap<string, MarkedEntity>;
  readonly statements: readonly MarkedStatement[];
}

const types = new Set(['country', 'person', 'organization', 'group', 'place', 'other']);

/** What a statement's field may hold. */
const allowed: Readonly<Record<string, (value: string, entities: ReadonlySet<string>) => boolean>> =
  {
    kind: (value) => /^(?:event|stance|role)$/.test(value),
    source: (value, entities) => entities.has(value),
    target: (value, entities) => entities.has(value),
    type: (value) => eventTypes.has(value),
    mode: (value) => /^[a-z-]+$/.test(value),
    polarity: (value) => /^(?:positive|negative)$/.test(value),
    modality: (value) => /^(?:actual|future|hypothetical|demanded|threatened)$/.test(value),
    speaker: (value, entities) => entities.has(value) || /[\s"]/.test(value),
    time: (value) => /^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(value),
    reciprocal: (value) => value === 'true',
    quote: (value) => value === 'true',
    at: (value) => /^\d+$/.test(value),
    relation: () => true,
  };

/** What is wrong with a row of statements; null where nothing is. */
function faultOf(
  row: Readonly<Record<string, unknown>>,
  body: MarkedText,
  entities: ReadonlySet<string>,
): string | null {
  for (const [field, value] of Object.entries(row)) {
    if (!allowed[field]) return `unknown field "${field}"`;
    if (value !== null && !allowed[field](String(value), entities)) return `${field}: "${value}"`;
  }
  const sentence = body.sentences[Number(row.at) - 1];
  if (!sentence) return `"at" is no sentence: ${row.at}`;
  if (!row.source || row.source === row.target) return `source and target are both "${row.source}"`;
  if (row.type && (row.kind ?? 'event') !== 'event') return `a ${row.kind} has no type`;
  const modes = Object.keys(eventTypes.get(String(row.type))?.modes ?? {});
  if (row.mode && !modes.includes(String(row.mode)))
    return `mode: expected ${modes.join(', ') || 'none'} of ${row.type}, found "${row.mode}"`;
  const words = body.text.slice(sentence.start, sentence.end);
  const parts = String(row.relation ?? ' ').split('…');
  const missing = parts.find((part) => part.trim() === '' || !words.includes(part.trim()));
  return missing === undefined ? null : `"${missing}" does not stand in sentence ${row.at}`;
}

function statementOf(row: Readonly<Record<string, unknown>>): MarkedStatement {
  const text = (field: string): string | null => (row[field] == null ? null : String(row[field]));
  return {
    at: Number(row.at),
    kind: (text('kind') ?? 'event') as MarkedStatement['kind'],
    source: String(row.source),
    target: text('target'),
    relation: String(row.relation),
    type: text('type'),
    mode: text('mode'),
    reciprocal: row.reciprocal === true,
    polarity: (text('polarity') ?? 'positive') as MarkedStatement['polarity'],
    modality: text('modality') ?? 'actual',
    speaker: text('speaker'),
    quote: row.quote === true,
    time: text('time'),
  };
}

function readYaml(file: string, text: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = parse(text, { schema: 'failsafe' });
    return booleans(value) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new AnnotationError(
      file,
      line + (error.linePos?.[0].line ?? 1) - 1,
      error.message.split('\n')[0] ?? '',
    );
  }
}

/** Dates stay text; true, false and null are meant as such. */
function booleans(value: unknown): unknown {
  if (value === 'true') return true;
  if (value === 'null' || value === '~' || value === '') return null;
  if (Array.isArray(value)) return value.map(booleans);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, booleans(each)]));
}

/** Reads one annotated article; throws AnnotationError with file and line. */
export function readAnnotatedArticle(source: string, file: string): AnnotatedArticle {
  const lines = source.normalize('NFC').split(/\r?\n/);
  const headEnd = lines.indexOf('---', 1);
  const bodyEnd = lines.indexOf('===');
  if (lines[0] !== '---' || headEnd < 0 || bodyEnd < headEnd) {
    throw new AnnotationError(
      file,
      1,
      'expected "---", what is known, "---", the text, "===", what it says',
    );
  }
  const head = readYaml(file, lines.slice(1, headEnd).join('\n'), 2);
  const body = readMarkedText(file, lines.slice(headEnd + 1, bodyEnd), headEnd + 2);
  const marked = readYaml(file, lines.slice(bodyEnd + 1).join('\n'), bodyEnd + 2);
  const entities = new Map(Object.entries((marked.entities ?? {}) as Record<string, MarkedEntity>));
  const lineOf = (text: string): number =>
    Math.max(
      lines.findIndex((line, at) => at > bodyEnd && line.includes(text)),
      bodyEnd,
    ) + 1;
  for (const [id, { name, type }] of entities) {
    if (!name || !types.has(type))
      throw new AnnotationError(file, lineOf(`${id}:`), `entity ${id}: name and type`);
  }
  const stray = body.mentions.find(({ entity }) => entity !== null && !entities.has(entity));
  if (stray)
    throw new AnnotationError(
      file,
      headEnd + 2,
      `"${stray.entity}" in sentence ${stray.sentence + 1} is no entity`,
    );
  const rows = (marked.statements ?? []) as Record<string, unknown>[];
  const first = lines.findIndex((line, at) => at > bodyEnd && /^\s*- /.test(line));
  const ids = new Set(entities.keys());
  const statements = rows.map((row, index) => {
    const fault = faultOf(row, body, ids);
    if (fault) throw new AnnotationError(file, first + index + 1, fault);
    return statementOf(row);
  });
  return {
    file,
    title: String(head.title ?? ''),
    publisher: (head.publisher as string) ?? null,
    published: String(head.published ?? ''),
    register: (head.register as string) ?? null,
    split: String(head.split ?? ''),
    ...body,
    entities,
    statements,
  };
}

/** The annotated articles of a folder by file name, and what is wrong with the others. */
export function readAnnotatedFolder(folder: string): {
  articles: AnnotatedArticle[];
  faults: AnnotationError[];
} {
  const articles: AnnotatedArticle[] = [];
  const faults: AnnotationError[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()) {
    const path = join(folder, file);
    try {
      articles.push(readAnnotatedArticle(readFileSync(path, 'utf8'), path));
    } catch (error) {
      if (!(error instanceof AnnotationError)) throw error;
      faults.push(error);
    }
  }
  return { articles, faults };
}

/** The document that the builder reads of an annotated article: its text, lines of boilerplate as well. */
export function documentOf({ title, publisher, published, text }: AnnotatedArticle): Document {
  const json = JSON.stringify({ title, publisher, published, text });
  return { ...readArticle(Buffer.from(json), 'article.json'), text };
}
