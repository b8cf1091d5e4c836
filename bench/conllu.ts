// CoNLL-U files: sentences of words with tags, heads and relations, as Universal Dependencies has them.

import { readFileSync } from 'node:fs';

export interface GoldSentence {
  readonly id: string;
  /** The sentence as it was written. */
  readonly text: string;
  readonly opensParagraph: boolean;
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head from 0, -1 for the root. */
  readonly heads: readonly number[];
  /** Universal relations, subtypes cut off. */
  readonly relations: readonly string[];
  /** Relations with their subtypes. */
  readonly subtypes: readonly string[];
  /** The last column: "SpaceAfter=No|Entity=(1-person …". */
  readonly misc: readonly string[];
}

const commentOf = (block: string, name: string): string | undefined =>
  new RegExp(`^# ${name} = (.*)$`, 'm').exec(block)?.[1];

function sentenceOf(block: string): GoldSentence {
  const rows = block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((columns) => /^\d+$/.test(columns[0] ?? ''));
  const column = (index: number): string[] => rows.map((columns) => columns[index] ?? '_');
  const words = column(1);
  return {
    id: commentOf(block, 'sent_id') ?? '',
    text: commentOf(block, 'text') ?? words.join(' '),
    opensParagraph: /^# new(?:par|doc)/m.test(block),
    words,
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => Number(head) - 1),
    relations: column(7).map(universal),
    subtypes: column(7),
    misc: column(9),
  };
}

/** "nsubj:pass" → "nsubj". */
export function universal(relation: string): string {
  return relation.split(':')[0] as string;
}

/** The sentences of a file; multi-word ranges and empty nodes are left out. */
export function readConllu(path: string): GoldSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\n\n+/)
    .filter((block) => /^\d+\t/m.test(block))
    .map(sentenceOf);
}

/** The text of all sentences as an article has it: paragraphs apart, sentences with a space. */
export function rawText(sentences: readonly GoldSentence[]): string {
  return sentences
    .map(
      ({ text, opensParagraph }, index) =>
        (index === 0 ? '' : opensParagraph ? '\n\n' : ' ') + text,
    )
    .join('')
    .normalize('NFC');
}
