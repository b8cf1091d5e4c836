// The trained part: one hidden layer over the features of a passage (training/events.py), which
// gives a probability to each type and, within a type, to each mode. Weights are int8 with a scale
// a feature; an answer takes some hundred microseconds.

import { bytesOf, matrixOf } from '../network/index.ts';
import { blocks, featureCount, starts } from './event-features.ts';
import model from './model.json' with { type: 'json' };

const scale = new Float32Array(bytesOf(model.scale).buffer);
const hidden = new Int8Array(bytesOf(model.hidden).buffer);
const width = model.hiddenBias.length;

if (scale.length !== featureCount || hidden.length !== width * featureCount) {
  throw new Error(
    `builder/events/model.json has ${scale.length} features and ${width} units; the builder makes ${featureCount}. Train again: training/README.md.`,
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

function isEmpty(values: Float32Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (values[at] !== 0) return false;
  return true;
}

/** Scores of an output layer, row by row. */
const outputs = (
  rows: readonly (readonly number[])[],
  bias: readonly number[],
  units: Float32Array,
): number[] =>
  rows.map((row, index) => {
    let sum = 0;
    for (let unit = 0; unit < width; unit += 1) {
      sum += (row[unit] as number) * (units[unit] as number);
    }
    return sum + (bias[index] as number);
  });

/** The part of the layer that reads a block. */
const layerOfBlock = blocks.map(([name, size]) => {
  const start = starts.get(name) as number;
  const rows = new Float32Array(width * size);
  for (let unit = 0; unit < width; unit += 1) {
    for (let at = 0; at < size; at += 1) {
      const feature = start + at;
      rows[unit * size + at] =
        (hidden[unit * featureCount + feature] as number) * (scale[feature] as number);
    }
  }
  return { start, end: start + size, product: matrixOf(rows, width) };
});

/** What the layer makes of each block, `partial[block * width + unit]`; an empty block makes nothing. */
function partialSums(features: Float32Array): Float32Array {
  const partial = new Float32Array(blocks.length * width);
  for (const [block, { start, end, product }] of layerOfBlock.entries()) {
    if (isEmpty(features, start, end)) continue;
    partial.set(product(features.subarray(start, end)), block * width);
  }
  return partial;
}

/** Scores of a passage's features. */
export function scoreEvent(features: Float32Array): EventScores {
  const partial = partialSums(features);
  const units = new Float32Array(width);
  for (let unit = 0; unit < width; unit += 1) {
    let sum = model.hiddenBias[unit] as number;
    for (let block = 0; block < blocks.length; block += 1) {
      sum += partial[block * width + unit] as number;
    }
    units[unit] = Math.max(0, sum);
  }
  return {
    types: softmax(outputs(model.type, model.typeBias, units)),
    modesOf(type) {
      const own = model.modes.flatMap((mode, index) =>
        mode.startsWith(`${type}:`) ? [{ mode: mode.slice(type.length + 1), index }] : [],
      );
      const scores = outputs(
        own.map(({ index }) => model.mode[index] as number[]),
        own.map(({ index }) => model.modeBias[index] as number),
        units,
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
