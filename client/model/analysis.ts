// One walk over the rows answers three questions: which statements pass the filter, how many each
// value of each list would leave (all other conditions held), and what the timeline counts (all
// conditions but the dates). A row that fails one field alone still counts in that field's list.

import { type Filter, type ListField, listFields } from './filter.ts';
import { fold, type Row } from './rows.ts';

export interface Analysis {
  readonly passing: readonly Row[];
  /** Numbers of statements by field and value, for the lists; quads under their digit. */
  readonly counts: Readonly<Record<ListField | 'quad', ReadonlyMap<string, number>>>;
  /** Rows that pass everything but the dates. */
  readonly dated: readonly Row[];
}

const TIME = 1;
const OTHER = 2;

const valuesOf: Readonly<Record<ListField, (row: Row) => string | readonly string[]>> = {
  type: (row) => row.type,
  kind: (row) => row.kind,
  actorType: (row) => row.actorTypes,
  country: (row) => row.countries,
  sector: (row) => row.sectors,
  publisher: (row) => row.publisher,
  speaker: (row) => row.speaker,
  polarity: (row) => row.polarity,
  modality: (row) => row.modality,
};

const meets = (values: string | readonly string[], wanted: ReadonlySet<string>): boolean =>
  typeof values === 'string' ? wanted.has(values) : values.some((value) => wanted.has(value));

function count(counts: Map<string, number>, values: string | readonly string[]): void {
  for (const value of typeof values === 'string' ? [values] : values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

export const dateOf = (row: Row, { date }: Pick<Filter, 'date'>): string | null =>
  date === 'event' ? row.happened : row.published;

function inTime(row: Row, filter: Filter): boolean {
  if (filter.from === null && filter.to === null) return true;
  const date = dateOf(row, filter);
  if (date === null) return false;
  return (filter.from === null || date >= filter.from) && (filter.to === null || date <= filter.to);
}

interface Condition {
  readonly name: ListField | 'quad' | typeof TIME;
  readonly holds: (row: Row) => boolean;
}

/** What is counted without itself. */
function conditionsOf(filter: Filter): readonly Condition[] {
  const lists = listFields
    .filter((field) => filter.lists[field].length > 0)
    .map((field): Condition => {
      const wanted = new Set(filter.lists[field]);
      return { name: field, holds: (row) => meets(valuesOf[field](row), wanted) };
    });
  return [
    ...lists,
    { name: 'quad', holds: ({ quad }) => !filter.hiddenQuads.includes(quad) },
    { name: TIME, holds: (row) => inTime(row, filter) },
  ];
}

export function analyse(rows: readonly Row[], filter: Filter): Analysis {
  const conditions = conditionsOf(filter);
  const counts = Object.fromEntries(
    [...listFields, 'quad' as const].map((field) => [field, new Map<string, number>()]),
  ) as Record<ListField | 'quad', Map<string, number>>;
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const passing: Row[] = [];
  const dated: Row[] = [];

  /** The one condition that a row fails; null for none, OTHER for more than one or a fixed one. */
  function failure(row: Row): ListField | 'quad' | typeof TIME | typeof OTHER | null {
    if (row.confidence < filter.confidence) return OTHER;
    if (words.length > 0 && !words.every((word) => row.text.includes(word))) return OTHER;
    let failed: ListField | 'quad' | typeof TIME | null = null;
    for (const { name, holds } of conditions) {
      if (holds(row)) continue;
      if (failed !== null) return OTHER;
      failed = name;
    }
    return failed;
  }

  for (const row of rows) {
    const failed = failure(row);
    if (failed === OTHER) continue;
    if (failed === TIME) {
      dated.push(row);
      continue;
    }
    if (failed === null) {
      passing.push(row);
      dated.push(row);
      for (const field of listFields) count(counts[field], valuesOf[field](row));
      count(counts.quad, String(row.quad));
    } else {
      count(counts[failed], failed === 'quad' ? String(row.quad) : valuesOf[failed](row));
    }
  }
  return { passing, counts, dated };
}
