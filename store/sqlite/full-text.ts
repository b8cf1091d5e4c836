// Words of sentences and headlines in SQLite's FTS5. The index has the words alone, in the form in
// which names are searched too, and no copy of the text; it forgets a text by its key.

import { type RawBuilder, sql } from 'kysely';
import { searchText } from '../search-text.ts';
import type { SearchWord } from '../search-words.ts';
import { type Engine, type FullText, insertion } from '../sql/engine.ts';

/** `"moscow" AND "sanct" *`: words of letters and digits, which cannot be operators in quotes. */
const expressionOf = (words: readonly SearchWord[]): string =>
  words.map(({ text, prefix }) => `"${text}"${prefix ? ' *' : ''}`).join(' AND ');

export function fullText(
  table: 'sentence_words' | 'headline_words',
  engine: Pick<Engine, 'all' | 'run'>,
): FullText {
  const insert = insertion(table, ['rowid', 'words']);
  return {
    add(texts) {
      const rows = texts.map(([key, text]) => [key, searchText(text)]);
      insert(engine, rows);
    },
    remove(keys) {
      for (const key of keys) engine.run(`delete from ${table} where rowid = ?`, [key]);
    },
    matching(words): RawBuilder<number> {
      const name = sql.ref(table);
      return sql`(select rowid from ${name} where ${name} match ${expressionOf(words)})`;
    },
    size() {
      const [row] = engine.all<{ n: number }>(`select count(*) as n from ${table}`, []);
      return Number(row?.n);
    },
  };
}
