// How much there is.

import type { Job, Stats } from '../../schema/index.ts';
import { dayText } from './codes.ts';
import type { Engine } from './engine.ts';

export function readStats(engine: Engine): Stats {
  const one = <Row>(text: string): Row => engine.all<Row>(text, [])[0] as Row;
  const documents = one<{ n: number; first: number | null; last: number | null }>(
    'select count(*) as n, min(day) as first, max(day) as last from document where original is null',
  );
  const queue: Record<Job['state'], number> = { queued: 0, building: 0, done: 0, failed: 0 };
  for (const { state, n } of engine.all<{ state: Job['state']; n: number }>(
    'select state, count(*) as n from job group by state',
    [],
  )) {
    queue[state] = n;
  }
  return {
    documents: documents.n,
    duplicates: one<{ n: number }>('select count(*) as n from document where original is not null')
      .n,
    entities: one<{ n: number }>('select count(*) as n from entity where documents > 0').n,
    statements: one<{ n: number }>('select count(*) as n from statement where hidden = 0').n,
    first: documents.first === null ? null : dayText(documents.first),
    last: documents.last === null ? null : dayText(documents.last),
    revision: one<{ value: number }>('select value from revision').value,
    queue,
  };
}
