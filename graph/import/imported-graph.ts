// A graph as it stands in a file, before anything is made of it, and a list of what was skipped.

export type ImportedValue = string | number | boolean | null | object;
export type Attributes = Readonly<Record<string, ImportedValue>>;

export interface ImportedNode {
  readonly key: string;
  readonly attributes: Attributes;
}

export interface ImportedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly undirected: boolean;
  readonly attributes: Attributes;
}

export interface ImportedGraph {
  readonly nodes: readonly ImportedNode[];
  readonly edges: readonly ImportedEdge[];
}

export interface SkippedItems {
  /** The first of them. */
  readonly what: string;
  readonly reason: string;
  readonly count: number;
}

/** The message is a sentence for the user. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Counts what was skipped, by its reason. */
export class SkipList {
  readonly #reasons = new Map<string, { what: string; count: number }>();

  add(what: string, reason: string): void {
    const known = this.#reasons.get(reason);
    if (known) known.count += 1;
    else this.#reasons.set(reason, { what: what.slice(0, 200), count: 1 });
  }

  get items(): SkippedItems[] {
    return [...this.#reasons].map(([reason, { what, count }]) => ({ what, reason, count }));
  }
}

/** Attributes by name, safe from names of JavaScript's own. */
export function attributesOf(entries: Iterable<readonly [string, ImportedValue]>): Attributes {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
