// The trained part: one hidden layer over the features of a passage (training/events.py), which
// gives a probability to each type and, within a type, to each mode. Weights are int8 with a scale
// a feature; an answer takes some hundred microseconds.

import { blocks, featureCount } from './event-features.ts';
import model from './model.json' with { type: 'json' };

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const scale = new Float32Array(bytesOf(model.scale).buffer);
const hidden = new Int8Array(bytesOf(model.hidden).buffer);
const width = model.hiddenBias.length;

if (scale.length !== featureCount || hidden.length !== width * featureCount) {
  throw new Error(
    `builder/events/model.json has ${scale.length} features, the builder makes ${featureCount}. Train again: training/README.md.`,
  );
}

/** Names of the types, in the order of the scores. */
export const modelTypes: readonly string[] = model.types;

export interface EventScores {
  /** Probability of each type of `modelTypes`. */
  readonly types: readonly number[];
  /** Probability of each mode of a type, most probable first. */
  modesOf(type: string): { mode: string; probability: number }[];
  /** How much each block of features speaks for a type, most first. */
  weighing(type: string): { block: string; weight: number }[];
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const dot = (row: readonly number[], values: Float32Array): number =>
  row.reduce((sum, weight, index) => sum + weight * (values[index] as number), 0);

/** What the layer makes of each block: `partial[block * width + unit]`. */
function partialSums(features: Float32Array): Float32Array {
  const scaled = features.map((value, index) => value * (scale[index] as number));
  const partial = new Float32Array(blocks.length * width);
  for (let unit = 0; unit < width; unit += 1) {
    let at = 0;
    blocks.forEach(([, size], block) => {
      let sum = 0;
      const row = unit * featureCount;
      for (const end = at + size; at < end; at += 1) {
        sum += (hidden[row + at] as number) * (scaled[at] as number);
      }
      partial[block * width + unit] = sum;
    });
  }
  return partial;
}

/** Scores of a passage's features. */
export function scoreEvent(features: Float32Array): EventScores {
  const partial = partialSums(features);
  const units = Float32Array.from(model.hiddenBias, (bias, unit) => {
    const sum = blocks.reduce(
      (total, _, block) => total + (partial[block * width + unit] as number),
      bias,
    );
    return Math.max(0, sum);
  });
  const outputs = (rows: readonly (readonly number[])[], bias: readonly number[]): number[] =>
    rows.map((row, index) => dot(row, units) + (bias[index] as number));
  return {
    types: softmax(outputs(model.type, model.typeBias)),
    modesOf(type) {
      const own = model.modes.flatMap((mode, index) =>
        mode.startsWith(`${type}:`) ? [{ mode: mode.slice(type.length + 1), index }] : [],
      );
      const scores = outputs(
        own.map(({ index }) => model.mode[index] as number[]),
        own.map(({ index }) => model.modeBias[index] as number),
      );
      return softmax(scores)
        .map((probability, at) => ({ mode: own[at]?.mode ?? '', probability }))
        .sort((a, b) => b.probability - a.probability);
    },
    weighing(type) {
      const row = model.type[modelTypes.indexOf(type)] as number[];
      return blocks
        .map(([block], index) => ({
          block,
          weight: row.reduce(
            (sum, weight, unit) =>
              (units[unit] as number) > 0
                ? sum + weight * (partial[index * width + unit] as number)
                : sum,
            0,
          ),
        }))
        .sort((a, b) => b.weight - a.weight);
    },
  };
}
