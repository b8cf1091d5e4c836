// Statements by period: how many, and of these how many cooperative and how many conflictual.
// Periods without any stand in the row too, so that the width of a bar is always the same time.

import { dateOf } from './analysis.ts';
import type { DateField } from './filter.ts';
import type { Row } from './rows.ts';

export const granularities = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Granularity = (typeof granularities)[number];

export interface Period {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly statements: number;
  readonly cooperation: number;
  readonly conflict: number;
  /** Mean intensity on the scale from -10 to 10; null where no act has one. */
  readonly intensity: number | null;
}

/** First and last period of the chosen time, as places in the row. */
export type Window = readonly [first: number, last: number];

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The first day of the period that a day lies in. */
export function periodStart(day: string, by: Granularity): string {
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  if (by === 'year') return `${day.slice(0, 4)}-01-01`;
  if (by === 'quarter') {
    const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  }
  const time = timeOf(day);
  return iso(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
}

export function nextPeriod(start: string, by: Granularity): string {
  if (by === 'day') return iso(timeOf(start) + DAY);
  if (by === 'week') return iso(timeOf(start) + 7 * DAY);
  const date = new Date(timeOf(start));
  date.setUTCMonth(date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[by]);
  return date.toISOString().slice(0, 10);
}

/** More bars than this are too thin to point at. */
const MOST = 160;
/** Dates outside these are slips of the reading. */
const [EARLIEST, LATEST] = ['1000-01-01', '2999-12-31'];

/** The finest granularity whose bars can still be told apart. */
export function fitting(days: readonly string[]): Granularity {
  const [first, last] = ends(days);
  if (!first || !last) return 'month';
  const span = (timeOf(last) - timeOf(first)) / DAY + 1;
  if (span <= 62) return 'day';
  if (span / 7 <= 80) return 'week';
  if (span / 30.4 <= MOST) return 'month';
  return span / 91 <= MOST ? 'quarter' : 'year';
}

function ends(days: readonly string[]): readonly [string | null, string | null] {
  let [first, last]: [string | null, string | null] = [null, null];
  for (const day of days) {
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return [first, last];
}

interface Tally {
  statements: number;
  cooperation: number;
  conflict: number;
  sum: number;
  rated: number;
}

/** `by` null picks what fits. At most 2,000 periods: beyond, the granularity is coarser. */
export function periodsOf(
  rows: readonly Row[],
  date: DateField,
  by: Granularity | null,
): { readonly by: Granularity; readonly periods: readonly Period[]; readonly undated: number } {
  const dated = rows.flatMap((row) => {
    const day = dateOf(row, { date });
    return day && day >= EARLIEST && day <= LATEST ? [{ row, day }] : [];
  });
  const days = dated.map(({ day }) => day);
  let used = by ?? fitting(days);
  const [first, last] = ends(days);
  const undated = rows.length - dated.length;
  if (!first || !last) return { by: used, periods: [], undated };
  const span = (timeOf(last) - timeOf(first)) / DAY;
  if (used === 'day' && span > 2000) used = 'week';
  if (used === 'week' && span / 7 > 2000) used = 'month';
  const tallies = new Map<string, Tally>();
  for (const { row, day } of dated) {
    const start = periodStart(day, used);
    const tally = tallies.get(start) ?? emptyTally();
    add(tally, row);
    tallies.set(start, tally);
  }
  const periods: Period[] = [];
  for (let start = periodStart(first, used); start <= last; ) {
    const next = nextPeriod(start, used);
    const { sum, rated, ...counts } = tallies.get(start) ?? emptyTally();
    periods.push({
      from: start,
      to: iso(timeOf(next) - DAY),
      ...counts,
      intensity: rated > 0 ? sum / rated : null,
    });
    start = next;
  }
  return { by: used, periods, undated };
}

function add(tally: Tally, { quad, intensity }: Row): void {
  tally.statements += 1;
  if (quad === 1 || quad === 2) tally.cooperation += 1;
  if (quad === 3 || quad === 4) tally.conflict += 1;
  if (intensity === null) return;
  tally.sum += intensity;
  tally.rated += 1;
}

const emptyTally = (): Tally => ({ statements: 0, cooperation: 0, conflict: 0, sum: 0, rated: 0 });
