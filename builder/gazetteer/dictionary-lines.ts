// Lines of a PETRARCH dictionary without their comments: `# …`, `; …` and `<!-- … -->`, which may
// run over several lines.

export interface DictionaryLine {
  readonly number: number;
  readonly text: string;
}

const blank = (comment: string): string => comment.replace(/[^\n]/g, '');

/** The lines that say something, in their order. */
export function* dictionaryLines(text: string): Iterable<DictionaryLine> {
  let number = 0;
  for (const line of text.replace(/<!--[\s\S]*?(?:-->|$)/g, blank).split('\n')) {
    number += 1;
    const comment = line.search(/[#;]/);
    const stripped = (comment < 0 ? line : line.slice(0, comment)).trim();
    if (stripped !== '') yield { number, text: stripped };
  }
}

/** A phrase as words: "ANGELA_MERKEL_" → "ANGELA MERKEL". */
export const phraseOf = (text: string): string => text.replace(/[_\s]+/g, ' ').trim();

/** What stands in brackets, or null where nothing does. Published files have `[~GOV}`. */
export function bracketed(text: string): string | null {
  return /^\[([^[\]{}]*)[\]}]$/.exec(text)?.[1]?.trim() ?? null;
}
