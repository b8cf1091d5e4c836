// The form in which names of a gazetteer are looked up: "Mazar-i-Sharif", "MAZAR_I_SHARIF_" and
// "Mazar i Sharif" are one, "U.S. Steel" and "US Steel" too; "Paris. Hilton" is not "Paris Hilton".

const dotBehindShortWord = /(?<![\p{L}\p{N}])([\p{L}\p{N}]{1,3})\./gu;
const beyondAscii = /[^\0-\x7f]/;
const simple = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** A name without accents, dots of abbreviations and doubled spaces; hyphens are spaces. */
export function plainName(text: string): string {
  if (simple.test(text)) return text;
  const letters = beyondAscii.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[‐‑–—]/g, '-')
        .replace(/[’‘ʼ]/g, "'")
    : text;
  return letters
    .replace(/[-_\s]+/g, ' ')
    .replace(dotBehindShortWord, '$1')
    .trim()
    .replace(/\.$/, '');
}

/** The key of a name: the plain name in lower case. */
export const nameKey = (text: string): string => plainName(text).toLowerCase();

/** A word with the dots inside it: "U.S", "A.G", "Karzai". */
const word = /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*/gu;

/** Ends of at most `most` words of `text` from `start`, as offsets; a blank line is not crossed. */
export function wordEnds(text: string, start: number, most: number): number[] {
  const ends: number[] = [];
  word.lastIndex = start;
  for (let match = word.exec(text); match && ends.length < most; match = word.exec(text)) {
    const previous = ends.at(-1) ?? start;
    if (match.index - previous > 3 || /\n\s*\n/.test(text.slice(previous, match.index))) break;
    ends.push(word.lastIndex);
  }
  return ends;
}

/** The first word of a key, and how many words the key has. */
export function firstWordOf(key: string): readonly [string, number] {
  if (simple.test(key)) {
    const end = key.indexOf(' ');
    if (end < 0) return [key, 1];
    let words = 2;
    for (let at = key.indexOf(' ', end + 1); at >= 0; at = key.indexOf(' ', at + 1)) words += 1;
    return [key.slice(0, end), words];
  }
  const words = key.match(word) ?? [];
  return [words[0] ?? '', words.length];
}
