// An address → the documents there: the article of a page, the articles of a feed, of a file.

import { inputErrorOf } from '../input-error.ts';
import { type Item, readDocuments } from '../read-documents.ts';
import type { Fetcher } from './fetcher.ts';

export interface ReadUrlOptions {
  /** Media type or ending to read it as, whatever its server says. */
  readonly mediaType?: string | null;
  /** Yield nothing where a feed or page has not changed since it was last read to its end. */
  readonly ifChanged?: boolean;
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
 */
export async function* readUrl(
  address: string,
  fetcher: Fetcher,
  options: ReadUrlOptions = {},
): AsyncGenerator<Item, void, void> {
  const { mediaType = null, ifChanged = false, wants = () => true, stop } = options;
  const fetching = { ifChanged, ...(stop ? { stop } : {}) };
  try {
    const fetched = await fetcher.fetch(address, fetching);
    if (!fetched) return;
    const { bytes, ...known } = fetched;
    const source = {
      ...known,
      mediaType: mediaType ?? known.mediaType,
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
    // What failed is tried again the next time, so the feed must come again too.
    if (isWhole) fetcher.keep(address);
  } catch (error) {
    stop?.throwIfAborted();
    yield { name: address, error: inputErrorOf(error) };
  }
}

async function* none(): AsyncGenerator<Item, void, void> {}
