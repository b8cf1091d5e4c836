// Dates of a sentence, resolved against the day of publication: "on Tuesday", "Feb. 27", "three weeks
// ago", "from 2013 to 2017". chrono-node reads the words; which year or week a news article means by
// them is decided here: what has happened lies before its publication, what is planned behind it.

import { en, type ParsedComponents, type ParsedResult } from 'chrono-node';
import type { StatementTime } from '../../schema/index.ts';

/** A date as it stands in a text. */
export interface DateWords {
  readonly start: number;
  readonly end: number;
  /** Its value, for something that is to come or for something that was. */
  value(isFuture: boolean): StatementTime;
}

const dayLength = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

function span(
  text: string,
  [start, end]: readonly [number, number],
  precision: StatementTime['precision'],
  basis: StatementTime['basis'],
): StatementTime {
  return { text, start: iso(start), end: iso(end), precision, basis };
}

const unresolved = (text: string): StatementTime => ({
  text,
  start: null,
  end: null,
  precision: 'unknown',
  basis: 'none',
});

const monthOf = (year: number, month: number): [number, number] => [
  utc(year, month, 1),
  utc(year, month + 1, 1) - dayLength,
];
const yearOf = (year: number): [number, number] => [utc(year, 1, 1), utc(year, 12, 31)];

/** The one of the candidates that lies nearest to `day` on the side that is meant. */
function nearest(candidates: readonly number[], day: number, isFuture: boolean): number {
  const fitting = candidates.filter((each) => (isFuture ? each >= day : each <= day));
  const distance = (each: number): number => Math.abs(each - day);
  const pool = fitting.length > 0 ? fitting : candidates;
  return pool.reduce((best, each) => (distance(each) < distance(best) ? each : best));
}

const part = (start: ParsedComponents, name: 'year' | 'month' | 'day' | 'weekday'): number =>
  start.get(name) ?? 0;

/** Monday to Sunday around a day. */
function weekOf(day: number): [number, number] {
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * dayLength;
  return [monday, monday + 6 * dayLength];
}

/** Words that count from another event of the story, not from the day of publication. */
const fromElsewhere = /\b(?:later|after|afterwards|before|earlier)\b/i;
/** How long something lasts. */
const duration = /^(?:for|over|within|during)\b/i;

/** A date as chrono-node read it, with what it is measured against. */
interface Known {
  readonly text: string;
  readonly start: ParsedComponents;
  /** Midnight of the day of publication. */
  readonly day: number;
  readonly isFuture: boolean;
  readonly basis: StatementTime['basis'];
}

function ofWeek({ text, day, basis }: Known): StatementTime {
  const weeks = /\b(?:last|previous|past)\b/i.test(text)
    ? -1
    : /\b(?:next|coming)\b/i.test(text)
      ? 1
      : 0;
  return span(text, weekOf(day + weeks * 7 * dayLength), 'day', basis);
}

function ofWeekday({ text, start, day, isFuture, basis }: Known): StatementTime {
  const one = utc(part(start, 'year'), part(start, 'month'), part(start, 'day'));
  const weeks = [-2, -1, 0, 1, 2].map((week) => one + week * 7 * dayLength);
  const behind = /\bnext\b/i.test(text) || (isFuture && !/\blast\b/i.test(text));
  const found = nearest(weeks, day, behind);
  return span(text, [found, found], 'day', basis);
}

/** The year of publication and those beside it. */
const nearYears = (day: number): number[] =>
  [-1, 0, 1].map((step) => new Date(day).getUTCFullYear() + step);

function ofDay({ text, start, day, isFuture, basis }: Known): StatementTime {
  const [month, date] = [part(start, 'month'), part(start, 'day')];
  const exact = start.isCertain('year')
    ? utc(part(start, 'year'), month, date)
    : nearest(
        nearYears(day).map((year) => utc(year, month, date)),
        day,
        isFuture,
      );
  const precision = start.isCertain('hour') && /\d/.test(text) ? 'time' : 'day';
  return span(text, [exact, exact], precision, basis);
}

function ofMonth({ text, start, day, isFuture, basis }: Known): StatementTime {
  const month = part(start, 'month');
  const first = start.isCertain('year')
    ? utc(part(start, 'year'), month, 1)
    : nearest(
        nearYears(day).map((year) => utc(year, month, 1)),
        day,
        isFuture,
      );
  return span(text, monthOf(new Date(first).getUTCFullYear(), month), 'month', basis);
}

function timeOfResult(
  { text, start }: ParsedResult,
  published: number | null,
  isFuture: boolean,
): StatementTime {
  const written = /\b\d{4}\b/.test(text) && start.isCertain('year');
  if (published === null && !written) return unresolved(text);
  const basis = written ? 'explicit' : 'publication-relative';
  const known: Known = { text, start, day: published ?? 0, isFuture, basis };
  if (/\bweek$/i.test(text) && !/\d|ago/.test(text)) return ofWeek(known);
  if (start.isCertain('day')) return ofDay(known);
  if (start.isCertain('weekday')) return ofWeekday(known);
  if (start.isCertain('month')) return ofMonth(known);
  return start.isCertain('year')
    ? span(text, yearOf(part(start, 'year')), 'year', basis)
    : unresolved(text);
}

const years =
  /\b(?:(?:from|between) ((?:19|20)\d\d) (?:to|until|and) ((?:19|20)\d\d)|(?:in|since|until|by|during|of|early in|late in|back in) ((?:19|20)\d\d)|((?:19|20)\d\d)(?=\s+(?:war|crisis|election|coup|invasion|agreement|deal|treaty|summit|attack|protests)))\b/gi;

/** Years alone, which chrono-node does not read. */
function bareYears(text: string, taken: readonly ParsedResult[]): DateWords[] {
  return [...text.matchAll(years)].flatMap((match): DateWords[] => {
    const [words, from, to, alone, before] = match;
    const start = match.index;
    const end = start + words.length;
    if (taken.some(({ index, text: other }) => index < end && start < index + other.length))
      return [];
    const first = yearOf(Number(from ?? alone ?? before));
    const last = to ? yearOf(Number(to)) : first;
    return [{ start, end, value: () => span(words, [first[0], last[1]], 'year', 'explicit') }];
  });
}

/** The dates of a text; `published` is an ISO date or date-time, or null where it is not known. */
export function datesIn(text: string, published: string | null): DateWords[] {
  const day = published ? Date.parse(published.slice(0, 10)) : null;
  const instant = new Date((day ?? 0) + dayLength / 2);
  const results = en.casual
    .parse(text, { instant, timezone: 0 })
    .filter(
      (result) =>
        !duration.test(result.text) &&
        !/anniversar/i.test(text.slice(result.index, result.index + 60)),
    );
  const dated = results.map((result): DateWords => {
    const elsewhere = fromElsewhere.test(result.text) && !/\bthis\b/i.test(result.text);
    return {
      start: result.index,
      end: result.index + result.text.length,
      value: (isFuture) =>
        elsewhere ? unresolved(result.text) : timeOfResult(result, day, isFuture),
    };
  });
  return [...dated, ...bareYears(text, results)].sort((a, b) => a.start - b.start);
}
