export { CursorError } from './cursor.ts';
export { openStore, type StoreOptions } from './sqlite/open-store.ts';
export type {
  Addition,
  DocumentQuery,
  EntityQuery,
  StatementFilter,
  StatementQuery,
  Store,
  StoreRecords,
} from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
