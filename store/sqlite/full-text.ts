// Words of sentences and headlines in SQLite's FTS5. The index has the words alone, in the form in
// which names are searched too, and no copy of the text; it forgets a text by its key.

import { type RawBuilder, sql } from 'kysely';
import { searchText } from '../search-text.ts';
import type { SearchWord } from '../search-words.ts';
import type { FullText } from '../sql/engine.ts';
import type { SqliteStatement } from './driver.ts';

/** `"moscow" AND "sanct" *`: words of letters and digits, which cannot be operators in quotes. */
const expressionOf = (words: readonly SearchWord[]): string =>
  words.map(({ text, prefix }) => `"${text}"${prefix ? ' *' : ''}`).join(' AND ');

export function fullText(
  table: 'sentence_words' | 'headline_words',
  prepared: (text: string) => SqliteStatement,
): FullText {
  return {
    add(key, text) {
      prepared(`insert into ${table} (rowid, words) values (?, ?)`).run([key, searchText(text)]);
    },
    remove(keys) {
      for (const key of keys) prepared(`delete from ${table} where rowid = ?`).run([key]);
    },
    matching(words): RawBuilder<number> {
      const name = sql.ref(table);
      return sql`(select rowid from ${name} where ${name} match ${expressionOf(words)})`;
    },
    size() {
      const [row] = prepared(`select count(*) as n from ${table}`).all([]);
      return Number((row as { n: number }).n);
    },
  };
}
