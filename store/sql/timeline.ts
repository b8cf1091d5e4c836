// Statements by time.

import { sql } from 'kysely';
import type { Period, Timeline } from '../../schema/index.ts';
import { periodOf, rounded } from '../day.ts';
import type { TimelineQuery } from '../queries.ts';
import { dayText } from './codes.ts';
import { branchesOf, chosen, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

interface Sums {
  readonly statements: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly intensity: number;
  readonly intensities: number;
  readonly documents: number;
}

const nothing: Sums = {
  statements: 0,
  cooperation: 0,
  conflict: 0,
  intensity: 0,
  intensities: 0,
  documents: 0,
};

const plus = (a: Sums, b: Sums): Sums => ({
  documents: a.documents + b.documents,
  statements: a.statements + b.statements,
  cooperation: a.cooperation + b.cooperation,
  conflict: a.conflict + b.conflict,
  intensity: a.intensity + b.intensity,
  intensities: a.intensities + b.intensities,
});

/**
 * What the days of a filter come to. A document has one day of publication, so that those of several
 * days are as many as those of each; events of one document may have several.
 */
async function daysOf(
  reading: Reading,
  lookup: Lookup,
  query: TimelineQuery,
): Promise<readonly (Sums & { readonly day: number })[]> {
  const isEvent = query.date === 'event';
  const day = sql.ref(isEvent ? 'event_day' : 'day');
  const rows = chosen(
    branchesOf(lookup, query),
    sql.raw('document, day, event_day, quad, intensity'),
  );
  const { rows: days } = await sql<Sums & { readonly day: number }>`
    select ${day} as day, count(*) as statements,
      sum(case when quad in (1, 2) then 1 else 0 end) as cooperation,
      sum(case when quad in (3, 4) then 1 else 0 end) as conflict,
      coalesce(sum(intensity), 0) as intensity, count(intensity) as intensities,
      ${isEvent ? sql`0` : sql`count(distinct document)`} as documents
    from ${rows} as chosen where ${day} is not null group by 1`.execute(reading);
  return days;
}

/** Documents by the first day of the period that something happens in. */
async function documentsByEvent(
  reading: Reading,
  lookup: Lookup,
  query: TimelineQuery,
  startOf: (day: number) => string,
): Promise<Map<string, Set<number>>> {
  const rows = chosen(branchesOf(lookup, query), sql.raw('document, event_day'));
  const { rows: found } = await sql<{ day: number; document: number }>`
    select distinct event_day as day, document from ${rows} as chosen
    where event_day is not null`.execute(reading);
  const documents = new Map<string, Set<number>>();
  for (const { day, document } of found) {
    const start = startOf(day);
    documents.set(start, (documents.get(start) ?? new Set<number>()).add(document));
  }
  return documents;
}

async function timelineOf(
  reading: Reading,
  lookup: Lookup,
  query: TimelineQuery,
): Promise<Timeline> {
  const { by = 'month', date = 'published' } = query;
  const periods = new Map<string, { readonly period: string; sums: Sums }>();
  for (const each of await daysOf(reading, lookup, query)) {
    const { period, start } = periodOf(dayText(each.day), by);
    const known = periods.get(start) ?? { period, sums: nothing };
    known.sums = plus(known.sums, each);
    periods.set(start, known);
  }
  const documents =
    date === 'event'
      ? await documentsByEvent(reading, lookup, query, (day) => periodOf(dayText(day), by).start)
      : null;
  const items = [...periods].map(([start, { period, sums }]): Period => {
    const { intensity, intensities, ...counts } = sums;
    return {
      period,
      start,
      ...counts,
      ...(documents ? { documents: documents.get(start)?.size ?? 0 } : {}),
      sum: rounded(intensity / 1000),
      mean: intensities === 0 ? null : rounded(intensity / 1000 / intensities),
    };
  });
  return { by, date, items: items.sort((a, b) => (a.start < b.start ? -1 : 1)) };
}

/** Of a busy actor it takes half a second at a million statements, so it is kept while the revision lasts. */
export const readTimeline = (
  reading: Reading,
  lookup: Lookup,
  query: TimelineQuery,
): Promise<Timeline> =>
  lookup.remembered.of(['timeline', query], () => timelineOf(reading, lookup, query));
