// Arc scores → the best tree with one root.
// Chu & Liu (1965), "On the shortest arborescence of a directed graph"; Edmonds (1967), "Optimum
// branchings". The greedy choice is returned where it is a tree already, as it nearly always is.

/** Taken from every root arc, so that the best tree has as few of them as a tree can: one. */
const oneRoot = 1e6;

/** Score of an arc by dependent and head; node 0 is the root. */
type Table = readonly (readonly number[])[];

function argMax(row: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < row.length; index += 1) {
    if ((row[index] as number) > (row[best] as number)) best = index;
  }
  return best;
}

/** The nodes of one cycle, or none. `heads[0]` is the root's and does not count. */
function cycleOf(heads: readonly number[]): number[] {
  const colour = new Array<number>(heads.length).fill(0);
  for (let start = 1; start < heads.length; start += 1) {
    const path: number[] = [];
    let node = start;
    while (node > 0 && colour[node] === 0) {
      colour[node] = start;
      path.push(node);
      node = heads[node] as number;
    }
    if (node > 0 && colour[node] === start) return path.slice(path.indexOf(node));
  }
  return [];
}

const at = (table: Table, dependent: number, head: number): number =>
  (table[dependent] as readonly number[])[head] as number;

/** Heads of the maximum arborescence from node 0; contracts one cycle and recurs. */
function arborescence(table: Table): number[] {
  const heads = table.map((row, node) => (node === 0 ? -1 : argMax(row)));
  const cycle = cycleOf(heads);
  if (cycle.length === 0) return heads;
  const inCycle = new Set(cycle);
  const outside = table.map((_, node) => node).filter((node) => !inCycle.has(node));
  const kept = new Map(cycle.map((node) => [node, at(table, node, heads[node] as number)]));
  const total = [...kept.values()].reduce((sum, score) => sum + score, 0);
  // Where the cycle is best entered from a node outside, and best left towards one.
  const entries = outside.map((node) => {
    const gains = cycle.map((member) => at(table, member, node) - (kept.get(member) as number));
    const best = argMax(gains);
    return { member: cycle[best] as number, score: (gains[best] as number) + total };
  });
  const exits = outside.map((node) => {
    const scores = cycle.map((member) => at(table, node, member));
    const best = argMax(scores);
    return { member: cycle[best] as number, score: scores[best] as number };
  });
  const smaller = outside.map((dependent, row) => [
    ...outside.map((head) => at(table, dependent, head)),
    exits[row]?.score ?? Number.NEGATIVE_INFINITY,
  ]);
  smaller.push([...entries.map((entry) => entry.score), Number.NEGATIVE_INFINITY]);
  const contracted = arborescence(smaller);
  outside.forEach((node, row) => {
    const head = contracted[row] as number;
    if (node === 0) return;
    heads[node] =
      head === outside.length ? (exits[row]?.member as number) : (outside[head] as number);
  });
  const entered = contracted[outside.length] as number;
  heads[entries[entered]?.member as number] = outside[entered] as number;
  return heads;
}

/**
 * The head of each word: -1 for the root, else the index of a word. Exactly one word is the root.
 * `scores[w][0]` is that of word w as the root, `scores[w][h + 1]` that of word w under word h.
 */
export function bestTree(scores: Table): number[] {
  const never = Number.NEGATIVE_INFINITY;
  const table = [
    new Array<number>(scores.length + 1).fill(never),
    ...scores.map((row, word) => row.map((score, head) => (head === word + 1 ? never : score))),
  ];
  const greedy = table.map((row, node) => (node === 0 ? -1 : argMax(row)));
  const roots = greedy.filter((head) => head === 0).length;
  const heads =
    roots === 1 && cycleOf(greedy).length === 0
      ? greedy
      : arborescence(
          table.map((row) => row.map((score, head) => (head ? score : score - oneRoot))),
        );
  return heads.slice(1).map((head) => head - 1);
}
