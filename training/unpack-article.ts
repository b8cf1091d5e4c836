// A stand-off annotation and the text it was made in → the marked article of docs/annotation.md.

import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { readAnnotatedArticle } from '../bench/annotated-article.ts';
import { lineOf, type SourceDocument } from './source-texts.ts';
import { hashOf, type Mark, type StandOff, StandOffError } from './stand-off.ts';

type Fail = (problem: string) => never;

function sourceLines(
  { source, lines }: StandOff,
  sources: readonly SourceDocument[],
  fail: Fail,
): string[] {
  const document = sources.find(({ file, id }) => file === source.file && id === source.document);
  if (!document) return fail(`the sources have no document ${source.document} in ${source.file}`);
  return lines.map((at, index) => {
    const line = lineOf(document, at);
    const wanted = typeof at === 'string' ? `sentence ${at}` : `characters ${at.join(' to ')}`;
    return line ?? fail(`line ${index + 1}: document ${document.id} has no ${wanted}`);
  });
}

/** Words of a line; fails for a span outside it. */
function wordsAt(
  lines: readonly string[],
  [line, start, end]: readonly [number, number, number],
  fail: Fail,
): string {
  const text = lines[line - 1];
  if (text === undefined) return fail(`there is no line ${line}`);
  if (start < 0 || end <= start || end > text.length) {
    fail(`characters ${start} to ${end} are outside line ${line}, which has ${text.length}`);
  }
  return text.slice(start, end);
}

/** Marks come in the order in which they close, so that those within others come first. */
function markLine(text: string, marks: readonly Mark[]): string {
  let marked = '';
  for (let at = 0; at <= text.length; at += 1) {
    for (const [, , end, entity, kind] of marks) {
      if (end === at) marked += kind ? `|${entity}|${kind}}` : `|${entity}}`;
    }
    marked += '{'.repeat(marks.filter(([, start]) => start === at).length) + text.charAt(at);
  }
  return marked;
}

const inFlow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

function statementRow(
  statement: StandOff['statements'][number],
  lines: readonly string[],
  fail: Fail,
): string {
  const { at, ...others } = statement;
  const { relation, speaker } = statement;
  const words = relation.map(([start, end]) => wordsAt(lines, [at, start, end], fail));
  return inFlow({
    at,
    kind: 'event',
    ...others,
    relation: words.join(' … '),
    ...(Array.isArray(speaker) && {
      speaker: `"${wordsAt(lines, speaker as [number, number, number], fail)}"`,
    }),
  });
}

/** The marked article as text; throws AnnotationError or StandOffError with the file's name. */
export function unpackArticle(
  packed: StandOff,
  file: string,
  sources: readonly SourceDocument[],
): string {
  const fail: Fail = (problem) => {
    throw new StandOffError(file, problem);
  };
  const { source, article, paragraphs, marks, entities, statements } = packed;
  const lines = sourceLines(packed, sources, fail);
  const begins = (index: number): boolean => index > 0 && paragraphs.includes(index + 1);
  const text = lines.reduce((all, line, index) => `${all}${begins(index) ? '\n\n' : ' '}${line}`);
  if (hashOf(text) !== source.sha256) {
    fail(`document ${source.document} in ${source.file} has another text than was annotated`);
  }
  for (const [line, start, end] of marks) wordsAt(lines, [line, start, end], fail);
  const written = [
    '---',
    ...Object.entries(article).map(([key, value]) => `${key}: ${inFlow(value)}`),
    '---',
    ...lines.flatMap((line, index) => {
      const own = marks.filter(([at]) => at === index + 1);
      const row = `[${index + 1}] ${markLine(line, own)}`;
      return begins(index) ? ['', row] : [row];
    }),
    '===',
    'entities:',
    ...Object.entries(entities).map(([id, entity]) => `  ${inFlow(id)}: ${inFlow(entity)}`),
    'statements:',
    ...statements.map((statement) => `  - ${statementRow(statement, lines, fail)}`),
    '',
  ].join('\n');
  const read = readAnnotatedArticle(written, file);
  const spans = read.mentions.map(({ sentence, start, end, entity }) => {
    const from = read.sentences[sentence]?.start ?? 0;
    return [sentence + 1, start - from, end - from, entity ?? '-'];
  });
  if (
    !isDeepStrictEqual(
      spans,
      marks.map((mark) => mark.slice(0, 4)),
    )
  ) {
    fail('marks must be in the order in which they close, and must not cross');
  }
  return written;
}
