// How two actors stand to each other over time: the intensities of what one does towards the other,
// summed and averaged by ISO week or by month, with the number of statements beside them.

import type { Statement } from '../schema/index.ts';
import { dayOf } from './day-of.ts';

export interface DyadScore {
  /** "2024-W09" or "2024-03". */
  readonly period: string;
  /** First day of the period. */
  readonly start: string;
  readonly count: number;
  /** Sum of the intensities, each −10…10. */
  readonly sum: number;
  readonly mean: number;
}

export interface Dyad {
  readonly source: string;
  readonly target: string;
  readonly by: 'week' | 'month';
}

const dayLength = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The ISO 8601 week of a day, which belongs to the year of its Thursday. */
function weekOf(day: string): { period: string; start: string } {
  const time = Date.parse(day);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * dayLength;
  const year = new Date(monday + 3 * dayLength).getUTCFullYear();
  const newYear = Date.UTC(year, 0, 1);
  const week = Math.floor((monday + 3 * dayLength - newYear) / (7 * dayLength)) + 1;
  return { period: `${year}-W${String(week).padStart(2, '0')}`, start: isoDay(monday) };
}

const monthOf = (day: string) => ({ period: day.slice(0, 7), start: `${day.slice(0, 7)}-01` });

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Whether a statement speaks of the pair; a reciprocal one does so both ways. */
function speaksOf({ source, target }: Dyad, statement: Statement): boolean {
  const [from, to] = [statement.source.entity, statement.target?.entity];
  const back = statement.reciprocal && from === target && to === source;
  return (from === source && to === target) || back;
}

/** What counts: said to happen or to come, and not denied. Wishes and demands do not. */
const counts = ({ polarity, modality }: Statement): boolean =>
  polarity === 'positive' && !/^(?:hypothetical|demanded)$/.test(modality);

/**
 * Scores of a pair in the order of time; a period without statements is left out. `published` gives
 * the day of a document, for statements that say no time of their own; those without any day, and
 * events without an intensity, are not counted.
 */
export function dyadScores(
  statements: readonly Statement[],
  published: ReadonlyMap<string, string | null>,
  dyad: Dyad,
): DyadScore[] {
  const periods = new Map<string, { start: string; values: number[] }>();
  for (const statement of statements) {
    const intensity = statement.event?.intensity ?? null;
    const day = dayOf(statement, published);
    if (intensity === null || !day || !speaksOf(dyad, statement) || !counts(statement)) continue;
    const { period, start } = dyad.by === 'week' ? weekOf(day) : monthOf(day);
    const known = periods.get(period) ?? { start, values: [] };
    known.values.push(intensity);
    periods.set(period, known);
  }
  return [...periods]
    .map(([period, { start, values }]) => {
      const sum = values.reduce((total, value) => total + value, 0);
      return {
        period,
        start,
        count: values.length,
        sum: round(sum),
        mean: round(sum / values.length),
      };
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}
