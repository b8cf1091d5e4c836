// Whose copy a document is: of those that are alike, directly or by one between, the one that was
// published first is the original of all others. That depends on the documents alone and not on
// the order in which they came.

export interface Candidate {
  readonly id: string;
  /** Sorts as the date does; undated ones come last. */
  readonly published: number;
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first of documents that are alike. */
export function originalOf<Kind extends Candidate>(alike: readonly Kind[]): Kind {
  return [...alike].sort(
    (a, b) => compare(a.published, b.published) || compare(a.id, b.id),
  )[0] as Kind;
}

/** Everything that can be reached from a start by going from one to those it is like. */
export function reachable<Key>(start: Key, likeOf: (key: Key) => Iterable<Key>): Set<Key> {
  const found = new Set([start]);
  for (const key of found) for (const other of likeOf(key)) found.add(other);
  return found;
}
