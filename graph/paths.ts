// The k shortest paths between two actors without a loop, over a graph of which only the surroundings
// are read: layers of partners are asked for from both ends until they meet (breadth-first from the
// smaller side), then the paths are walked depth-first, never further from the end than is left.

export type Partners = ReadonlyMap<string, readonly string[]>;

export interface PathQuery {
  readonly from: string;
  readonly to: string;
  /** How many paths. */
  readonly k: number;
  /** Edges at most. */
  readonly maxLength: number;
  /** Actors whose partners may be asked for; the search gives up beyond. 20,000 where not given. */
  readonly budget?: number;
  /** The partners of each of these actors. */
  readonly partnersOf: (ids: readonly string[]) => Promise<Partners>;
}

/** Actors from one end to the other, both included, shortest first. */
export interface Paths {
  readonly paths: readonly (readonly string[])[];
  /** False where the budget was spent before all of the length asked for was seen. */
  readonly complete: boolean;
}

/** One end of the search: how far each actor is from it, and the last layer. */
interface Side {
  readonly distance: Map<string, number>;
  frontier: readonly string[];
  depth: number;
}

const sideOf = (id: string): Side => ({ distance: new Map([[id, 0]]), frontier: [id], depth: 0 });

/** What was read of the graph. An edge is known from both of its ends, whichever was asked for. */
class Neighbourhood {
  readonly #asked = new Set<string>();
  readonly #edges = new Map<string, Set<string>>();
  readonly #query: PathQuery;

  constructor(query: PathQuery) {
    this.#query = query;
  }

  /** False where the budget does not allow it. */
  async load(ids: readonly string[]): Promise<boolean> {
    const missing = ids.filter((id) => !this.#asked.has(id));
    if (this.#asked.size + missing.length > (this.#query.budget ?? 20_000)) return false;
    if (missing.length === 0) return true;
    const found = await this.#query.partnersOf(missing);
    for (const id of missing) {
      this.#asked.add(id);
      for (const partner of found.get(id) ?? []) {
        this.#join(id, partner);
        this.#join(partner, id);
      }
    }
    return true;
  }

  #join(from: string, to: string): void {
    const known = this.#edges.get(from);
    if (known) known.add(to);
    else this.#edges.set(from, new Set([to]));
  }

  /** Partners known by now, in the order of their ids. */
  partners(id: string): readonly string[] {
    return [...(this.#edges.get(id) ?? [])].sort();
  }

  /** The next layer of a side. */
  async grow(side: Side): Promise<boolean> {
    if (!(await this.load(side.frontier))) return false;
    const next: string[] = [];
    for (const id of side.frontier) {
      for (const partner of this.partners(id)) {
        if (side.distance.has(partner)) continue;
        side.distance.set(partner, side.depth + 1);
        next.push(partner);
      }
    }
    side.frontier = next;
    side.depth += 1;
    return true;
  }
}

/** Paths of exactly this length, in the order of their ids, until there are enough. */
function walk(
  near: Neighbourhood,
  { from, to }: PathQuery,
  length: number,
  distanceToEnd: (id: string) => number,
  enough: number,
): string[][] {
  const found: string[][] = [];
  const path = [from];
  const step = (id: string, left: number): void => {
    if (id === to) {
      if (left === 0) found.push([...path]);
      return;
    }
    for (const partner of near.partners(id)) {
      if (found.length >= enough) return;
      if (path.includes(partner) || distanceToEnd(partner) > left - 1) continue;
      path.push(partner);
      step(partner, left - 1);
      path.pop();
    }
  };
  step(from, length);
  return found;
}

/** Length of a shortest path over what both sides know; infinite where they have not met. */
function shortest(start: Side, end: Side): number {
  const [small, large] = start.distance.size < end.distance.size ? [start, end] : [end, start];
  let least = Number.POSITIVE_INFINITY;
  for (const [id, far] of small.distance) {
    least = Math.min(least, far + (large.distance.get(id) ?? Number.POSITIVE_INFINITY));
  }
  return least;
}

/** The shortest paths, at most k; none where the two are not joined within the length. */
export async function shortestPaths(query: PathQuery): Promise<Paths> {
  const { from, to, k, maxLength } = query;
  if (from === to) return { paths: [[from]], complete: true };
  const near = new Neighbourhood(query);
  const [start, end] = [sideOf(from), sideOf(to)];
  const paths: string[][] = [];
  for (let length = 1; length <= maxLength && paths.length < k; length++) {
    // Together both sides see every path of this length: each is cut where the two depths meet.
    while (start.depth + end.depth < length) {
      if (start.frontier.length === 0 || end.frontier.length === 0) break;
      const smaller = start.frontier.length <= end.frontier.length ? start : end;
      if (!(await near.grow(smaller))) return { paths, complete: false };
    }
    if (shortest(start, end) > length) continue;
    // An actor that the end has not seen yet is further from it than the end has looked.
    const distanceToEnd = (id: string): number => end.distance.get(id) ?? end.depth + 1;
    paths.push(...walk(near, query, length, distanceToEnd, k - paths.length));
  }
  return { paths, complete: true };
}
