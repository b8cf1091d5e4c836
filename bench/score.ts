// Precision, recall and F1 over sets, and shares, in percent with one decimal.

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Scores `found` against `gold`, both as keys. */
export function scoreOf(found: Iterable<string>, gold: Iterable<string>): Score {
  const [right, given] = [new Set(gold), new Set(found)];
  const both = [...given].filter((key) => right.has(key)).length;
  return scoreOfCounts(both, given.size, right.size);
}

/** Scores `both` right ones among `found` against `gold` in all. */
export function scoreOfCounts(both: number, found: number, gold: number): Score {
  const f1 = found + gold === 0 ? 1 : (2 * both) / (found + gold);
  return {
    precision: percent(found === 0 ? 1 : both / found),
    recall: percent(gold === 0 ? 1 : both / gold),
    f1: percent(f1),
  };
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
