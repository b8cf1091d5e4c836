// A store in memory: nothing lasts. It keeps the base facts alone and works out everything else
// when asked, so that it is the plain reading of the contract that the SQL store is held to.

import type { Extraction, Judgement, Stats, Validators } from '../../schema/index.ts';
import { checkConsistency, fingerprint } from '../consistency.ts';
import { dayIn } from '../day.ts';
import { filterOf, type StatementFilter } from '../filter.ts';
import type { JobQuery, Leased, LeaseOptions, NewJob } from '../job-queue.ts';
import { judgementOf, mergePart, splitOf, unknownSubject } from '../judgements/index.ts';
import type {
  Addition,
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
  StoreRecords,
  TimelineQuery,
} from '../queries.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { duplicatesOf } from './duplicates.ts';
import { egoOf } from './ego.ts';
import {
  documentList,
  documentSummary,
  entityList,
  judgementList,
  relationList,
  statementList,
} from './lists.ts';
import { isoOf, MemoryQueue } from './memory-queue.ts';
import { datedOutlineOf, examplesOf, outlineOf, partnersOf } from './partners.ts';
import { countsOf, facetsOf, periodsOf } from './roll-ups.ts';
import { select } from './select.ts';
import { type Facts, shownStatements, type View, viewOf } from './view.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

class MemoryStore implements Store {
  readonly isReadOnly = false;
  readonly #extractions = new Map<string, Extraction>();
  readonly #kept = new Set<string>();
  readonly #readings = new Map<string, string>();
  readonly #validators = new Map<
    string,
    { readonly reading: string; readonly known: Validators }
  >();
  readonly #judgements = new Map<string, Judgement>();
  readonly #queue = new MemoryQueue();
  #revision = 0;
  #seen: { readonly revision: number; readonly facts: Facts; readonly view: View } | null = null;
  #closed = false;

  #check(): void {
    if (this.#closed) throw new StoreError('closed', 'The store was closed. Open it again.');
  }

  get #current(): { readonly facts: Facts; readonly view: View } {
    this.#check();
    if (this.#seen?.revision !== this.#revision) {
      const facts: Facts = {
        extractions: this.#extractions,
        judgements: [...this.#judgements.values()],
        duplicates: duplicatesOf(this.#extractions.values(), this.#kept),
      };
      this.#seen = { revision: this.#revision, facts, view: viewOf(facts) };
    }
    return this.#seen;
  }

  #add(extraction: Extraction, { reading, ...options }: AddOptions): Addition {
    const { id } = extraction.document;
    if (reading !== undefined) this.#readings.set(id, reading);
    const known = this.#extractions.get(id);
    const keepDuplicates = options.keepDuplicates ?? this.#kept.has(id);
    const sameUse = this.#kept.has(id) === keepDuplicates;
    if (known && sameUse && fingerprint(known) === fingerprint(extraction)) return 'unchanged';
    this.#extractions.set(id, extraction);
    if (keepDuplicates) this.#kept.add(id);
    else this.#kept.delete(id);
    this.#revision += 1;
    return known ? 'replaced' : 'added';
  }

  async add(extraction: Extraction, options: AddOptions = {}) {
    this.#check();
    checkConsistency(extraction);
    return this.#add(extraction, options);
  }

  async addAll(extractions: readonly Extraction[], options: AddOptions = {}) {
    this.#check();
    extractions.forEach(checkConsistency);
    return extractions.map((each) => this.#add(each, options));
  }

  async remove(documentId: string) {
    this.#check();
    if (!this.#extractions.delete(documentId)) return false;
    this.#kept.delete(documentId);
    this.#readings.delete(documentId);
    this.#validators.clear();
    this.#revision += 1;
    return true;
  }

  async validators(address: string, reading: string) {
    this.#check();
    const found = this.#validators.get(address);
    return found?.reading === reading ? found.known : null;
  }

  async keepValidators(address: string, reading: string, known: Validators) {
    this.#check();
    this.#validators.set(address, { reading, known });
  }

  async document(id: string) {
    const { facts } = this.#current;
    const document = facts.extractions.get(id)?.document;
    return document ? { ...document, duplicateOf: facts.duplicates.get(id) ?? null } : null;
  }

  async reading(documentId: string) {
    this.#check();
    return this.#readings.get(documentId) ?? null;
  }

  async extraction(documentId: string) {
    this.#check();
    return this.#extractions.get(documentId) ?? null;
  }

  async documents(query: DocumentQuery = {}) {
    return documentList(this.#current.facts, query);
  }

  async entity(id: string) {
    const { view } = this.#current;
    return view.entities.get(view.canonical.get(id) ?? id) ?? null;
  }

  async entitiesById(ids: Iterable<string>) {
    const { entities, canonical } = this.#current.view;
    return new Map(
      [...new Set(ids)].flatMap((id) => {
        const found = entities.get(canonical.get(id) ?? id);
        return found ? [[id, found] as const] : [];
      }),
    );
  }

  async entities(query: EntityQuery = {}) {
    return entityList(this.#current.view, query);
  }

  async statement(id: string) {
    const found = this.#current.view.statements.find(({ statement }) => statement.id === id);
    return found?.statement ?? null;
  }

  async statements(query: StatementQuery = {}) {
    return statementList(this.#current.view, query);
  }

  async outlines(query: StatementQuery = {}) {
    const { items, next } = statementList(this.#current.view, query);
    return { items: items.map(outlineOf), next };
  }

  async allOutlines(filter: StatementFilter) {
    return select(this.#current.view, filterOf(filter)).map(datedOutlineOf);
  }

  async relations(query: RelationQuery = {}) {
    return relationList(this.#current.view, query);
  }

  async ego(query: EgoQuery) {
    return egoOf(this.#current.view, query);
  }

  async partners(query: PartnerQuery) {
    return partnersOf(this.#current.view, query);
  }

  async examples(query: ExampleQuery) {
    return examplesOf(this.#current.view, query);
  }

  async documentsOf(filter: StatementFilter) {
    return new Set(select(this.#current.view, filter).map(({ document }) => document.id)).size;
  }

  async counts(filter: StatementFilter) {
    return countsOf(select(this.#current.view, filter));
  }

  async timeline(query: TimelineQuery = {}) {
    const { by = 'month', date = 'published' } = query;
    return { by, date, items: periodsOf(select(this.#current.view, query), by, date) };
  }

  async facets(filter: StatementFilter = {}) {
    const { view } = this.#current;
    return facetsOf(view, select(view, filter));
  }

  async stats(): Promise<Stats> {
    const { facts, view } = this.#current;
    const counted = [...facts.extractions.values()].filter(
      ({ document }) => !facts.duplicates.has(document.id),
    );
    const days = counted
      .map(({ document }) => dayIn(document.published))
      .filter((day) => day !== null)
      .sort();
    return {
      documents: counted.length,
      duplicates: facts.duplicates.size,
      entities: [...view.entities.values()].filter(({ documents }) => documents > 0).length,
      statements: select(view, {}).length,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      revision: this.#revision,
      queue: this.#queue.counts(),
    };
  }

  async judge(given: NewJudgement) {
    const { view } = this.#current;
    const judgement = judgementOf(given);
    const known = this.#judgements.get(judgement.id);
    if (known) return known;
    const { a, b, change } = judgement;
    const described = new Set(
      [...this.#extractions.values()].flatMap(({ entities }) => entities.map(({ id }) => id)),
    );
    for (const id of [a, b, change?.source, change?.target]) {
      const isThere =
        id == null ||
        described.has(id) ||
        view.statements.some(({ statement }) => statement.id === id);
      if (!isThere) throw unknownSubject(id);
    }
    this.#judgements.set(judgement.id, judgement);
    this.#revision += 1;
    return judgement;
  }

  async judgements(query: JudgementQuery = {}) {
    this.#check();
    return judgementList([...this.#judgements.values()], query);
  }

  async undoJudgement(id: string, by: string, at: string) {
    this.#check();
    const known = this.#judgements.get(id);
    if (!known || known.deletedAt !== null) return known ?? null;
    const undone = { ...known, deletedAt: at, deletedBy: by };
    this.#judgements.set(id, undone);
    this.#revision += 1;
    return undone;
  }

  async mergeParts(id: string) {
    this.#check();
    const { facts } = this.#current;
    const split = splitOf(facts.judgements, id);
    if (!split) return null;
    const { entities } = viewOf({ ...facts, judgements: split.rest });
    const statements = shownStatements(facts, new Map())
      .filter(({ rejected, duplicate }) => !rejected && !duplicate)
      .map(({ statement: { source, target, reciprocal, event }, document }) => ({
        document: document.id,
        source: source.entity,
        target: target?.entity ?? null,
        reciprocal,
        quad: event?.quad ?? 0,
      }));
    return [...split.parts.keys()]
      .flatMap((each) => entities.get(each) ?? [])
      .map(({ entity }) => mergePart(entity, statements, split.canonical))
      .sort((a, b) => b.statements - a.statements || (a.entity.id < b.entity.id ? -1 : 1));
  }

  async enqueue(jobs: readonly NewJob[], now: number) {
    this.#check();
    return this.#queue.enqueue(jobs, now);
  }

  async lease(options: LeaseOptions) {
    this.#check();
    return this.#queue.lease(options);
  }

  async renew(leased: Leased, duration: number) {
    return this.#queue.renew(leased, duration);
  }

  async finish(
    leased: Leased,
    extraction: Extraction | { readonly document: string },
    options: AddOptions = {},
  ): Promise<Addition | null> {
    this.#check();
    if (!this.#queue.isHeld(leased)) return null;
    const whole = 'entities' in extraction ? extraction : null;
    if (whole) checkConsistency(whole);
    const result = whole ? this.#add(whole, options) : 'unchanged';
    const document = whole ? whole.document.id : String(extraction.document);
    this.#queue.end(leased, {
      state: 'done',
      document,
      result,
      statements: this.#extractions.get(document)?.statements.length ?? 0,
      finishedAt: isoOf(leased.now),
    });
    return result;
  }

  async fail(leased: Leased, reason: string) {
    return this.#queue.end(leased, { state: 'failed', reason, finishedAt: isoOf(leased.now) });
  }

  async release(leased: Leased) {
    return this.#queue.end(leased, { state: 'queued', startedAt: null });
  }

  async reclaim(isGone: (by: string) => boolean) {
    return this.#queue.reclaim(isGone);
  }

  async retry(now: number, ids?: readonly string[]) {
    return this.#queue.retry(now, ids);
  }

  async job(id: string) {
    return this.#queue.job(id);
  }

  async jobs(query: JobQuery = {}) {
    return this.#queue.jobs(query);
  }

  async read(filter?: StatementFilter): Promise<StoreRecords> {
    const { facts, view } = this.#current;
    const chosen = select(view, filter ?? {});
    const ends = new Set(
      chosen.flatMap(({ statement: { source, target } }) => [source.entity, target?.entity]),
    );
    const written = new Set(chosen.map(({ document }) => document.id));
    const entities = [...view.entities.values()].filter(({ entity, documents }) =>
      filter ? ends.has(entity.id) : documents > 0,
    );
    const documents = [...facts.extractions.values()].filter(({ document }) =>
      filter ? written.has(document.id) : !facts.duplicates.has(document.id),
    );
    return {
      documents: documents.map((each) => documentSummary(facts, each)).sort(byId),
      entities: entities.map(({ entity }) => entity).sort(byId),
      statements: chosen.map(({ statement }) => statement).sort(byId),
    };
  }

  async revision() {
    this.#check();
    return this.#revision;
  }

  async check() {
    this.#check();
    return [];
  }

  async backup(path: string): Promise<void> {
    throw new StoreError(
      'failed',
      `A store in memory has no file to copy to ${path}. Open one in a file instead.`,
    );
  }

  async vacuum() {
    this.#check();
  }

  async isEmpty() {
    this.#check();
    return this.#extractions.size === 0;
  }

  async close() {
    this.#closed = true;
  }
}

/** An empty store that lasts as long as the process keeps it. */
export function openMemoryStore(): Store {
  return new MemoryStore();
}
