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
  /** How busy the two ends are, in any measure: the less busy one is looked round first. */
  readonly weights?: readonly [from: number, to: number];
  /** The partners of each of these actors; where `among` is given, those among it. */
  readonly partnersOf: (ids: readonly string[], among?: readonly string[]) => Promise<Partners>;
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

  get #budget(): number {
    return this.#query.budget ?? 20_000;
  }

  /** False where the budget does not allow it. */
  async load(ids: readonly string[]): Promise<boolean> {
    const missing = ids.filter((id) => !this.#asked.has(id));
    if (this.#asked.size + missing.length > this.#budget) return false;
    if (missing.length === 0) return true;
    this.#note(await this.#query.partnersOf(missing));
    for (const id of missing) this.#asked.add(id);
    return true;
  }

  /** The edges from one layer to another. False where the budget does not allow it. */
  async loadBetween(one: readonly string[], other: readonly string[]): Promise<boolean> {
    const [ids, among] = [one, other].map((layer) =>
      layer.filter((id) => !this.#asked.has(id)),
    ) as [string[], string[]];
    if (ids.length === 0 || among.length === 0) return true;
    const [few, many] = ids.length <= among.length ? [ids, among] : [among, ids];
    if (this.#asked.size + few.length > this.#budget) return false;
    this.#note(await this.#query.partnersOf(few, many));
    return true;
  }

  #note(found: Partners): void {
    for (const [id, partners] of found) {
      for (const partner of partners) {
        this.#join(id, partner);
        this.#join(partner, id);
      }
    }
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

/** The side to look round next. */
function smaller(start: Side, end: Side, weights: readonly [number, number]): Side {
  const [from, to] =
    start.depth + end.depth === 0 ? weights : [start.frontier.length, end.frontier.length];
  return from <= to ? start : end;
}

/** The shortest paths, at most k; none where the two are not joined within the length. */
export async function shortestPaths(query: PathQuery): Promise<Paths> {
  const { from, to, k, maxLength, weights = [0, 0] } = query;
  if (from === to) return { paths: [[from]], complete: true };
  const near = new Neighbourhood(query);
  const [start, end] = [sideOf(from), sideOf(to)];
  const paths: string[][] = [];
  for (let length = 1; length <= maxLength && paths.length < k; length++) {
    // Every path of this length goes from one side to the other by one step between their depths.
    while (start.depth + end.depth < length - 1) {
      if (start.frontier.length === 0 || end.frontier.length === 0) break;
      if (!(await near.grow(smaller(start, end, weights)))) return { paths, complete: false };
    }
    if (!(await near.loadBetween(start.frontier, end.frontier))) return { paths, complete: false };
    // An actor that the end has not seen yet is further from it than the end has looked.
    const distanceToEnd = (id: string): number => end.distance.get(id) ?? end.depth + 1;
    paths.push(...walk(near, query, length, distanceToEnd, k - paths.length));
  }
  return { paths, complete: true };
}
