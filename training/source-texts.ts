// The texts that real articles were annotated in: treebanks and re3d, as they lie in a folder DATA.
// White space around a line end is read as one space; offsets are those of the text as read here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceDocument {
  /** Path below DATA, with "/". */
  readonly file: string;
  readonly id: string;
  /** By id, in order; null where the document is one running text. */
  readonly sentences: ReadonlyMap<string, string> | null;
  readonly text: string;
}

/** Where a line stands in its document: the sentence's id, or start and end in a running text. */
export type LineAt = string | readonly [start: number, end: number];

/** Without the left-to-right marks that some of re3d's texts have between words. */
const clean = (text: string): string => text.replaceAll('\u200e', '').normalize('NFC');

const lineEnd = /[ \t]*\n\s*/g;

/** The documents of one CoNLL-U file, which is called `file` in DATA. */
export function readTreebank(path: string, file: string): SourceDocument[] {
  const documents: SourceDocument[] = [];
  let sentences = new Map<string, string>();
  let sentence = '';
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    const [, field, value = ''] = /^# (newdoc id|sent_id|text) = (.*\S)\s*$/.exec(line) ?? [];
    if (field === 'newdoc id') {
      sentences = new Map();
      documents.push({ file, id: value, sentences, text: '' });
    } else if (field === 'sent_id') sentence = value;
    else if (field === 'text') sentences.set(sentence, clean(value));
  }
  return documents;
}

function readRe3d(path: string, file: string): SourceDocument[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { _id, text } = JSON.parse(line);
      return [{ file, id: String(_id), sentences: null, text: clean(String(text)) }];
    } catch {
      throw new Error(`${path}:${index + 1}: expected a document as JSON in one line`);
    }
  });
}

const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).sort() : [];

/** Every document of DATA: treebank/*.conllu and relations/re3d/*\/documents.jsonl. */
export function readSources(data: string): SourceDocument[] {
  const treebanks = namesIn(join(data, 'treebank'))
    .filter((name) => name.endsWith('.conllu'))
    .map((name) => `treebank/${name}`);
  const parts = namesIn(join(data, 'relations', 're3d'))
    .map((name) => `relations/re3d/${name}/documents.jsonl`)
    .filter((file) => existsSync(join(data, file)));
  if (treebanks.length + parts.length === 0) {
    throw new Error(
      `${data}: expected treebank/*.conllu or relations/re3d/*/documents.jsonl, found neither`,
    );
  }
  return [
    ...treebanks.flatMap((file) => readTreebank(join(data, file), file)),
    ...parts.flatMap((file) => readRe3d(join(data, file), file)),
  ];
}

function locateSentences(
  sentences: ReadonlyMap<string, string>,
  lines: readonly string[],
): LineAt[] {
  const found: LineAt[] = [];
  for (const [id, text] of sentences) if (text === lines[found.length]) found.push(id);
  return found;
}

function locateSpans(text: string, lines: readonly string[]): LineAt[] {
  const found: LineAt[] = [];
  let from = 0;
  for (const line of lines) {
    const words = line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const pattern = new RegExp(words.replaceAll(' ', '(?: |[ \\t]*\\n\\s*)'), 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) break;
    from = match.index + match[0].length;
    found.push([match.index, from]);
  }
  return found;
}

/** Where the lines stand, in order; as many as were found before the first that is missing. */
export const locateLines = (document: SourceDocument, lines: readonly string[]): LineAt[] =>
  document.sentences
    ? locateSentences(document.sentences, lines)
    : locateSpans(document.text, lines);

/** The words of a line; null where the document has no such sentence or span. */
export function lineOf({ sentences, text }: SourceDocument, at: LineAt): string | null {
  if (typeof at === 'string') return sentences?.get(at) ?? null;
  const [start, end] = at;
  if (sentences || start < 0 || end <= start || end > text.length) return null;
  return text.slice(start, end).replace(lineEnd, ' ');
}
