// Days and the weeks and months they are in. Days are texts such as 2024-03-01.

import type { Statement } from '../schema/index.ts';

const dayLength = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day as it is written in a date or a moment; null for none. */
export const dayIn = (date: string | null | undefined): string | null => date?.slice(0, 10) || null;

/** The first day that a statement's own time speaks of. */
export const eventDay = (statement: Statement): string | null => dayIn(statement.time?.start);

/** The ISO 8601 week of a day, which belongs to the year of its Thursday. */
function weekOf(day: string): { period: string; start: string } {
  const time = Date.parse(day);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * dayLength;
  const year = new Date(monday + 3 * dayLength).getUTCFullYear();
  const newYear = Date.UTC(year, 0, 1);
  const week = Math.floor((monday + 3 * dayLength - newYear) / (7 * dayLength)) + 1;
  return { period: `${year}-W${String(week).padStart(2, '0')}`, start: isoDay(monday) };
}

/** The period that a day is in, with its first day. */
export function periodOf(
  day: string,
  by: 'day' | 'week' | 'month',
): { readonly period: string; readonly start: string } {
  if (by === 'day') return { period: day, start: day };
  if (by === 'week') return weekOf(day);
  return { period: day.slice(0, 7), start: `${day.slice(0, 7)}-01` };
}

/** Three digits after the point: sums do not depend on the order of their terms so far. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
