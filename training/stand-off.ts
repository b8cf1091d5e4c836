// The form of a stand-off annotation: what docs/annotation.md marks in a text, without the text.
// Offsets count UTF-16 units; those of marks, relations and speakers from the start of their line.

import { createHash } from 'node:crypto';
import type { MarkedEntity } from '../bench/annotated-article.ts';
import type { LineAt } from './source-texts.ts';

export type Span = readonly [start: number, end: number];

/** Line from 1, start, end, entity ("-" for no actor), and d, p or l where it is no name. */
export type Mark = readonly [
  line: number,
  start: number,
  end: number,
  entity: string,
  kind?: string,
];

/** A row of statements; what is left out is what docs/annotation.md has as default. */
export interface StandOffStatement {
  readonly at: number;
  readonly relation: readonly Span[];
  /** An entity, or the words of a speaker who is none: line, start, end. */
  readonly speaker?: string | readonly [line: number, start: number, end: number];
  readonly [field: string]: unknown;
}

export interface StandOff {
  readonly source: {
    readonly file: string;
    readonly document: string;
    /** Of the article's text: offsets are right for this text alone. */
    readonly sha256: string;
  };
  /** Front matter. */
  readonly article: Readonly<Record<string, string>>;
  readonly lines: readonly LineAt[];
  /** Lines that begin a paragraph, after the first. */
  readonly paragraphs: readonly number[];
  readonly marks: readonly Mark[];
  readonly entities: Readonly<Record<string, MarkedEntity>>;
  readonly statements: readonly StandOffStatement[];
}

/** What is wrong with a file, and why it is left out. */
export class StandOffError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'StandOffError';
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const rows = (values: readonly string[]): string =>
  values.length === 0 ? '' : `\n${values.map((value) => `    ${value}`).join(',\n')}\n  `;

/** JSON with a row for each line, line's marks, entity and statement. */
export function writeStandOff(it: StandOff): string {
  const json = (value: unknown): string => JSON.stringify(value);
  const marked = it.lines.map((_, index) => it.marks.filter(([line]) => line === index + 1));
  const fields = [
    `"source": {${rows(Object.entries(it.source).map(([key, value]) => `"${key}": ${json(value)}`))}}`,
    `"article": ${json(it.article)}`,
    `"lines": [${rows(it.lines.map(json))}]`,
    `"paragraphs": ${json(it.paragraphs)}`,
    `"marks": [${rows(marked.filter((marks) => marks.length > 0).map((marks) => marks.map(json).join(',')))}]`,
    `"entities": {${rows(Object.entries(it.entities).map(([id, entity]) => `${json(id)}: ${json(entity)}`))}}`,
    `"statements": [${rows(it.statements.map(json))}]`,
  ];
  return `{\n${fields.map((field) => `  ${field}`).join(',\n')}\n}\n`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown, each: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(each);
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumbers = (value: unknown, count: number): boolean =>
  isList(value, Number.isSafeInteger) && (value as unknown[]).length === count;
const isMark = (value: unknown): boolean =>
  Array.isArray(value) &&
  isNumbers(value.slice(0, 3), 3) &&
  /^[a-z0-9-]+$/.test(String(value[3])) &&
  (value.length === 4 || (value.length === 5 && /^[dpl]$/.test(String(value[4]))));
const isStatement = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isSafeInteger(value.at) &&
  isList(value.relation, (span) => isNumbers(span, 2)) &&
  (value.speaker === undefined || isText(value.speaker) || isNumbers(value.speaker, 3));

/** Field → whether it has its form, and what that is. */
const forms: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  source: [
    (value) => isRecord(value) && [value.file, value.document, value.sha256].every(isText),
    'file, document and sha256',
  ],
  article: [(value) => isRecord(value) && Object.values(value).every(isText), 'front matter'],
  lines: [
    (value) => isList(value, (at) => isText(at) || isNumbers(at, 2)),
    'sentence ids or [start, end]',
  ],
  paragraphs: [(value) => isList(value, Number.isSafeInteger), 'numbers of lines'],
  marks: [(value) => isList(value, isMark), '[line, start, end, entity, d, p or l]'],
  entities: [(value) => isRecord(value) && Object.values(value).every(isRecord), 'entities by id'],
  statements: [(value) => isList(value, isStatement), '{"at": 1, "relation": [[start, end]], …}'],
};

/** Reads a stand-off file; throws StandOffError for one of another form. */
export function readStandOff(source: string, file: string): StandOff {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new StandOffError(file, `no JSON: ${(error as Error).message}`);
  }
  for (const [field, [isRight, form]] of Object.entries(forms)) {
    if (!isRecord(value) || !isRight(value[field])) {
      throw new StandOffError(file, `expected "${field}": ${form}`);
    }
  }
  return value as StandOff;
}
