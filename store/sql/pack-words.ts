// Words of a statement that stand in its document's text, as offsets into it.

import type { Evidence } from '../../schema/index.ts';

/** Words of the sentence as their place in it (start · 512 + length), others as they are. */
export type Words = number | string | null;

export function packWords(words: string | null, sentence: string): Words {
  if (words === null || words === '') return words;
  const start = words.length < 512 ? sentence.indexOf(words) : -1;
  return start < 0 ? words : start * 512 + words.length;
}

export function unpackWords(words: Words, sentence: string): string | null {
  if (typeof words !== 'number') return words;
  const start = Math.floor(words / 512);
  return sentence.slice(start, start + (words % 512));
}

/** As much of the text before and after a sentence as the builder quotes; never half a character. */
const context = 32;
export const prefixOf = (text: string, { start }: Pick<Evidence, 'start'>): string =>
  text.slice(Math.max(0, start - context), start).replace(/^[\udc00-\udfff]/, '');
export const suffixOf = (text: string, { end }: Pick<Evidence, 'end'>): string =>
  text.slice(end, end + context).replace(/[\ud800-\udbff]$/, '');

/** An argument: start in the sentence, length, and its text where it is another than that. */
export type PackedArgument = [number, number, string?];

export function packArgument(
  { start, end, text }: { start: number; end: number; text: string },
  whole: string,
  offset: number,
): PackedArgument {
  return text === whole.slice(start, end)
    ? [start - offset, end - start]
    : [start - offset, end - start, text];
}

export function unpackArgument(
  [start, length, text]: PackedArgument,
  whole: string,
  offset: number,
) {
  const begin = offset + start;
  const end = begin + length;
  return { text: text ?? whole.slice(begin, end), start: begin, end };
}
