// What is asked for by words: `moscow sanct*` is the word moscow and any that begins with sanct.
// Case and accents do not count.

import { searchText } from './search-text.ts';

export interface SearchWord {
  readonly text: string;
  /** Only the beginning of a word. */
  readonly prefix: boolean;
}

/** The words of a query; null where it asks for nothing. */
export function searchWords(q: string | undefined): SearchWord[] | null {
  if (q === undefined || q.trim() === '') return null;
  return q.split(/\s+/).flatMap((part) => {
    const words = searchText(part).split(' ').filter(Boolean);
    return words.map((text, index) => ({
      text,
      prefix: part.endsWith('*') && index === words.length - 1,
    }));
  });
}

/** Whether all words stand in a text. Words of no letter and no digit stand in none. */
export function hasWords(text: string, words: readonly SearchWord[]): boolean {
  const own = searchText(text).split(' ');
  return (
    words.length > 0 &&
    words.every((word) =>
      own.some((each) => (word.prefix ? each.startsWith(word.text) : each === word.text)),
    )
  );
}
