// What the reader wants to see of the graph, as plain data: the names are those of the API's
// filter. Conditions of different fields all hold; the values of one list are alternatives.
// Example in the address: `hide=3,4&type=ACCUSE&type=ASSAULT&from=2022-01-01&weight=2`.

import type { Quad } from '../../schema/index.ts';
import type { GetFacetsQuery } from '../api-client.ts';

/** Fields whose values are chosen from a list with counts, in the order of the filter bar. */
export const listFields = [
  'type',
  'kind',
  'actorType',
  'country',
  'sector',
  'publisher',
  'speaker',
  'polarity',
  'modality',
] as const;
export type ListField = (typeof listFields)[number];

export type DateField = 'published' | 'event';

export interface Filter {
  readonly lists: Readonly<Record<ListField, readonly string[]>>;
  readonly hiddenQuads: readonly Quad[];
  /** ISO days, inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** Which date `from` and `to` speak of. */
  readonly date: DateField;
  /** Least confidence of a statement, 0 to 1. */
  readonly confidence: number;
  /** Least number of articles that report a relation. */
  readonly weight: number;
  /** Words that the sentence holds. */
  readonly q: string;
}

const noLists = Object.fromEntries(listFields.map((field) => [field, []])) as unknown as Record<
  ListField,
  readonly string[]
>;

export const emptyFilter: Filter = {
  lists: noLists,
  hiddenQuads: [],
  from: null,
  to: null,
  date: 'published',
  confidence: 0,
  weight: 1,
  q: '',
};

/** How many fields narrow the graph down. The kind of date alone narrows nothing. */
export function countConditions({ lists, ...filter }: Filter): number {
  return (
    listFields.filter((field) => lists[field].length > 0).length +
    Number(filter.hiddenQuads.length > 0) +
    Number(filter.from !== null || filter.to !== null) +
    Number(filter.confidence > 0) +
    Number(filter.weight > 1) +
    Number(filter.q !== '')
  );
}

export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value].sort();

export function withValue(filter: Filter, field: ListField, value: string): Filter {
  return { ...filter, lists: { ...filter.lists, [field]: toggled(filter.lists[field], value) } };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const dayOr = (text: string | null): string | null => (text && DAY.test(text) ? text : null);

export function writeFilter(filter: Filter, parts: URLSearchParams): void {
  if (filter.hiddenQuads.length > 0) parts.set('hide', filter.hiddenQuads.join(','));
  for (const field of listFields) {
    for (const value of filter.lists[field]) parts.append(field, value);
  }
  if (filter.from) parts.set('from', filter.from);
  if (filter.to) parts.set('to', filter.to);
  if (filter.date === 'event') parts.set('date', 'event');
  if (filter.confidence > 0) parts.set('confidence', String(filter.confidence));
  if (filter.weight > 1) parts.set('weight', String(filter.weight));
  if (filter.q) parts.set('q', filter.q);
}

/** Reads what it understands: an address is a user's input. */
export function readFilter(parts: URLSearchParams): Filter {
  const lists = Object.fromEntries(
    listFields.map((field) => [field, [...new Set(parts.getAll(field))].sort()]),
  ) as unknown as Filter['lists'];
  const confidence = Number(parts.get('confidence') ?? 0);
  const weight = Number(parts.get('weight') ?? 1);
  return {
    lists,
    hiddenQuads: [...new Set((parts.get('hide') ?? '').match(/[0-4]/g) ?? [])]
      .map((digit) => Number(digit) as Quad)
      .sort(),
    from: dayOr(parts.get('from')),
    to: dayOr(parts.get('to')),
    date: parts.get('date') === 'event' ? 'event' : 'published',
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    weight: Number.isInteger(weight) && weight > 1 && weight < 1e6 ? weight : 1,
    q: (parts.get('q') ?? '').slice(0, 200),
  };
}

/** What of the API's query a filter can say. */
export type FilterQuery = Pick<
  GetFacetsQuery,
  ListField | 'quad' | 'from' | 'to' | 'date' | 'confidence' | 'q'
>;

const quads: readonly Quad[] = [0, 1, 2, 3, 4];

/** The same filter as the query of the API; what the API does not know (weight) stays here. */
export function filterQuery(filter: Filter): FilterQuery {
  const { lists, hiddenQuads, from, to, confidence, q } = filter;
  const chosen = listFields.filter((field) => lists[field].length > 0);
  return {
    ...(Object.fromEntries(chosen.map((field) => [field, lists[field]])) as FilterQuery),
    ...(hiddenQuads.length > 0
      ? { quad: quads.filter((quad) => !hiddenQuads.includes(quad)) }
      : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...((from || to) && filter.date === 'event' ? { date: 'event' as const } : {}),
    ...(confidence > 0 ? { confidence } : {}),
    ...(q ? { q } : {}),
  };
}
