// Ways to read a store, and an error, whole.

import { expect } from 'chai';
import type { Store } from '../../store/index.ts';

/** Everything a store shows of what it holds. */
export async function everything(store: Store) {
  const records = await store.read();
  return {
    records,
    isEmpty: await store.isEmpty(),
    documents: await store.documents(),
    entities: await store.entities(),
    statements: await store.statements(),
    texts: await Promise.all(records.documents.map(({ id }) => store.document(id))),
  };
}

/** All items of a list, page by page. */
export async function pages<Item>(
  list: (cursor?: string) => Promise<{ items: Item[]; total: number; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list(cursor);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

/** The rejection of a promise, which must be one of this class. */
export async function rejection<Kind extends Error>(
  promise: Promise<unknown>,
  kind: new (...parameters: never[]) => Kind,
): Promise<Kind> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(kind);
  return error as Kind;
}
