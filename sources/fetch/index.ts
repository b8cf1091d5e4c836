export {
  createFetcher,
  type Fetched,
  type Fetcher,
  type FetchOptions,
  robotsName,
} from './fetcher.ts';
export { type ReadUrlOptions, readUrl } from './read-url.ts';
