// Entity spans of a GUM file: "Entity=(4-person-new-cf1-3-coref-Barack_Obama … 4)" in the last column.
// A document's sentences with its text put together, and the entity each span belongs to.

import type { Sentence, Token } from '../schema/index.ts';
import { type GoldSentence, readConllu } from './conllu.ts';

export interface GoldMention {
  readonly entity: string;
  /** person, organization, place, event, object … */
  readonly type: string;
  readonly sentence: number;
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  /** Token that the others hang on. */
  readonly head: number;
  readonly kind: 'named' | 'nominal' | 'pronoun';
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** Not parsed yet. */
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly GoldMention[];
}

const mark = /\([^()]+\)|\([^()]+|[^()]+\)/g;

/** Spans as [first token, last token, group, type]. */
function spansOf(sentence: GoldSentence): [number, number, string, string][] {
  const open = new Map<string, [number, string][]>();
  const found: [number, number, string, string][] = [];
  for (const [index, misc] of sentence.misc.entries()) {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [each] of entity.matchAll(mark)) {
      const [group = '', type = ''] = each.replace(/[()]/g, '').split('-');
      if (group.includes('[')) continue;
      if (each.startsWith('(')) open.set(group, [...(open.get(group) ?? []), [index, type]]);
      const opened = each.endsWith(')') ? open.get(group)?.pop() : undefined;
      if (opened) found.push([opened[0], index, group, opened[1]]);
    }
  }
  return found;
}

function headOf({ heads }: GoldSentence, first: number, last: number): number {
  for (let index = first; index <= last; index += 1) {
    const head = heads[index] ?? -1;
    if (head < first || head > last) return index;
  }
  return first;
}

/** The words of a sentence, not parsed yet, where they stand in a text that has it at `start`. */
export function tokensOf({ words, text }: GoldSentence, start: number): Token[] {
  let from = 0;
  return words.map((word) => {
    const at = Math.max(text.indexOf(word, from), from);
    from = Math.min(at + word.length, text.length);
    return { text: word, start: start + at, end: start + from } as Token;
  });
}

function documentOf(id: string, sentences: readonly GoldSentence[]): GoldDocument {
  let text = '';
  const built: Sentence[] = [];
  const mentions: GoldMention[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) text += sentence.opensParagraph ? '\n\n' : ' ';
    const start = text.length;
    text += sentence.text;
    built.push({ index, start, end: text.length, tokens: tokensOf(sentence, start) });
    for (const [first, last, entity, type] of spansOf(sentence)) {
      const head = headOf(sentence, first, last);
      const upos = sentence.upos[head];
      const kind =
        upos === 'PRON' || upos === 'DET' ? 'pronoun' : upos === 'PROPN' ? 'named' : 'nominal';
      mentions.push({ entity: `${id}/${entity}`, type, sentence: index, first, last, head, kind });
    }
  }
  return { id, text, sentences: built, mentions };
}

/** The documents of a GUM file. */
export function readGum(path: string): GoldDocument[] {
  const groups = new Map<string, GoldSentence[]>();
  for (const sentence of readConllu(path)) {
    const id = sentence.id.replace(/-\d+$/, '');
    groups.set(id, [...(groups.get(id) ?? []), sentence]);
  }
  return [...groups].map(([id, sentences]) => documentOf(id, sentences));
}
