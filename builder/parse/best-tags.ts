// Tag scores → the best sequence of tags. Viterbi (1967), over a linear-chain CRF.

/** Scores of the first tag, and of each tag after each: `follows[before][tag]`. */
export interface TagPaths {
  readonly starts: readonly number[];
  readonly follows: readonly (readonly number[])[];
}

/** The best sequence of tag indexes; of equal paths the one with the lowest index. */
export function bestTags(scores: readonly (readonly number[])[], paths: TagPaths): number[] {
  const back: number[][] = [];
  let total = (scores[0] ?? []).map((score, tag) => score + (paths.starts[tag] as number));
  for (const row of scores.slice(1)) {
    const pointers: number[] = [];
    total = row.map((score, tag) => {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      total.forEach((sum, before) => {
        const path = sum + ((paths.follows[before] as readonly number[])[tag] as number);
        if (path > most) {
          most = path;
          best = before;
        }
      });
      pointers.push(best);
      return most + score;
    });
    back.push(pointers);
  }
  let tag = total.reduce((best, sum, index) => (sum > (total[best] as number) ? index : best), 0);
  const tags = [tag];
  for (const pointers of back.toReversed()) {
    tag = pointers[tag] as number;
    tags.push(tag);
  }
  return scores.length > 0 ? tags.reverse() : [];
}
