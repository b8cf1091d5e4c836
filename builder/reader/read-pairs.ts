// The trained reader: of all pairs of actors that stand in one sentence, which does the text relate,
// which way, and how? A network with one hidden layer over the language model's states and the
// features of a pair (training/reader.py), trained on articles annotated after docs/annotation.md.

import type { Mention, ReadPair, Sentence, Statement, Token } from '../../schema/index.ts';
import { networkOf, type ReadSentence, softmax } from '../network/index.ts';
import { type CandidatePair, candidatePairs } from './candidate-pairs.ts';
import model from './model.json' with { type: 'json' };

/** Less likely pairs are not worth a word. */
const least = 0.05;
/** Both directions nearly as likely as this share: they do it to each other. */
const likeness = 0.6;
const mutual = /^(?:CONSULT|AGREE|COOPERATE)$/;

const network = networkOf(model);
const { classes, calibration } = model;

/** Chance that the text relates the two, so that of all at 0.8 about 80 % are right. */
function calibrated(probability: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  const [slope, shift] = calibration as [number, number];
  return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + shift)));
}

/** What the states of some tokens add to the hidden layer, as their mean; `known` are the means before. */
function projectionOf(
  sentence: ReadSentence,
  block: number,
  tokens: readonly number[],
  known: Map<string, Float32Array>,
): Float32Array {
  if (tokens.length === 1) return network.project(sentence, block, tokens[0] as number);
  const key = [block, ...tokens].join(' ');
  const before = known.get(key);
  if (before) return before;
  const sum = new Float32Array(network.width);
  known.set(key, sum);
  for (const token of tokens) {
    const projection = network.project(sentence, block, token);
    for (let unit = 0; unit < sum.length; unit += 1) {
      sum[unit] = (sum[unit] as number) + (projection[unit] as number) / tokens.length;
    }
  }
  return sum;
}

/** The words that carry the relation: the lowest verb on the way to the target, what follows, its preposition. */
function relationWords(
  tokens: readonly Token[],
  { source, target, top, inner, down }: CandidatePair,
): { anchor: number; words: number[] } {
  const outside = (index: number): boolean =>
    [source, target].every(({ mention }) => {
      const token = tokens[index] as Token;
      return token.end <= mention.start || token.start >= mention.end;
    });
  const onWay = inner.filter(outside);
  const below = down.filter((index) => index !== target.head && onWay.includes(index));
  const verb = below.find((index) => tokens[index]?.upos === 'VERB');
  const cases = tokens.flatMap((token, index) =>
    token.head === target.head &&
    token.relation === 'case' &&
    token.xpos !== 'POS' &&
    outside(index)
      ? [index]
      : [],
  );
  const anchor = verb ?? (onWay.includes(top) ? top : (below[0] ?? onWay[0] ?? cases[0] ?? top));
  const from = below.indexOf(anchor);
  const way = from >= 0 ? below.slice(0, from + 1) : onWay;
  return { anchor, words: [...new Set([anchor, ...way, ...cases])].sort((a, b) => a - b) };
}

interface Judged {
  readonly pair: CandidatePair;
  readonly probability: number;
  readonly best: string;
  readonly scores: Float32Array;
}

/** Classes that are not of an event. */
const notEvents = /^(?:none|role|stance)$/;

/** The chances of the types of events among themselves. */
function typesOf(scores: Float32Array): Record<string, number> {
  const events = classes.flatMap((name, at) =>
    notEvents.test(name) ? [] : [[name, scores[at] as number] as const],
  );
  const sum = events.reduce((total, [, score]) => total + score, 0);
  return Object.fromEntries(events.map(([name, score]) => [name, score / sum]));
}

function readPair(
  sentence: Sentence,
  { pair, probability, best, scores }: Judged,
  back: Judged | undefined,
): ReadPair {
  const reciprocal =
    back !== undefined &&
    back.best === best &&
    mutual.test(best) &&
    Math.min(back.probability, probability) >= likeness * Math.max(back.probability, probability);
  return {
    sentence: sentence.index,
    source: pair.source.mention,
    target: pair.target.mention,
    ...relationWords(sentence.tokens, pair),
    kind: notEvents.test(best) ? (best as 'role' | 'stance') : 'event',
    types: typesOf(scores),
    reciprocal,
    probability: Math.round(calibrated(probability) * 1000) / 1000,
  };
}

function pairsIn(
  sentence: ReadSentence,
  mentions: readonly Mention[],
  found: readonly Statement[],
): ReadPair[] {
  const judged = new Map<string, Judged>();
  // A pair and its reverse have the same tokens between them.
  const means = new Map<string, Float32Array>();
  const keyOf = (a: Mention, b: Mention): string => `${a.entity} ${b.entity}`;
  for (const pair of candidatePairs(sentence, mentions, found)) {
    const { source, target, top, inner, features } = pair;
    const places = [[source.head], [target.head], [top], inner];
    const scores = softmax(
      network.scores(
        places.map((place, block) => projectionOf(sentence, block, place, means)),
        features,
      ),
    );
    const probability = 1 - (scores[0] as number);
    const key = keyOf(source.mention, target.mention);
    if (probability < least || probability <= (judged.get(key)?.probability ?? 0)) continue;
    const others = scores.slice(1);
    const best = classes[1 + others.indexOf(Math.max(...others))] as string;
    judged.set(key, { pair, probability, best, scores });
  }
  return [...judged.values()].map((each) => {
    const { source, target } = each.pair;
    return readPair(sentence, each, judged.get(keyOf(target.mention, source.mention)));
  });
}

/**
 * The pairs of actors that the text may relate, each at most once a sentence and direction, by
 * sentence. `statements` are what rules found: the reader knows of them and judges them too.
 */
export function readPairs(
  sentences: readonly ReadSentence[],
  mentions: readonly Mention[],
  statements: readonly Statement[],
): ReadPair[] {
  return sentences.flatMap((sentence) =>
    pairsIn(
      sentence,
      mentions.filter((mention) => mention.sentence === sentence.index),
      statements.filter(({ evidence }) => evidence.sentence === sentence.index),
    ),
  );
}
