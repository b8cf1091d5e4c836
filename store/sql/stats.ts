// How much there is.

import type { Job, Stats } from '../../schema/index.ts';
import { dayText } from './codes.ts';
import type { Engine } from './engine.ts';
import { revisionOf } from './remembered.ts';
import type { Lookup } from './select.ts';

/** Everything but the queue, which changes without a revision. */
function countsOf(engine: Engine): Omit<Stats, 'queue'> {
  const one = <Row>(text: string): Row => engine.all<Row>(text, [])[0] as Row;
  const count = (rows: string): number => one<{ n: number }>(`select count(*) as n from ${rows}`).n;
  const edge = (which: 'min' | 'max'): string | null => {
    const { day } = one<{ day: number | null }>(
      `select ${which}(day) as day from document where original is null`,
    );
    return day === null ? null : dayText(day);
  };
  const duplicates = count('document where original is not null');
  return {
    documents: count('document') - duplicates,
    duplicates,
    entities: count('entity where documents > 0'),
    statements: count('statement') - count('statement where hidden <> 0'),
    first: edge('min'),
    last: edge('max'),
    revision: revisionOf(engine),
  };
}

export async function readStats({ engine, remembered }: Lookup): Promise<Stats> {
  const queue: Record<Job['state'], number> = { queued: 0, building: 0, done: 0, failed: 0 };
  for (const { state, n } of engine.all<{ state: Job['state']; n: number }>(
    'select state, count(*) as n from job group by state',
    [],
  )) {
    queue[state] = n;
  }
  return { ...(await remembered.of(['stats'], () => countsOf(engine))), queue };
}
