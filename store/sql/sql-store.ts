// A store over any SQL database that Kysely speaks to. The engine's own business (opening,
// migrating, locking) is done before by a folder of its own, such as ../sqlite/.

import type { Extraction } from '../../schema/index.ts';
import { checkConsistency } from '../consistency.ts';
import type {
  DocumentQuery,
  EntityQuery,
  StatementFilter,
  StatementQuery,
  Store,
} from '../store.ts';
import { StoreError } from '../store-error.ts';
import { getDocument, listDocuments } from './documents.ts';
import { getEntity, listEntities } from './entities.ts';
import { readRecords } from './records.ts';
import { getStatement, listStatements } from './statements.ts';
import type { Connection } from './tables.ts';
import { addExtraction, removeDocument } from './write.ts';

export class SqlStore implements Store {
  readonly #connection: Connection;
  readonly #release: () => void;
  #closed = false;

  /** `release` gives the database back to its engine; it is called once. */
  constructor(connection: Connection, release: () => void) {
    this.#connection = connection;
    this.#release = release;
  }

  get #open(): Connection {
    if (this.#closed) throw new StoreError('closed', 'The store was closed. Open it again.');
    return this.#connection;
  }

  async add(extraction: Extraction) {
    checkConsistency(extraction);
    return addExtraction(this.#open, extraction);
  }

  async remove(documentId: string) {
    return removeDocument(this.#open, documentId);
  }

  async document(id: string) {
    return getDocument(this.#open, id);
  }

  async documents(query: DocumentQuery = {}) {
    return listDocuments(this.#open, query);
  }

  async entity(id: string) {
    return getEntity(this.#open, id);
  }

  async entities(query: EntityQuery = {}) {
    return listEntities(this.#open, query);
  }

  async statement(id: string) {
    return getStatement(this.#open, id);
  }

  async statements(query: StatementQuery = {}) {
    return listStatements(this.#open, query);
  }

  async read(filter?: StatementFilter) {
    return readRecords(this.#open, filter);
  }

  async revision() {
    const row = await this.#open.selectFrom('revision').select('value').executeTakeFirstOrThrow();
    return Number(row.value);
  }

  async isEmpty() {
    const row = await this.#open.selectFrom('document').select('id').limit(1).executeTakeFirst();
    return row === undefined;
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    // Whatever is under way has the connection first.
    await this.#connection.connection().execute(async () => {});
    await this.#connection.destroy();
    this.#release();
  }
}
