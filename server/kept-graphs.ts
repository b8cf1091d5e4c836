// The graphs that were asked for last, as the text that is sent: a viewer asks for the same one whenever
// it is opened. An answer depends on the query and the revision of the store alone, as its ETag does.

import type { Store } from '../store/index.ts';
import { type GraphQuery, graphOf } from './graph-of.ts';

/** Graphs kept, and characters of one: about 16 megabytes of them all. */
const most = 8;
const longest = 2_000_000;

export function keptGraphs(store: Store): (query: GraphQuery) => Promise<string> {
  const kept = new Map<string, string>();
  let revision = -1;
  return async (query) => {
    const now = await store.revision();
    if (now !== revision) kept.clear();
    revision = now;
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const text = JSON.stringify(await graphOf(store, query));
    if (text.length > longest || revision !== now) return text;
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(key, text);
    return text;
  };
}
