// The tables, as Kysely sees them. Records are kept as JSON text, because JSON keeps every string
// whole (the driver cuts a text at U+0000); the other columns are what is searched and sorted by.

import type { Kysely, Transaction } from 'kysely';

/** A base fact: one article. */
export interface DocumentRow {
  id: string;
  /** `publishedKey` of the document. */
  published: string;
  fingerprint: string;
  /** Number of its statements. */
  statements: number;
  /** The document without its text, as JSON. */
  metadata: string;
  /** The text, as a JSON string. */
  text: string;
}

/** A base fact: what one document says of one entity. */
export interface DescriptionRow {
  document: string;
  entity: string;
  record: string;
}

/** A base fact. */
export interface StatementRow {
  id: string;
  document: string;
  /** That of the document, here again for the order of the list. */
  published: string;
  /** Offset of the relation in the text. */
  start: number;
  source: string;
  target: string | null;
  record: string;
}

/** Derived from the descriptions and statements of an entity. */
export interface EntityRow {
  id: string;
  statements: number;
  documents: number;
  search: string;
  record: string;
}

/** One row. */
export interface RevisionRow {
  value: number;
}

export interface Tables {
  document: DocumentRow;
  description: DescriptionRow;
  statement: StatementRow;
  entity: EntityRow;
  revision: RevisionRow;
}

export type Connection = Kysely<Tables>;
export type Writing = Transaction<Tables>;

/** Rows a single insert may have; every engine has a limit to its parameters. */
export const batchSize = 500;

/** The rows in groups of at most `batchSize`. */
export function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) {
    yield rows.slice(start, start + batchSize);
  }
}
