export { CursorError } from './cursor.ts';
export type { OneOrMany, StatementFilter } from './filter.ts';
export type { JobQuery, JobQueue, Lease, Leased, LeaseOptions, NewJob } from './job-queue.ts';
export { openMemoryStore } from './memory/memory-store.ts';
export type {
  Addition,
  AddOptions,
  Counts,
  DatedOutline,
  DocumentQuery,
  Ego,
  EgoQuery,
  EntityQuery,
  Example,
  ExampleQuery,
  JudgementQuery,
  NewJudgement,
  Outline,
  OutlineList,
  PageQuery,
  PartnerQuery,
  RelationQuery,
  StatementQuery,
  StoreRecords,
  TimelineQuery,
} from './queries.ts';
export { openStore, type StoreOptions } from './sqlite/open-store.ts';
export type { Store } from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
