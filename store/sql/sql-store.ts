// A store over any SQL database that Kysely speaks to. The engine's own business (opening,
// migrating, locking, full text) is done by a folder of its own, such as ../sqlite/.

import type { Extraction, Validators } from '../../schema/index.ts';
import { checkConsistency } from '../consistency.ts';
import type { StatementFilter } from '../filter.ts';
import type { JobQuery, Leased, LeaseOptions, NewJob } from '../job-queue.ts';
import type {
  AddOptions,
  DocumentQuery,
  EgoQuery,
  EntityQuery,
  ExampleQuery,
  JudgementQuery,
  NewJudgement,
  PartnerQuery,
  RelationQuery,
  StatementQuery,
  TimelineQuery,
} from '../queries.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { findDamage, findFaults } from './check.ts';
import { getDocument, listDocuments, readingOf } from './documents.ts';
import { readEgo } from './ego.ts';
import type { Engine } from './engine.ts';
import { entitiesById, getEntity, listEntities } from './entities.ts';
import { EntityTable } from './entity-table.ts';
import { examplesOf } from './examples.ts';
import { extractionOf } from './extraction.ts';
import { readFacets } from './facets.ts';
import { findDocument, type Keeping } from './facts.ts';
import {
  enqueueJobs,
  failJob,
  findJob,
  finishJob,
  isHeld,
  leaseJob,
  listJobs,
  reclaimJobs,
  releaseJob,
  renewJob,
  retryJobs,
} from './jobs.ts';
import { addJudgement, entityJudgements, listJudgements, undo } from './judge.ts';
import { readMergeParts } from './merge-parts.ts';
import { readPartners } from './partners.ts';
import { readRecords } from './records.ts';
import { listRelations } from './relations.ts';
import { Remembered, revisionOf } from './remembered.ts';
import type { Lookup } from './select.ts';
import { SharedCommit } from './shared-commit.ts';
import {
  allOutlines,
  countDocuments,
  countStatements,
  getStatement,
  listOutlines,
  listStatements,
} from './statements.ts';
import { readStats } from './stats.ts';
import type { Reading } from './tables.ts';
import { Terms } from './terms.ts';
import { readTimeline } from './timeline.ts';
import { findValidators, forgetValidators, keepValidators } from './validators.ts';
import { Writer } from './write.ts';

export class SqlStore implements Store {
  readonly isReadOnly: boolean;
  readonly #engine: Engine;
  readonly #terms: Terms;
  readonly #remembered: Remembered;
  readonly #commits: SharedCommit;
  #closed = false;

  constructor(engine: Engine, isReadOnly = false) {
    this.isReadOnly = isReadOnly;
    this.#engine = engine;
    this.#terms = new Terms(engine);
    this.#remembered = new Remembered(engine);
    // What was rolled back kept no term.
    this.#commits = new SharedCommit(engine.connection, () => this.#terms.forget());
  }

  #check(): void {
    if (this.#closed) throw new StoreError('closed', 'The store was closed. Open it again.');
  }

  /** Reads as of one moment. */
  async #read<Result>(
    read: (lookup: Lookup, reading: Reading) => Result | Promise<Result>,
  ): Promise<Result> {
    this.#check();
    const [engine, terms, remembered] = [this.#engine, this.#terms, this.#remembered];
    const lookup: Lookup = { engine, terms, remembered };
    return this.#engine.connection
      .transaction()
      .setAccessMode('read only')
      .execute(async (reading) => {
        remembered.begin();
        return read(lookup, reading);
      });
  }

  /** What facts are kept with during one transaction. */
  #keeping(): Keeping {
    const engine = this.#engine;
    let judgements: ReturnType<typeof entityJudgements> | null = null;
    const entities = new EntityTable(engine, () => {
      judgements ??= entityJudgements(engine);
      return judgements;
    });
    return { engine, terms: this.#terms, entities };
  }

  /** Writes in one transaction, all of it or nothing; who writes at the same time is in it too. */
  async #write<Result>(write: (keeping: Keeping, writer: Writer) => Result): Promise<Result> {
    this.#check();
    return this.#commits.write(() => {
      const keeping = this.#keeping();
      return write(keeping, new Writer(keeping));
    });
  }

  async add(extraction: Extraction, options: AddOptions = {}) {
    checkConsistency(extraction);
    return this.#write((_keeping, writer) => {
      const result = writer.add(extraction, options);
      writer.settle();
      return result;
    });
  }

  async addAll(extractions: readonly Extraction[], options: AddOptions = {}) {
    extractions.forEach(checkConsistency);
    return this.#write((_keeping, writer) => {
      const results = extractions.map((each) => writer.add(each, options));
      writer.settle();
      return results;
    });
  }

  async remove(documentId: string) {
    return this.#write(({ engine }, writer) => {
      const removed = writer.remove(documentId);
      if (removed) forgetValidators(engine);
      writer.settle();
      return removed;
    });
  }

  async validators(address: string, reading: string) {
    return this.#read(({ engine }) => findValidators(engine, address, reading));
  }

  async keepValidators(address: string, reading: string, validators: Validators) {
    return this.#write(({ engine }) => keepValidators(engine, address, reading, validators));
  }

  async document(id: string) {
    return this.#read((lookup) => getDocument(lookup, id));
  }

  async reading(documentId: string) {
    return this.#read((lookup) => readingOf(lookup, documentId));
  }

  async extraction(documentId: string) {
    return this.#write((keeping) => extractionOf(keeping, documentId));
  }

  async documents(query: DocumentQuery = {}) {
    return this.#read((lookup, reading) => listDocuments(reading, lookup, query));
  }

  async entity(id: string) {
    return this.#read((lookup) => getEntity(lookup, id));
  }

  async entitiesById(ids: Iterable<string>) {
    return this.#read((lookup) => entitiesById(lookup, ids));
  }

  async entities(query: EntityQuery = {}) {
    return this.#read((lookup, reading) => listEntities(reading, lookup, query));
  }

  async statement(id: string) {
    return this.#read((lookup) => getStatement(lookup, id));
  }

  async statements(query: StatementQuery = {}) {
    return this.#read((lookup, reading) => listStatements(reading, lookup, query));
  }

  async outlines(query: StatementQuery = {}) {
    return this.#read((lookup, reading) => listOutlines(reading, lookup, query));
  }

  async allOutlines(filter: StatementFilter) {
    return this.#read((lookup) => allOutlines(lookup, filter));
  }

  async relations(query: RelationQuery = {}) {
    return this.#read((lookup, reading) => listRelations(reading, lookup, query));
  }

  async ego(query: EgoQuery) {
    return this.#read((lookup, reading) => readEgo(reading, lookup, query));
  }

  async partners(query: PartnerQuery) {
    return this.#read((lookup, reading) => readPartners(reading, lookup, query));
  }

  async examples({ relations, filter = {}, most }: ExampleQuery) {
    return this.#read((lookup) => examplesOf(lookup, relations, most, filter));
  }

  async documentsOf(filter: StatementFilter) {
    return this.#read((lookup, reading) =>
      lookup.remembered.of(['documents', filter], () => countDocuments(reading, lookup, filter)),
    );
  }

  async counts(filter: StatementFilter) {
    return this.#read((lookup, reading) => countStatements(reading, lookup, filter));
  }

  async timeline(query: TimelineQuery = {}) {
    return this.#read((lookup, reading) =>
      lookup.remembered.of(['timeline', query], () => readTimeline(reading, lookup, query)),
    );
  }

  async facets(filter: StatementFilter = {}) {
    return this.#read((lookup, reading) =>
      lookup.remembered.of(['facets', filter], () => readFacets(reading, lookup, filter)),
    );
  }

  async stats() {
    return this.#read((lookup) => readStats(lookup));
  }

  async judge(judgement: NewJudgement) {
    return this.#write((keeping, writer) => addJudgement(keeping, writer, judgement));
  }

  async judgements(query: JudgementQuery = {}) {
    return this.#read(({ engine }) => listJudgements(engine, query));
  }

  async undoJudgement(id: string, by: string, at: string) {
    return this.#write((keeping, writer) => undo(keeping, writer, { id, by, at }));
  }

  async mergeParts(id: string) {
    return this.#read(({ engine }) => readMergeParts(engine, id));
  }

  async enqueue(jobs: readonly NewJob[], now: number) {
    return this.#write(({ engine }) => enqueueJobs(engine, jobs, now));
  }

  async lease(options: LeaseOptions) {
    return this.#write(({ engine }) => leaseJob(engine, options));
  }

  async renew(leased: Leased, duration: number) {
    return this.#write(({ engine }) => renewJob(engine, leased, duration));
  }

  async finish(
    leased: Leased,
    extraction: Extraction | { readonly document: string },
    options: AddOptions = {},
  ) {
    const whole = 'entities' in extraction ? extraction : null;
    if (whole) checkConsistency(whole);
    return this.#write((keeping, writer) => {
      if (!isHeld(keeping.engine, leased)) return null;
      const result = whole ? writer.add(whole, options) : 'unchanged';
      writer.settle();
      const document = whole ? whole.document.id : String(extraction.document);
      const statements = findDocument(keeping, document)?.statements ?? 0;
      finishJob(keeping.engine, leased, { document, result, statements });
      return result;
    });
  }

  async fail(leased: Leased, reason: string) {
    return this.#write(({ engine }) => failJob(engine, leased, reason));
  }

  async release(leased: Leased) {
    return this.#write(({ engine }) => releaseJob(engine, leased));
  }

  async reclaim(isGone: (by: string) => boolean) {
    return this.#write(({ engine }) => reclaimJobs(engine, isGone));
  }

  async retry(now: number, ids?: readonly string[]) {
    return this.#write(({ engine }) => retryJobs(engine, now, ids));
  }

  async job(id: string) {
    return this.#read(({ engine }) => findJob(engine, id));
  }

  async jobs(query: JobQuery = {}) {
    return this.#read(({ engine }) => listJobs(engine, query));
  }

  async read(filter?: StatementFilter) {
    return this.#read((lookup, reading) => readRecords(reading, lookup, filter));
  }

  async revision() {
    this.#check();
    // One query needs no transaction.
    return this.#engine.connection.connection().execute(async () => revisionOf(this.#engine));
  }

  async isEmpty() {
    return this.#read(
      ({ engine }) => engine.all('select 1 from document limit 1', []).length === 0,
    );
  }

  async check() {
    this.#check();
    const engine = this.#engine;
    const damage = await engine.connection.connection().execute(async () => findDamage(engine));
    if (damage.length > 0) return damage;
    // The relations are made anew to be compared, which only who may write can do.
    if (this.isReadOnly) return this.#read(() => findFaults(this.#keeping(), false));
    return this.#write((keeping) => findFaults(keeping, true));
  }

  async backup(path: string) {
    this.#check();
    await this.#engine.connection.connection().execute(async () => this.#engine.backup(path));
  }

  async vacuum() {
    this.#check();
    await this.#engine.connection.connection().execute(async () => this.#engine.vacuum());
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    // Whatever is under way has the connection first.
    await this.#commits.done();
    await this.#engine.connection.connection().execute(async () => {});
    await this.#engine.connection.destroy();
    this.#engine.release();
  }
}
