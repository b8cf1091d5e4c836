// Which statements are meant: every condition given must hold, and of a list of values one of them.
// Statements that were rejected and those of syndicated copies are left out unless asked for.

import type { EntityType, Modality, Polarity, Quad, StatementKind } from '../schema/index.ts';

export type OneOrMany<Value> = Value | readonly Value[];

export interface StatementFilter {
  /** Source or target. */
  readonly entity?: OneOrMany<string> | undefined;
  readonly source?: OneOrMany<string> | undefined;
  readonly target?: OneOrMany<string> | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly [string, string] | undefined;
  readonly document?: OneOrMany<string> | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly kind?: OneOrMany<StatementKind> | undefined;
  /** Type of the event, for example CONSULT; `none` for statements without one. */
  readonly type?: OneOrMany<string> | undefined;
  /** 0 for statements without one. */
  readonly quad?: OneOrMany<Quad> | undefined;
  readonly polarity?: OneOrMany<Polarity> | undefined;
  readonly modality?: OneOrMany<Modality> | undefined;
  /** Id of the entity that says it, or `author` for what the article itself says. */
  readonly speaker?: OneOrMany<string> | undefined;
  /** Exact name. */
  readonly publisher?: OneOrMany<string> | undefined;
  /** Id of an entity, or the words of the text, where it happened. */
  readonly place?: OneOrMany<string> | undefined;
  /** ISO 3166-1 alpha-3 code of source or target. */
  readonly country?: OneOrMany<string> | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: OneOrMany<string> | undefined;
  /** Type of source or target. */
  readonly actorType?: OneOrMany<EntityType> | undefined;
  /** First and last day, as YYYY-MM-DD. A statement without such a date is not in any span. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Which date they mean: of publication (where not given), or the first day of the event. */
  readonly date?: 'event' | 'published' | undefined;
  /** The least confidence, from 0 to 1. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence, in any order; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: the rejected ones alone. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
}

/** The conditions, in one order, so that equal filters are equal as JSON. */
const names = [
  'entity',
  'source',
  'target',
  'pair',
  'document',
  'ids',
  'kind',
  'type',
  'quad',
  'polarity',
  'modality',
  'speaker',
  'publisher',
  'place',
  'country',
  'sector',
  'actorType',
  'from',
  'to',
  'date',
  'confidence',
  'q',
  'rejected',
  'duplicates',
] as const satisfies readonly (keyof StatementFilter)[];

/** The filter of a query alone, without limit, cursor and the like. */
export function filterOf(query: StatementFilter): StatementFilter {
  return Object.fromEntries(names.map((name) => [name, query[name]]));
}

/** Several values as they are, one as a list of it. */
export function listOf<Value>(value: OneOrMany<Value>): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}
