// What the queries need of a database engine. Reading goes by Kysely; writing, which repeats a
// few statements very often, by statements that stay prepared.

import type { RawBuilder } from 'kysely';
import type { SearchWord } from '../search-words.ts';
import type { Connection } from './tables.ts';

export type Value = string | number | null | Uint8Array;

export interface Engine {
  readonly connection: Connection;
  /** Rows of a statement with `?` for its values; the statement stays prepared. */
  all<Row>(text: string, values: readonly Value[]): Row[];
  /**
   * Rows of a query with these columns, handed over as one text: a third of the time where there are
   * hundreds. Bytes come as hexadecimal digits; a real number would lose its last bits.
   */
  allAtOnce<Row>(columns: readonly string[], text: string, values: readonly Value[]): Row[];
  /** Runs a statement without rows; gives how many rows it changed. */
  run(text: string, values: readonly Value[]): number;
  readonly sentences: FullText;
  readonly headlines: FullText;
  /** Copies the database, as of one moment, to a file that is not there yet. */
  backup(path: string): void;
  /** What is wrong with the file itself; empty where nothing is. */
  damage(): string[];
  /** Gives room back that nothing needs. */
  vacuum(): void;
  /** Gives the database back; called once. */
  release(): void;
}

/** Rows are written as many at once as the largest of these that they fill, so that few statements stay prepared. */
const sizes = [16, 8, 4, 2, 1];

/**
 * What inserts rows into a table, several in one statement; `otherwise` is what follows their values,
 * such as an upsert. To be made once, as its texts are.
 */
export function insertion(table: string, columns: readonly string[], otherwise = '') {
  const places = `(${columns.map(() => '?').join(', ')})`;
  const texts = sizes.map((size) => {
    const values = Array(size).fill(places).join(', ');
    return `insert into ${table} (${columns.join(', ')}) values ${values} ${otherwise}`;
  });
  return (engine: Pick<Engine, 'run'>, rows: readonly (readonly Value[])[]): void => {
    let start = 0;
    for (const [index, size] of sizes.entries()) {
      for (; start + size <= rows.length; start += size) {
        const values: Value[] = [];
        for (let row = start; row < start + size; row++) values.push(...(rows[row] ?? []));
        engine.run(texts[index] as string, values);
      }
    }
  };
}

/** An index of words by the key of what they stand in. */
export interface FullText {
  add(texts: readonly (readonly [key: number, text: string])[]): void;
  remove(keys: readonly number[]): void;
  /** A subquery of the keys of what has all of the words. */
  matching(words: readonly SearchWord[]): RawBuilder<number>;
  /** How many texts it holds. */
  size(): number;
}
