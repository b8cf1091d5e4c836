// Statements by time.

import { sql } from 'kysely';
import type { Period, Timeline } from '../../schema/index.ts';
import { periodOf, rounded } from '../day.ts';
import type { TimelineQuery } from '../queries.ts';
import { dayText } from './codes.ts';
import { branchesOf, chosen, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

interface Row {
  readonly day: number;
  readonly document: number;
  readonly statements: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly intensity: number;
  readonly intensities: number;
}

interface Sum extends Omit<Row, 'day' | 'document'> {
  readonly documents: Set<number>;
}

const nothing = { statements: 0, cooperation: 0, conflict: 0, intensity: 0, intensities: 0 };

function plus(sum: Sum, row: Row): Sum {
  return {
    documents: sum.documents.add(row.document),
    statements: sum.statements + row.statements,
    cooperation: sum.cooperation + row.cooperation,
    conflict: sum.conflict + row.conflict,
    intensity: sum.intensity + row.intensity,
    intensities: sum.intensities + row.intensities,
  };
}

export async function readTimeline(
  reading: Reading,
  lookup: Lookup,
  query: TimelineQuery,
): Promise<Timeline> {
  const { by = 'month', date = 'published' } = query;
  const day = sql.ref(date === 'event' ? 'event_day' : 'day');
  const rows = chosen(
    branchesOf(lookup, query),
    sql.raw('document, day, event_day, quad, intensity'),
  );
  const days = await sql<Row>`
    select ${day} as day, document, count(*) as statements,
      sum(case when quad in (1, 2) then 1 else 0 end) as cooperation,
      sum(case when quad in (3, 4) then 1 else 0 end) as conflict,
      coalesce(sum(intensity), 0) as intensity, count(intensity) as intensities
    from ${rows} as chosen where ${day} is not null group by 1, 2`.execute(reading);
  const sums = new Map<string, { readonly period: string; sum: Sum }>();
  for (const row of days.rows) {
    const { period, start } = periodOf(dayText(row.day), by);
    const known = sums.get(start) ?? { period, sum: { ...nothing, documents: new Set<number>() } };
    known.sum = plus(known.sum, row);
    sums.set(start, known);
  }
  const items = [...sums].map(([start, { period, sum }]): Period => {
    const { documents, intensity, intensities, ...counts } = sum;
    return {
      period,
      start,
      ...counts,
      documents: documents.size,
      sum: rounded(intensity / 1000),
      mean: intensities === 0 ? null : rounded(intensity / 1000 / intensities),
    };
  });
  return { by, date, items: items.sort((a, b) => (a.start < b.start ? -1 : 1)) };
}
