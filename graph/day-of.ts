// The day a statement speaks of: its own time, else the day its document was published.

import type { Statement } from '../schema/index.ts';

/** "2024-03-01", or null where neither is known. `published` is by document id. */
export function dayOf(
  statement: Statement,
  published: ReadonlyMap<string, string | null>,
): string | null {
  return (
    statement.time?.start?.slice(0, 10) ??
    published.get(statement.evidence.document)?.slice(0, 10) ??
    null
  );
}
