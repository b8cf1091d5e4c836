// Lines of a PETRARCH dictionary without their comments: `# …`, `; …` and `<!-- … -->`, which may
// run over several lines.

export interface DictionaryLine {
  readonly number: number;
  readonly text: string;
  /** Whether it begins with white space: the codes of the phrase before it. */
  readonly indented: boolean;
}

const blank = (comment: string): string => comment.replace(/[^\n]/g, '');

/** The lines that say something, in their order. */
export function dictionaryLines(text: string): DictionaryLine[] {
  const lines = text.replace(/<!--[\s\S]*?(?:-->|$)/g, blank).split('\n');
  return lines.flatMap((line, index) => {
    const stripped = line.replace(/[#;].*$/, '').trim();
    return stripped === ''
      ? []
      : [{ number: index + 1, text: stripped, indented: /^\s/.test(line) }];
  });
}

/** A phrase as words: "ANGELA_MERKEL_" → "ANGELA MERKEL". */
export const phraseOf = (text: string): string => text.replace(/[_\s]+/g, ' ').trim();

/** `code` without its brackets, or null where nothing is in brackets. Published files have `[~GOV}`. */
export function bracketed(text: string): string | null {
  return /^\[([^[\]{}]*)[\]}]$/.exec(text)?.[1]?.trim() ?? null;
}
