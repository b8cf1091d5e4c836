// The interface of a store: documents and the statements read out of them, kept safe.
// Documents, descriptions of entities, statements and judgements are the base facts; merged
// entities, copies and counts are derived, so that removing a document or undoing a judgement
// leaves what never adding it would leave.

import type {
  Document,
  DocumentList,
  EntityList,
  EntitySummary,
  Extraction,
  Facets,
  Judgement,
  JudgementList,
  MergePart,
  RelationList,
  Statement,
  StatementList,
  Stats,
  Timeline,
  Validators,
} from '../schema/index.ts';
import type { StatementFilter } from './filter.ts';
import type { JobQueue } from './job-queue.ts';
import type {
  Addition,
  AddOptions,
  Counts,
  DatedOutline,
  DocumentQuery,
  Ego,
  EgoQuery,
  EntityQuery,
  Example,
  ExampleQuery,
  JudgementQuery,
  NewJudgement,
  OutlineList,
  PartnerQuery,
  RelationQuery,
  StatementQuery,
  StoreRecords,
  TimelineQuery,
} from './queries.ts';

/**
 * Every method rejects with a StoreError when the data cannot be read or written, and lists
 * with a CursorError when the cursor is not one that the same query gave out. What is read is as
 * judgements say: entities that are the same have one id, and statements their edited fields.
 * An id of an entity that was merged into another may be asked for; the answer has the other's.
 */
export interface Store extends JobQueue {
  /** Whether the file may only be read: then every change rejects with a StoreError `not-writable`. */
  readonly isReadOnly: boolean;
  /**
   * Keeps what was read out of one document, in one transaction: all of it or nothing.
   * The same extraction again is `unchanged` (when it was retrieved does not count); another
   * one of the same document takes its place. Rejects with a StoreError `inconsistent` when
   * the extraction speaks of entities or of a document that it does not hold.
   */
  add(extraction: Extraction, options?: AddOptions): Promise<Addition>;
  /** Keeps many at once in one transaction: faster, and all of them or nothing. */
  addAll(extractions: readonly Extraction[], options?: AddOptions): Promise<Addition[]>;
  /**
   * Forgets a document and all that only it supports, and all validators, so that it can come again.
   * False when there is none of that id.
   */
  remove(documentId: string): Promise<boolean>;

  /**
   * With what an address was read to its end the last time; null where it never was, or otherwise than by
   * this `reading`, a text that changes with what reads.
   */
  validators(address: string, reading: string): Promise<Validators | null>;
  /** To be called when all documents of an address are kept or queued, and not before. */
  keepValidators(address: string, reading: string, validators: Validators): Promise<void>;

  document(id: string): Promise<Document | null>;
  /** The `reading` that a document was added with; null where there was none. */
  reading(documentId: string): Promise<string | null>;
  /** A document as it was read, without what judgements and other documents say. */
  extraction(documentId: string): Promise<Extraction | null>;
  /** Newest first, those without a date last. Copies are among them and say whose they are. */
  documents(query?: DocumentQuery): Promise<DocumentList>;
  /**
   * An entity as all documents together describe it. `statements` counts those it is source or
   * target of, `documents` those that speak of it, even where no statement was read.
   */
  entity(id: string): Promise<EntitySummary | null>;
  /** Several at once, by the ids they were asked by; those that are not there are left out. */
  entitiesById(ids: Iterable<string>): Promise<ReadonlyMap<string, EntitySummary>>;
  /** Most statements first; those of copies alone are not among them. */
  entities(query?: EntityQuery): Promise<EntityList>;
  /** Also one that was rejected or that stands in a copy. */
  statement(id: string): Promise<Statement | null>;
  /** Newest document first, then in the order of the text. */
  statements(query?: StatementQuery): Promise<StatementList>;

  /** The same statements in the same order without their words, which takes a tenth of the time. */
  outlines(query?: StatementQuery): Promise<OutlineList>;
  /** All statements of a filter at once, in no order: for one that has few. */
  allOutlines(filter: StatementFilter): Promise<readonly DatedOutline[]>;

  /** Most documents first, then latest. */
  relations(query?: RelationQuery): Promise<RelationList>;
  /** The relations round an entity, by quad, in the order of `relations`. `total` is before the limit. */
  ego(query: EgoQuery): Promise<Ego>;
  /** Who has a statement with each of some entities, sorted by id. */
  partners(query: PartnerQuery): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Some statements of each relation, first by the ids of their documents, then as in the text. */
  examples(query: ExampleQuery): Promise<readonly (readonly Example[])[]>;
  /** In how many documents the statements of a filter stand. */
  documentsOf(filter: StatementFilter): Promise<number>;
  /** Statements of a filter and the documents they stand in, in all and by who is source or target of them. */
  counts(filter: StatementFilter): Promise<Counts>;
  /** In the order of time; statements without the date are left out. */
  timeline(query?: TimelineQuery): Promise<Timeline>;
  facets(filter?: StatementFilter): Promise<Facets>;
  stats(): Promise<Stats>;

  /**
   * Records a judgement and applies it. The same judgement again changes nothing. Rejects with
   * a StoreError `unknown` when there is no such entity or statement, and `inconsistent` when
   * the judgement does not make sense.
   */
  judge(judgement: NewJudgement): Promise<Judgement>;
  /** Newest first. */
  judgements(query?: JudgementQuery): Promise<JudgementList>;
  /** Takes a judgement back; what it did is gone. Null when there is none of that id. */
  undoJudgement(id: string, by: string, at: string): Promise<Judgement | null>;

  /** What taking a merge back would part, heaviest first. Null where the id is of no merge that holds. */
  mergeParts(judgement: string): Promise<readonly MergePart[] | null>;

  /** All records, or the statements of the filter with their entities and documents. */
  read(filter?: StatementFilter): Promise<StoreRecords>;
  /** Grows with every change of what is read, whichever process made it; from 0. */
  revision(): Promise<number>;
  isEmpty(): Promise<boolean>;
  /** What does not fit together, each a sentence; empty where all is well. */
  check(): Promise<string[]>;
  /** Copies everything, as of one moment, to a file that is not there yet. */
  backup(path: string): Promise<void>;
  /** Gives room back that nothing needs any more. */
  vacuum(): Promise<void>;
  /** Releases the file. A second call does nothing. */
  close(): Promise<void>;
}
