// Reads articles into a store; what fails is reported, the rest goes on.

import { InputError } from '../sources/index.ts';
import type { Store } from '../store/index.ts';
import type { Extractor } from './extractor.ts';

export type Outcome =
  | {
      readonly path: string;
      readonly result: 'added' | 'unchanged' | 'replaced';
      readonly statements: number;
    }
  | { readonly path: string; readonly result: 'failed'; readonly reason: string };

/** Results of `work` in the order of the items, at most `width` under way. */
async function* inOrder<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, Promise<R>], void, void> {
  const started: Promise<R>[] = [];
  for (const [index, item] of items.entries()) {
    while (started.length < Math.min(items.length, index + width)) {
      const result = work(items[started.length] as T);
      result.catch(() => {});
      started.push(result);
    }
    yield [item, started[index] as Promise<R>];
  }
}

/**
 * Adds the articles in their order and yields what became of each. An InputError is an outcome;
 * any other error (a full disk, a broken database) is thrown and ends the run.
 */
export async function* addArticles(
  store: Store,
  paths: readonly string[],
  extractor: Extractor,
): AsyncGenerator<Outcome, void, void> {
  const extractions = inOrder(paths, extractor.width, (path) => extractor.extract(path));
  for await (const [path, pending] of extractions) {
    try {
      const extraction = await pending;
      const result = await store.add(extraction);
      yield { path, result, statements: extraction.statements.length };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { path, result: 'failed', reason: error.message };
    }
  }
}
