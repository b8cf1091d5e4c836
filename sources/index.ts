export { maximumSize } from './decode.ts';
export {
  createFetcher,
  type Fetched,
  type Fetcher,
  type FetchOptions,
  type ReadUrlOptions,
  readUrl,
} from './fetch/index.ts';
export { InputError } from './input-error.ts';
export { endingOf, endings, kindNamed } from './kind.ts';
export { readArticle } from './read-article.ts';
export { type Item, type Open, readDocuments, type Source } from './read-documents.ts';
