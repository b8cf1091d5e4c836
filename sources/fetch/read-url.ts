// An address → the documents there: the article of a page, the articles of a feed, of a file.

import type { Validators } from '../../schema/index.ts';
import { inputErrorOf } from '../input-error.ts';
import { type Item, readDocuments } from '../read-documents.ts';
import type { Fetcher } from './fetcher.ts';

export interface ReadUrlOptions {
  /** Media type or ending to read it as, whatever its server says. */
  readonly mediaType?: string | null;
  /** Those that an earlier reading to the end returned: nothing is yielded where nothing changed since. */
  readonly known?: Validators | null;
  /** Whether an article that a feed names is still to be fetched. */
  readonly wants?: (url: string) => boolean;
  readonly stop?: AbortSignal;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

/**
 * Fetches an address and reads what it holds. What cannot be fetched or read is an item with an
 * InputError. Of a feed whose entries are teasers the articles are fetched, one after another.
 * Returns `unchanged`, or the validators to ask with the next time; null where there are none, or where
 * something could not be read, which is tried again only if the feed comes again too.
 */
export async function* readUrl(
  address: string,
  fetcher: Fetcher,
  options: ReadUrlOptions = {},
): AsyncGenerator<Item, Validators | 'unchanged' | null, void> {
  const { mediaType = null, known = null, wants = () => true, stop } = options;
  const fetching = { known, ...(stop ? { stop } : {}) };
  try {
    const fetched = await fetcher.fetch(address, fetching);
    if (!fetched) return 'unchanged';
    const { bytes, validators, ...found } = fetched;
    const source = {
      ...found,
      mediaType: mediaType ?? found.mediaType,
      name: address,
      bytes: once(bytes),
    };
    const open = (url: string): AsyncIterable<Item> =>
      wants(url) ? readUrl(url, fetcher, stop ? { stop } : {}) : none();
    let isWhole = true;
    for await (const item of readDocuments(source, open)) {
      if ('error' in item) isWhole = false;
      yield item;
    }
    return isWhole ? validators : null;
  } catch (error) {
    stop?.throwIfAborted();
    yield { name: address, error: inputErrorOf(error) };
    return null;
  }
}

async function* none(): AsyncGenerator<Item, void, void> {}
