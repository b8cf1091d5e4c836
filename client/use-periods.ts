// The periods of the timeline: counted here where the statements are at hand, else by the server,
// which knows days, weeks and months.

import { useMemo } from 'react';
import { type Filter, filterQuery } from './model/filter.ts';
import { type Granularity, nextPeriod, type Period, periodsOf } from './model/timeline.ts';
import { server } from './server.ts';
import { useAnalysis } from './shown.ts';
import { useResource } from './use-resource.ts';
import { useViewer } from './viewer-state.ts';

export interface Periods {
  readonly by: Granularity;
  readonly periods: readonly Period[];
  readonly undated: number;
}

const DAY = 86_400_000;
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);

const served = (granularity: Granularity | null): 'day' | 'week' | 'month' =>
  granularity === 'day' || granularity === 'week' ? granularity : 'month';

const queryOf = (filter: Filter, granularity: Granularity | null): string =>
  JSON.stringify({
    ...filterQuery({ ...filter, from: null, to: null }),
    by: served(granularity),
    date: filter.date,
  });

/** Periods without any statement are put in between. */
async function fetchPeriods(key: string, signal: AbortSignal): Promise<Periods | null> {
  if (key === '') return null;
  const { by, items } = await server.getTimeline(JSON.parse(key), { signal });
  const periods: Period[] = [];
  for (const { start, statements, cooperation, conflict, mean } of items) {
    const last = periods.at(-1);
    for (let from = last && nextPeriod(last.from, by); from && from < start; ) {
      const next = nextPeriod(from, by);
      const to = dayBefore(next);
      periods.push({ from, to, statements: 0, cooperation: 0, conflict: 0, intensity: null });
      from = next;
    }
    const to = dayBefore(nextPeriod(start, by));
    periods.push({ from: start, to, statements, cooperation, conflict, intensity: mean });
  }
  return { by, periods, undated: 0 };
}

/** Null until they are known. */
export function usePeriods(): Periods | null {
  const analysis = useAnalysis();
  const { date } = useViewer((state) => state.filter);
  const granularity = useViewer((state) => state.granularity);
  const key = useViewer((state) => (state.cut ? queryOf(state.filter, state.granularity) : ''));
  const fetched = useResource(fetchPeriods, key);
  return useMemo(() => {
    if (analysis) return periodsOf(analysis.dated, date, granularity);
    return fetched.status === 'ready' ? fetched.value : null;
  }, [analysis, date, granularity, fetched]);
}
