// The graphs that were asked for last, as the text that is sent: a viewer asks for the same one whenever
// it is opened. An answer depends on the query and the revision of the store alone, as its ETag does.

import type { Store } from '../store/index.ts';
import { type GraphQuery, graphOf } from './graph-of.ts';

/** Characters kept of all graphs, and of one. */
const most = 16_000_000;
const longest = 2_000_000;

export function keptGraphs(store: Store): (query: GraphQuery) => Promise<string> {
  /** Those used last at the end. */
  const kept = new Map<string, string>();
  let size = 0;
  let revision = -1;
  const drop = (key: string): void => {
    size -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, text: string): void => {
    drop(key);
    kept.set(key, text);
    size += text.length;
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
  };
  return async (query) => {
    const now = await store.revision();
    if (now !== revision) {
      kept.clear();
      size = 0;
    }
    revision = now;
    const key = JSON.stringify(query);
    const text = kept.get(key) ?? JSON.stringify(await graphOf(store, query));
    if (text.length <= longest && revision === now) keep(key, text);
    return text;
  };
}
