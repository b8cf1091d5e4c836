// An act as one vector, for comparing acts with each other: the states of its words.

import type { ActWords } from './act-words.ts';

/** The mean of the states of anchor, act and relation. */
export function actState(states: readonly Float32Array[], words: ActWords): Float32Array {
  const indexes = [words.anchor, words.anchor, words.inner, ...words.relation];
  const sum = new Float32Array(states[0]?.length ?? 0);
  for (const index of indexes) {
    states[index]?.forEach((value, place) => {
      sum[place] = (sum[place] as number) + value / indexes.length;
    });
  }
  return sum;
}

/** The cosine of two vectors, -1…1; 0 where one of them is empty. */
export function nearness(a: Float32Array, b: Float32Array): number {
  let [both, ofA, ofB] = [0, 0, 0];
  a.forEach((value, index) => {
    const other = b[index] ?? 0;
    both += value * other;
    ofA += value * value;
    ofB += other * other;
  });
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}
