// A command's work on an open database, which is closed whatever happens.

import { openStore, type Store, type StoreOptions } from '../store/index.ts';

/** Opens the database, which must be there, and closes it after the work. */
export async function withStore<Result>(
  db: string,
  work: (store: Store) => Promise<Result>,
  options: Pick<StoreOptions, 'forReading'> = {},
): Promise<Result> {
  const store = await openStore(db, { create: false, ...options });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** All items of a list, page by page. */
export async function* allOf<Item>(
  list: (page: { cursor?: string | undefined; limit: number }) => Promise<{
    items: Item[];
    next: string | null;
  }>,
): AsyncGenerator<Item, void, void> {
  let cursor: string | undefined;
  do {
    const page = await list({ cursor, limit: 500 });
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
