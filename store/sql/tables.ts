// The tables, as the queries see them. Ids are kept as bytes and meet as whole numbers: an entity,
// a statement and a document have a `key` each. A document's key is the beginning of its id, so
// that what is sorted by it does not depend on the order of adding. Texts that any article may
// hold are kept as JSON, because JSON keeps every string whole (the driver cuts one at U+0000).

import type { Kysely, Transaction } from 'kysely';

/** A base fact: one article. */
export interface DocumentRow {
  key: number;
  id: Uint8Array;
  /** Seconds since 1970, `undated` where there is no date: the order of the lists. */
  published: number;
  /** Day of publication as the number 20240301. */
  day: number | null;
  url: string | null;
  /** Key of the term. */
  publisher: number | null;
  fingerprint: string;
  /** Number of its statements. */
  statements: number;
  /** 1: counted for itself even where it is a copy. */
  kept: number;
  /** What was read and by what, as a hash. */
  reading: string | null;
  /** Derived: key of the document whose copy it is. */
  original: number | null;
  /** What has no column; see pack-document.ts. */
  metadata: Uint8Array;
  /** The text, as a JSON string. */
  text: string;
}

/** A base fact: what one document says of its entities. */
export interface DescriptionRow {
  document: number;
  /** The keys of the entities, as a JSON list. */
  entities: string;
  /** What it says of each; see pack-document.ts. */
  record: Uint8Array;
}

/** A statement as judgements make it; where one edited it, `edited` has it as it was read. */
export interface StatementRow {
  key: number;
  id: Uint8Array;
  document: number;
  /** Place among the statements of its document. */
  ordinal: number;
  /** Those of the document, here again for the order of the lists. */
  published: number;
  day: number | null;
  /** First day of the event. */
  event_day: number | null;
  source: number;
  target: number | null;
  kind: number;
  /** Key of the term. */
  type: number | null;
  quad: number;
  polarity: number;
  modality: number;
  reciprocal: number;
  /** In thousandths. */
  intensity: number | null;
  attribution: number;
  speaker: number | null;
  place: number | null;
  /** Key of the term of its words. */
  place_text: number | null;
  confidence: number;
  /** Why it is not shown: 1 in a copy, 2 rejected, 3 both. */
  hidden: number;
  /** Everything else; see pack-statement.ts. */
  record: Uint8Array;
}

/** A base fact: a statement as it was read that a judgement changed, as JSON. */
export interface EditedRow {
  statement: number;
  record: string;
}

/** An entity: what its own descriptions come to, and derived counts of all it stands for. */
export interface EntityRow {
  key: number;
  id: Uint8Array;
  /** Key of the entity that stands for it; its own where none does. */
  canonical: number;
  /** The tally of its descriptions, without those of copies; see pack-entity.ts. */
  tally: string;
  /** The tally of its descriptions in copies; null where there are none. */
  copies: string | null;
  /** The name that a judgement gives it, as JSON. */
  name: string | null;
  statements: number;
  documents: number;
  type: string;
  country: string | null;
  /** `,GOV,MIL,` */
  sectors: string;
}

/** Derived: the forms by which an entity is found. */
export interface EntityFormRow {
  form: string;
  entity: number;
}

/** Derived: all shown statements of one quad from a source to a target, by the entities that stand for them. */
export interface RelationRow {
  source: number;
  target: number;
  reciprocal: number;
  quad: number;
  statements: number;
  documents: number;
  /** Days as numbers; `noFirst` and 0 where there is none. */
  first: number;
  last: number;
  /** Sum of the intensities in thousandths, and how many there are. */
  intensity: number;
  intensities: number;
}

/** Texts that come again and again, as JSON, by a number. */
export interface TermRow {
  key: number;
  text: string;
}

/** A base fact. */
export interface JudgementRow {
  id: string;
  kind: string;
  a: string;
  b: string | null;
  made_by: string;
  /** Milliseconds since 1970. */
  made_at: number;
  /** Grows with each that is recorded. */
  sequence: number;
  /** 1 where it was undone. */
  deleted: number;
  record: string;
}

export interface JobRow {
  /** The order of the queue. */
  position: number;
  id: string;
  queue: string;
  name: string;
  payload: string;
  state: string;
  attempts: number;
  fence: number;
  leased_by: string | null;
  /** Milliseconds since 1970. */
  leased_until: number;
  document: string | null;
  result: string | null;
  statements: number | null;
  reason: string | null;
  queued_at: number;
  started_at: number | null;
  finished_at: number | null;
}

/** Derived: the bands of a document's signature, by which likely copies are found. */
export interface BandRow {
  band: number;
  document: number;
}

/** Derived: two documents that are near-duplicates, once in each direction. */
export interface LikenessRow {
  document: number;
  other: number;
}

/** One row. */
export interface RevisionRow {
  value: number;
}

export interface Tables {
  document: DocumentRow;
  description: DescriptionRow;
  statement: StatementRow;
  edited: EditedRow;
  entity: EntityRow;
  entity_form: EntityFormRow;
  relation: RelationRow;
  term: TermRow;
  judgement: JudgementRow;
  job: JobRow;
  band: BandRow;
  likeness: LikenessRow;
  revision: RevisionRow;
}

export type Connection = Kysely<Tables>;
export type Reading = Transaction<Tables>;

/** `published` of a document without a date: before every date. */
export const undated = -100_000_000_000;

/** `first` of a relation without a day. */
export const noFirst = 99_999_999;
