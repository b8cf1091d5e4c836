// A marked article → its stand-off annotation: every word of the text becomes an offset.

import {
  type AnnotatedArticle,
  type MarkedStatement,
  readAnnotatedArticle,
} from '../bench/annotated-article.ts';
import type { MarkedKind } from '../bench/marked-text.ts';
import { type LineAt, locateLines, type SourceDocument } from './source-texts.ts';
import {
  hashOf,
  type Mark,
  type Span,
  type StandOff,
  StandOffError,
  type StandOffStatement,
} from './stand-off.ts';

const letters: Readonly<Record<MarkedKind, string>> = {
  named: '',
  nominal: 'd',
  pronoun: 'p',
  location: 'l',
};

const linesOf = ({ text, sentences }: AnnotatedArticle): string[] =>
  sentences.map(({ start, end }) => text.slice(start, end));

/** The first document that has all lines in their order. */
function findDocument(
  lines: readonly string[],
  sources: readonly SourceDocument[],
  fail: (problem: string) => never,
): { document: SourceDocument; at: LineAt[] } {
  let furthest: { document: SourceDocument; at: LineAt[] } | null = null;
  for (const document of sources) {
    const at = locateLines(document, lines);
    if (at.length === lines.length) return { document, at };
    if (at.length > (furthest?.at.length ?? 0)) furthest = { document, at };
  }
  if (!furthest) return fail('no document of the sources has its first line');
  const { document, at } = furthest;
  return fail(`line ${at.length + 1} is not in ${document.file}, document ${document.id}`);
}

/** The first place from `from` on where the words stand whole, else where they stand at all. */
function placeOf(line: string, words: string, from: number): number {
  const inWord = (at: number): boolean => /[\p{L}\p{N}]{2}/u.test(line.slice(at - 1, at + 1));
  for (let at = line.indexOf(words, from); at >= 0; at = line.indexOf(words, at + 1)) {
    if (!inWord(at) && !inWord(at + words.length)) return at;
  }
  return line.indexOf(words, from);
}

function relationOf(line: string, relation: string): Span[] {
  let from = 0;
  return relation.split('…').map((part) => {
    const words = part.trim();
    const after = placeOf(line, words, from);
    const start = after < 0 ? placeOf(line, words, 0) : after;
    from = start + words.length;
    return [start, from];
  });
}

/** A speaker in quotation marks as a span: of its own line if it stands there, else of the first. */
function speakerOf(lines: readonly string[], at: number, speaker: string) {
  const words = /^"(.+)"$/.exec(speaker)?.[1];
  if (words === undefined) return speaker;
  const line = lines[at - 1]?.includes(words)
    ? at
    : lines.findIndex((each) => each.includes(words)) + 1;
  if (line === 0) return speaker;
  const start = placeOf(lines[line - 1] as string, words, 0);
  return [line, start, start + words.length] as const;
}

const defaults: Readonly<Partial<Record<keyof MarkedStatement, unknown>>> = {
  kind: 'event',
  polarity: 'positive',
  modality: 'actual',
  reciprocal: false,
  quote: false,
  type: null,
  speaker: null,
  time: null,
};

function packStatement(lines: readonly string[], statement: MarkedStatement): StandOffStatement {
  const { at, kind, source, relation, target, type, reciprocal, polarity, modality } = statement;
  const { speaker, quote, time } = statement;
  const row = {
    at,
    kind,
    source,
    relation: relationOf(lines[at - 1] as string, relation),
    target,
    type,
    reciprocal,
    polarity,
    modality,
    speaker: speaker && speakerOf(lines, at, speaker),
    quote,
    time,
  };
  return Object.fromEntries(
    Object.entries(row).filter(
      ([field, value]) =>
        !(field in defaults && defaults[field as keyof MarkedStatement] === value),
    ),
  ) as StandOffStatement;
}

/** A line of the text, four words or more, that the annotation would carry into the file. */
function copiedLine(packed: StandOff, lines: readonly string[]): string | undefined {
  const { article, entities, statements } = packed;
  const written = [
    ...Object.values(article),
    ...Object.values(entities).map(({ name }) => name),
    ...statements.map(({ speaker }) => (typeof speaker === 'string' ? speaker : '')),
  ];
  return lines.find(
    (line) => line.split(/\s+/).length > 3 && written.some((text) => text.includes(line)),
  );
}

/** Throws AnnotationError or StandOffError where the article cannot be told without its text. */
export function packArticle(
  marked: string,
  file: string,
  sources: readonly SourceDocument[],
): StandOff {
  const fail = (problem: string): never => {
    throw new StandOffError(file, problem);
  };
  const article = readAnnotatedArticle(marked, file);
  const { text, sentences, mentions, entities, statements } = article;
  const lines = linesOf(article);
  if (lines.length === 0) return fail('has no line');
  const { document, at } = findDocument(lines, sources, fail);
  const begins = sentences.flatMap(({ start }, index) =>
    index > 0 && text.slice(0, start).endsWith('\n\n') ? [index + 1] : [],
  );
  const { title, publisher, published, register, split } = article;
  const head = Object.entries({ title, publisher, published, register, split });
  const packed: StandOff = {
    source: { file: document.file, document: document.id, sha256: hashOf(text) },
    article: Object.fromEntries(head.flatMap(([key, value]) => (value ? [[key, value]] : []))),
    lines: at,
    paragraphs: begins,
    marks: mentions.map(({ entity, sentence, start, end, kind }): Mark => {
      const from = sentences[sentence]?.start ?? 0;
      const span = [sentence + 1, start - from, end - from, entity ?? '-'] as const;
      return letters[kind] ? [...span, letters[kind]] : span;
    }),
    entities: Object.fromEntries(entities),
    statements: statements.map((statement) => packStatement(lines, statement)),
  };
  const copied = copiedLine(packed, lines);
  if (copied !== undefined) {
    fail(`line ${lines.indexOf(copied) + 1} stands whole in a title, name or speaker`);
  }
  return packed;
}
