// What is asked of a store, and a little of what it answers.

import type {
  DocumentSummary,
  Entity,
  EntityType,
  Judgement,
  JudgementKind,
  Quad,
  Relation,
  Statement,
} from '../schema/index.ts';
import type { OneOrMany, StatementFilter } from './filter.ts';

/** What became of an extraction: it was new, it was there already, or it took the place of another. */
export type Addition = 'added' | 'unchanged' | 'replaced';

export interface AddOptions {
  /** Count the document for itself even where it is a copy of another; as before where not given. */
  readonly keepDuplicates?: boolean | undefined;
  /** What was read and by what, as a hash; `reading` gives it back. */
  readonly reading?: string | undefined;
}

/** One page of a list. */
export interface PageQuery {
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before; opaque, and good for the same filter only. */
  readonly cursor?: string | undefined;
}

export interface DocumentQuery extends PageQuery {
  /** Words that all stand in title, description or publisher; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: OneOrMany<string> | undefined;
  /** First and last day of publication, as YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Copies of this document. */
  readonly duplicateOf?: string | undefined;
}

export interface EntityQuery extends PageQuery {
  /** Beginning of a word, or of several in a row, of a name or alias; case and accents do not count. */
  readonly q?: string | undefined;
  readonly type?: OneOrMany<EntityType> | undefined;
  readonly country?: OneOrMany<string> | undefined;
  readonly sector?: OneOrMany<string> | undefined;
}

export interface StatementQuery extends StatementFilter, PageQuery {
  /** By publication, newest first where not given; or most confident first. */
  readonly sort?: 'newest' | 'oldest' | 'confidence' | undefined;
}

export interface RelationQuery extends StatementFilter, PageQuery {
  /** One relation per quad (where not given) or per type of a pair. */
  readonly by?: 'quad' | 'type' | undefined;
  /** With the ids of the statements. */
  readonly withIds?: boolean | undefined;
}

export interface EgoQuery {
  readonly entity: string;
  /** Relations at most, heaviest first; 2,000 where not given. */
  readonly limit?: number | undefined;
  /** 1: what it takes part in. 2: what its partners take part in among each other as well. */
  readonly depth: 1 | 2;
  /** Partners at most, those of its heaviest relations first; 200 where not given. */
  readonly partners?: number | undefined;
}

export interface Ego {
  readonly items: readonly Relation[];
  readonly total: number;
}

export interface PartnerQuery {
  /** Entities of which the partners are asked for; those that stand for others. */
  readonly ids: readonly string[];
  /** Only those partners. */
  readonly among?: readonly string[] | undefined;
  /** Statements that make two entities partners; all where not given. */
  readonly filter?: StatementFilter | undefined;
}

/** What a relation is labelled by: one of its statements. */
export interface Example {
  readonly id: string;
  readonly lemma: string;
  readonly type: string | null;
  /** Negated, or not said to have happened. */
  readonly uncertain: boolean;
}

/** A statement without its words. */
export interface Outline extends Example {
  readonly document: string;
  readonly source: string;
  readonly target: string | null;
  readonly reciprocal: boolean;
  readonly quad: Quad;
}

/** With the day that it is counted for in a relation: that of the event, else of publication. */
export interface DatedOutline extends Outline {
  readonly day: string | null;
}

export interface OutlineList {
  readonly items: readonly Outline[];
  readonly next: string | null;
}

export interface Count {
  readonly statements: number;
  readonly documents: number;
}

/** How much a filter lets through, in all and of each entity that it speaks of, by id. */
export interface Counts extends Count {
  readonly entities: ReadonlyMap<string, Count>;
}

export interface ExampleQuery {
  /** Relations by quad, of the same filter. */
  readonly relations: readonly Relation[];
  readonly filter?: StatementFilter | undefined;
  /** Statements of each at most. */
  readonly most: number;
}

export interface TimelineQuery extends StatementFilter {
  /** Month where not given. */
  readonly by?: 'day' | 'week' | 'month' | undefined;
}

export interface JudgementQuery extends PageQuery {
  readonly kind?: OneOrMany<JudgementKind> | undefined;
  /** Id of an entity or statement that it speaks of. */
  readonly subject?: string | undefined;
  readonly by?: string | undefined;
  /** True: with those that were undone; then the list is the audit log. */
  readonly deleted?: boolean | undefined;
}

/** A judgement before it is kept: its id follows from it. */
export type NewJudgement = Omit<Judgement, 'id' | 'deletedAt' | 'deletedBy'>;

/** Everything that a graph is built of, each list sorted by id. */
export interface StoreRecords {
  readonly documents: readonly DocumentSummary[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
}
