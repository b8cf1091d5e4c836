// The text of an annotated article: numbered sentences with marks such as "{Kenyan|kenya}" and
// "{the force|police|d}", which may lie in one another. Offsets are those without the marks.

export type MarkedKind = 'named' | 'nominal' | 'pronoun' | 'location';

export interface MarkedMention {
  /** Null for somebody who is no actor of the graph. */
  readonly entity: string | null;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly kind: MarkedKind;
}

export interface MarkedText {
  text: string;
  /** Sentence n of the annotation is the one at n − 1. */
  readonly sentences: { readonly start: number; readonly end: number }[];
  readonly mentions: MarkedMention[];
}

/** What is wrong with an annotation, with file and line. */
export class AnnotationError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'AnnotationError';
  }
}

const kinds: Readonly<Record<string, MarkedKind>> = {
  d: 'nominal',
  p: 'pronoun',
  l: 'location',
};
const piece = /\{|\|([a-z0-9-]+)(?:\|([dpl]))?\}|[^{|}]+|[|}]/g;

/** Adds one sentence without its marks; each mark becomes a mention. */
function addSentence(body: MarkedText, marked: string, fail: (problem: string) => never): void {
  const open: number[] = [];
  const sentence = body.sentences.length;
  const begun = body.text.length;
  for (const [words, entity, kind] of marked.matchAll(piece)) {
    if (words === '{') open.push(body.text.length);
    else if (entity) {
      const start = open.pop() ?? body.text.length;
      if (start === body.text.length) fail(`a mark without words at "${words}"`);
      const mention = {
        entity: entity === '-' ? null : entity,
        kind: kinds[kind ?? ''] ?? 'named',
      };
      body.mentions.push({ ...mention, sentence, start, end: body.text.length });
    } else if (words === '|' || words === '}') fail(`a "${words}" outside a mark "{words|entity}"`);
    else body.text += words;
  }
  if (open.length > 0) fail('a "{" that is never closed');
  body.sentences.push({ start: begun, end: body.text.length });
}

/** Reads the lines of the text, which begin at line `from` of the file. */
export function readMarkedText(file: string, lines: readonly string[], from: number): MarkedText {
  const body: MarkedText = { text: '', sentences: [], mentions: [] };
  let paragraph = false;
  for (const [index, line] of lines.entries()) {
    const fail = (problem: string): never => {
      throw new AnnotationError(file, from + index, problem);
    };
    if (line.trim() === '') {
      paragraph = true;
      continue;
    }
    const numbered = /^\[(\d+)\] (.*\S)\s*$/.exec(line);
    if (!numbered) fail('expected "[n] sentence"');
    if (Number(numbered?.[1]) !== body.sentences.length + 1) {
      fail(`expected sentence [${body.sentences.length + 1}]`);
    }
    if (body.sentences.length > 0) body.text += paragraph ? '\n\n' : ' ';
    paragraph = false;
    addSentence(body, numbered?.[2] ?? '', fail);
  }
  return body;
}
