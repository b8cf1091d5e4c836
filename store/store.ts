// The interface of a store: documents and the statements read out of them, kept safe.
// Documents, descriptions of entities and statements are the base facts; merged entities and
// counts are derived, so that removing a document leaves what never adding it would leave.

import type {
  Document,
  DocumentList,
  DocumentSummary,
  Entity,
  EntityList,
  EntitySummary,
  Extraction,
  Statement,
  StatementList,
} from '../schema/index.ts';

/** What became of an extraction: it was new, it was there already, or it took the place of another. */
export type Addition = 'added' | 'unchanged' | 'replaced';

/** One page of a list. */
export interface DocumentQuery {
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before; opaque, and good for the same filter only. */
  readonly cursor?: string | undefined;
}

export interface EntityQuery extends DocumentQuery {
  /** Beginning of a word, or of several in a row, of a name or alias; case and accents do not count. */
  readonly q?: string | undefined;
}

/** Which statements; every condition given must hold. */
export interface StatementFilter {
  /** Source or target. */
  readonly entity?: string | undefined;
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly [string, string] | undefined;
  readonly document?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

export interface StatementQuery extends StatementFilter, DocumentQuery {}

/** Everything that a graph is built of, each list sorted by id. */
export interface StoreRecords {
  readonly documents: readonly DocumentSummary[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
}

/**
 * Every method rejects with a StoreError when the data cannot be read or written, and lists
 * with a CursorError when the cursor is not one that the same query gave out.
 */
export interface Store {
  /**
   * Keeps what was read out of one document, in one transaction: all of it or nothing.
   * The same extraction again is `unchanged` (when it was retrieved does not count); another
   * one of the same document takes its place. Rejects with a StoreError `inconsistent` when
   * the extraction speaks of entities or of a document that it does not hold.
   */
  add(extraction: Extraction): Promise<Addition>;
  /** Forgets a document and all that only it supports. False when there is none of that id. */
  remove(documentId: string): Promise<boolean>;

  document(id: string): Promise<Document | null>;
  /** Newest first, those without a date last. */
  documents(query?: DocumentQuery): Promise<DocumentList>;
  /**
   * An entity as all documents together describe it. `statements` counts those it is source or
   * target of, `documents` those that speak of it, even where no statement was read.
   */
  entity(id: string): Promise<EntitySummary | null>;
  /** Most statements first. */
  entities(query?: EntityQuery): Promise<EntityList>;
  statement(id: string): Promise<Statement | null>;
  /** Newest document first, then in the order of the text. */
  statements(query?: StatementQuery): Promise<StatementList>;

  /** All records, or the statements of the filter with their entities and documents. */
  read(filter?: StatementFilter): Promise<StoreRecords>;
  /** Grows with every change, whichever process made it; from 0. */
  revision(): Promise<number>;
  isEmpty(): Promise<boolean>;
  /** Releases the file. A second call does nothing. */
  close(): Promise<void>;
}
