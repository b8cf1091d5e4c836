// Reads articles into a store; what fails is reported, the rest goes on.

import { InputError } from '../sources/index.ts';
import type { Store } from '../store/index.ts';
import type { Extractor } from './extractor.ts';
import type { Input } from './inputs.ts';
import { languageNote } from './language-note.ts';

export type Outcome =
  | {
      readonly path: string;
      readonly result: 'added' | 'unchanged' | 'replaced';
      readonly statements: number;
      /** Why nothing was read out of it, where that is so. */
      readonly note: string | null;
    }
  | { readonly path: string; readonly result: 'failed'; readonly reason: string };

/**
 * Results of `work` in the order of the items, at most `width` under way. A result is not held back
 * until the next item comes, which may take long.
 */
async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, Promise<R>], void, void> {
  const source = items[Symbol.asyncIterator]();
  const started: (readonly [T, Promise<R>])[] = [];
  let coming: Promise<IteratorResult<T>> | null = source.next();
  try {
    while (coming || started.length > 0) {
      const oldest = started[0]?.[1].then(
        () => 'done' as const,
        () => 'done' as const,
      );
      const next = coming && started.length < width ? coming : null;
      const first = await Promise.race([oldest, next].filter((each) => each !== null && each));
      if (first === 'done') yield started.shift() as readonly [T, Promise<R>];
      else if (!first || first.done) coming = null;
      else {
        const result = work(first.value);
        result.catch(() => {});
        started.push([first.value, result]);
        coming = source.next();
      }
    }
  } finally {
    coming?.catch(() => {});
    void source.return?.();
  }
}

/**
 * Adds the articles in their order and yields what became of each. An InputError is an outcome;
 * any other error (a full disk, a broken database) is thrown and ends the run.
 */
export async function* addArticles(
  store: Store,
  inputs: AsyncIterable<Input>,
  extractor: Extractor,
): AsyncGenerator<Outcome, void, void> {
  const extractions = inOrder(inputs, extractor.width, async (input) => {
    if ('error' in input) throw input.error;
    return extractor.extract(input.document);
  });
  for await (const [{ name: path }, pending] of extractions) {
    try {
      const extraction = await pending;
      const result = await store.add(extraction);
      const note = languageNote(extraction.document);
      yield { path, result, statements: extraction.statements.length, note };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { path, result: 'failed', reason: error.message };
    }
  }
}
