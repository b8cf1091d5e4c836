// A store over any SQL database that Kysely speaks to. The engine's own business (opening,
// migrating, locking) is done before by a folder of its own, such as ../sqlite/.

import type { Extraction } from '../../schema/index.ts';
import { checkConsistency } from '../consistency.ts';
import type { StatementFilter } from '../filter.ts';
import type { JobQuery, Leased, LeaseOptions, NewJob } from '../job-queue.ts';
import { openMemoryStore } from '../memory/memory-store.ts';
import type {
  Addition,
  AddOptions,
  DocumentQuery,
  EgoQuery,
  EntityQuery,
  JudgementQuery,
  NewJudgement,
  RelationQuery,
  StatementQuery,
  TimelineQuery,
} from '../queries.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
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

  // Until the tables for it stand, everything but adding and removing is answered from memory.
  #mirror: Store = openMemoryStore();
  #mirrored = -1;

  async #memory(): Promise<Store> {
    const row = await this.#open.selectFrom('revision').select('value').executeTakeFirstOrThrow();
    if (this.#mirrored === Number(row.value)) return this.#mirror;
    const documents = await this.#open.selectFrom('document').selectAll().execute();
    const known = new Set(documents.map(({ id }) => id));
    for (const { id } of (await this.#mirror.documents({ limit: 1e9 })).items) {
      if (!known.has(id)) await this.#mirror.remove(id);
    }
    for (const { id, metadata, text } of documents) {
      const [entities, statements] = await Promise.all([
        this.#open.selectFrom('description').select('record').where('document', '=', id).execute(),
        this.#open
          .selectFrom('statement')
          .select('record')
          .where('document', '=', id)
          .orderBy('start')
          .execute(),
      ]);
      await this.#mirror.add({
        document: { ...JSON.parse(metadata), text: JSON.parse(text) },
        entities: entities.map(({ record }) => JSON.parse(record)),
        statements: statements.map(({ record }) => JSON.parse(record)),
      });
    }
    this.#mirrored = Number(row.value);
    return this.#mirror;
  }

  async add(extraction: Extraction) {
    checkConsistency(extraction);
    return addExtraction(this.#open, extraction);
  }

  async addAll(extractions: readonly Extraction[]) {
    const results: Addition[] = [];
    for (const each of extractions) results.push(await this.add(each));
    return results;
  }

  async remove(documentId: string) {
    return removeDocument(this.#open, documentId);
  }

  async revision() {
    const row = await this.#open.selectFrom('revision').select('value').executeTakeFirstOrThrow();
    return Number(row.value) + (await this.#mirror.judgements({ deleted: true })).total;
  }

  async finish(
    leased: Leased,
    extraction: Extraction | { readonly document: string },
    options: AddOptions = {},
  ) {
    if ('entities' in extraction) await this.add(extraction);
    return (await this.#memory()).finish(leased, extraction, options);
  }

  async document(id: string) {
    return (await this.#memory()).document(id);
  }

  async documents(query: DocumentQuery = {}) {
    return (await this.#memory()).documents(query);
  }

  async entity(id: string) {
    return (await this.#memory()).entity(id);
  }

  async entities(query: EntityQuery = {}) {
    return (await this.#memory()).entities(query);
  }

  async statement(id: string) {
    return (await this.#memory()).statement(id);
  }

  async statements(query: StatementQuery = {}) {
    return (await this.#memory()).statements(query);
  }

  async relations(query: RelationQuery = {}) {
    return (await this.#memory()).relations(query);
  }

  async ego(query: EgoQuery) {
    return (await this.#memory()).ego(query);
  }

  async timeline(query: TimelineQuery = {}) {
    return (await this.#memory()).timeline(query);
  }

  async facets(filter: StatementFilter = {}) {
    return (await this.#memory()).facets(filter);
  }

  async stats() {
    return (await this.#memory()).stats();
  }

  async judge(judgement: NewJudgement) {
    return (await this.#memory()).judge(judgement);
  }

  async judgements(query: JudgementQuery = {}) {
    return (await this.#memory()).judgements(query);
  }

  async undoJudgement(id: string, by: string, at: string) {
    return (await this.#memory()).undoJudgement(id, by, at);
  }

  async enqueue(jobs: readonly NewJob[], now: number) {
    return (await this.#memory()).enqueue(jobs, now);
  }

  async lease(options: LeaseOptions) {
    return (await this.#memory()).lease(options);
  }

  async renew(leased: Leased, duration: number) {
    return (await this.#memory()).renew(leased, duration);
  }

  async fail(leased: Leased, reason: string) {
    return (await this.#memory()).fail(leased, reason);
  }

  async release(leased: Leased) {
    return (await this.#memory()).release(leased);
  }

  async retry(now: number, ids?: readonly string[]) {
    return (await this.#memory()).retry(now, ids);
  }

  async job(id: string) {
    return (await this.#memory()).job(id);
  }

  async jobs(query: JobQuery = {}) {
    return (await this.#memory()).jobs(query);
  }

  async read(filter?: StatementFilter) {
    return (await this.#memory()).read(filter);
  }

  async isEmpty() {
    return (await this.#memory()).isEmpty();
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
