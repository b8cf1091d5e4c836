// Scores open tuples against gold ones as CaRB does (Bhardwaj, Aggarwal and Mausam, EMNLP 2019, "CaRB:
// a crowdsourced benchmark for Open IE"): words are matched slot by slot, the relation in at least
// one; recall lets one tuple answer for several gold ones, precision pairs each with one at most.

import { percent } from './score.ts';

/** The relation's words, then those of each argument. */
export type Slots = readonly (readonly string[])[];

export interface Guess {
  readonly slots: Slots;
  readonly confidence: number;
}

export interface SentenceTuples {
  readonly gold: readonly Slots[];
  readonly found: readonly Guess[];
}

interface Match {
  readonly precision: number;
  readonly recall: number;
}

/** Relation, first argument, and all others as one. */
const threeSlots = ([relation = [], first = [], ...others]: Slots): Slots => [
  relation,
  first,
  others.flat(),
];

function shared(gold: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return gold.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** How far two tuples agree; null where their relations have no word in common. */
export function match(gold: Slots, found: Slots): Match | null {
  const [given, guessed] = [threeSlots(gold), threeSlots(found)];
  const both = given.map((words, slot) => shared(words, guessed[slot] ?? []));
  if (both[0] === 0) return null;
  const sum = (slots: readonly (readonly string[])[]): number =>
    slots.reduce((total, words) => total + words.length, 0);
  const right = both.reduce((total, count) => total + count, 0);
  return { precision: right / sum(guessed), recall: right / sum(given) };
}

/** The best precisions by pairing tuples with gold ones, best pair first, none twice. */
function pairedPrecisions(matches: readonly (readonly (Match | null)[])[]): number[] {
  const pairs = matches
    .flatMap((row, gold) =>
      row.map((each, found) => ({ gold, found, value: each?.precision ?? 0 })),
    )
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const [golds, founds] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ gold, found, value }) => {
    if (golds.has(gold) || founds.has(found)) return [];
    golds.add(gold);
    founds.add(found);
    return [value];
  });
}

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

function scoreAt(sentences: readonly SentenceTuples[], least: number): Match {
  let [precision, recall, found, gold] = [0, 0, 0, 0];
  for (const sentence of sentences) {
    const guesses = sentence.found.filter(({ confidence }) => confidence >= least);
    const matches = sentence.gold.map((each) => guesses.map(({ slots }) => match(each, slots)));
    precision += total(pairedPrecisions(matches));
    recall += total(matches.map((row) => Math.max(0, ...row.map((each) => each?.recall ?? 0))));
    found += guesses.length;
    gold += sentence.gold.length;
  }
  return { precision: found ? precision / found : 1, recall: gold ? recall / gold : 0 };
}

const f1 = ({ precision, recall }: Match): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

/** Precision, recall and F1 at the best confidence, F1 of all tuples, and the area under the curve. */
export function scoreTuples(sentences: readonly SentenceTuples[]): Record<string, number> {
  const levels = [
    ...new Set(sentences.flatMap(({ found }) => found.map(({ confidence }) => confidence))),
  ].sort((a, b) => b - a);
  const points = levels.map((level) => scoreAt(sentences, level));
  let area = 0;
  let before: Match = { precision: points[0]?.precision ?? 0, recall: 0 };
  for (const point of points) {
    area += ((point.precision + before.precision) / 2) * (point.recall - before.recall);
    before = point;
  }
  const [best = { precision: 0, recall: 0 }] = [...points].sort((a, b) => f1(b) - f1(a));
  return {
    precision: percent(best.precision),
    recall: percent(best.recall),
    f1: percent(f1(best)),
    f1OfAll: percent(f1(points.at(-1) ?? best)),
    auc: percent(area),
  };
}
