// Statements as rows with what the filters, the counts and the timeline ask of them, so that a
// change of filter is one walk over plain fields.

import type { DocumentSummary, EntityType, Quad, Statement } from '../../schema/index.ts';

export interface Row {
  readonly id: string;
  /** Key of the relation it is rolled up in; null without a target. */
  readonly relation: string | null;
  readonly source: string;
  readonly target: string | null;
  readonly document: string;
  readonly quad: Quad;
  readonly type: string;
  readonly kind: string;
  readonly polarity: string;
  readonly modality: string;
  /** Entity id, `author`, or the words that name a speaker who is no actor. */
  readonly speaker: string;
  readonly publisher: string;
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  readonly actorTypes: readonly EntityType[];
  readonly confidence: number;
  readonly intensity: number | null;
  readonly published: string | null;
  readonly happened: string | null;
  /** The sentence, folded for finding. */
  readonly text: string;
}

/** What rows need to know of an actor. */
export interface ActorFacts {
  readonly entityType: EntityType;
  readonly country: string | null;
  readonly sectors: readonly string[];
}

export const UNKNOWN = 'unknown';

/** Small letters without accents. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');

/** The key of the edge that a statement is rolled up in; as the server makes it. */
export function relationKey({ source, target, reciprocal, event }: Statement): string | null {
  if (!target) return null;
  const [from, to] =
    reciprocal && target.entity < source.entity
      ? [target.entity, source.entity]
      : [source.entity, target.entity];
  return `${from}${reciprocal ? '-' : '>'}${to}:${event?.quad ?? 0}`;
}

const day = (date: string | null | undefined): string | null => date?.slice(0, 10) ?? null;

function speakerOf({ attribution }: Statement): string {
  if (attribution.type === 'author') return 'author';
  return attribution.speaker ?? UNKNOWN;
}

const distinct = <Value>(values: readonly (Value | null | undefined)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];

export function rowOf(
  statement: Statement,
  document: Pick<DocumentSummary, 'publisher' | 'published'> | undefined,
  actors: ReadonlyMap<string, ActorFacts>,
): Row {
  const { source, target, event, evidence, time } = statement;
  const ends = [source.entity, target?.entity].flatMap((id) => (id && actors.get(id)) || []);
  return {
    id: statement.id,
    relation: relationKey(statement),
    source: source.entity,
    target: target?.entity ?? null,
    document: evidence.document,
    quad: event?.quad ?? 0,
    type: event?.type ?? 'none',
    kind: statement.kind,
    polarity: statement.polarity,
    modality: statement.modality,
    speaker: speakerOf(statement),
    publisher: document?.publisher ?? UNKNOWN,
    countries: distinct(ends.map(({ country }) => country)),
    sectors: distinct(ends.flatMap(({ sectors }) => sectors)),
    actorTypes: distinct(ends.map(({ entityType }) => entityType)),
    confidence: statement.confidence.value,
    intensity: event?.intensity ?? null,
    published: day(document?.published),
    happened: time && time.precision !== 'unknown' ? day(time.start) : null,
    text: fold(evidence.exact),
  };
}
