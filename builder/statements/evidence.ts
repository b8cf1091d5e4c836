// Where a statement is written: its sentence, with some text before and after to find it again.

import type { Evidence, Sentence } from '../../schema/index.ts';

/** How much text stands in prefix and suffix, in UTF-16 code units. */
const context = 32;

const highSurrogate = /[\ud800-\udbff]$/;
const lowSurrogate = /^[\udc00-\udfff]/;

/** The evidence of a sentence; prefix and suffix never cut a character in two. */
export function evidenceOf(document: string, text: string, sentence: Sentence): Evidence {
  const { index, start, end } = sentence;
  return {
    document,
    sentence: index,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start).replace(lowSurrogate, ''),
    suffix: text.slice(end, end + context).replace(highSurrogate, ''),
  };
}
