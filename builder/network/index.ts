// Small trained networks: one hidden layer over states of words and named features, one more above
// it, scores out. What a word's state adds is a matrix product, what a feature adds is a row of a
// table, found by the hash of its name; so both are computed once and summed where they meet.

import type { Sentence } from '../../schema/index.ts';
import { allocator, bytesOf, loadKernels, upTo } from './kernels/index.ts';

export { allocator, bytesOf, type Kernels, loadKernels, upTo } from './kernels/index.ts';

/** A sentence with the language model's last-layer states, one of 384 numbers a token. */
export type ReadSentence = Sentence & { readonly states: readonly Float32Array[] };

/** The file that training writes (training/reader.py): int8 in base64 with a scale a row. */
export interface NetworkFile {
  /** How many states each row has, in their order: source, target, … */
  readonly blocks: readonly string[];
  /** Units of the hidden layer. */
  readonly width: number;
  /** Rows of the table of features. */
  readonly rows: number;
  /** Numbers that a state is squeezed to before it goes to the hidden layer. */
  readonly squeezed: number;
  readonly squeeze: string;
  readonly squeezeScale: string;
  readonly hidden: string;
  readonly hiddenScale: string;
  readonly table: string;
  readonly tableScale: string;
  readonly bias: readonly number[];
  /** Layers above, the last one gives the scores: weights of each unit, and its bias last. */
  readonly layers: readonly (readonly (readonly number[])[])[];
}

export interface Network {
  readonly width: number;
  /** What a token's state adds to the hidden layer as the `block`th of its row; computed once. */
  project(sentence: ReadSentence, block: number, token: number): Float32Array;
  /** Scores of a row: the sum of its projections, and of the features by name. */
  scores(projections: readonly Float32Array[], features: readonly string[]): Float32Array;
}

const stateSize = 384;

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Row of a feature in a table of `rows` rows. */
export const rowOf = (feature: string, rows: number): number => hashOf(feature) % rows;

/** int8 rows with a scale each, as floats. */
function rowsOf(values: string, scales: string, size: number): Float32Array {
  const whole = new Int8Array(bytesOf(values).buffer);
  const scale = new Float32Array(bytesOf(scales).buffer);
  if (whole.length !== scale.length * size) {
    throw new Error(
      'The weights of a network do not fit its size. Train it again: training/README.md.',
    );
  }
  return Float32Array.from(whole, (value, at) => value * (scale[Math.floor(at / size)] as number));
}

/** One layer above the hidden one, in memory. */
interface Layer {
  readonly units: number;
  readonly inputs: number;
  readonly weights: number;
  readonly biases: Float32Array;
}

/** One instance for all small networks of the process. */
const kernels = loadKernels();
const { take, keep } = allocator(kernels);
/** Rows of a table that are added at once. */
const mostRows = 512;
/** Widest layer. */
const mostUnits = 256;
const vectorRoom = take(stateSize * 4);
const rowRoom = take(mostRows * 4);
const [unitRoom, otherRoom] = [take(mostUnits * 4), take(mostUnits * 4)];

const at = (pointer: number, length: number): Float32Array =>
  new Float32Array(kernels.memory.buffer, pointer, length);

/** A matrix of `units` rows, kept in memory: what it gives with a vector. */
export function matrixOf(
  values: Float32Array,
  units: number,
): (vector: Float32Array) => Float32Array {
  const size = values.length / units;
  const filled = upTo(size, 4);
  const rows = new Float32Array(units * filled);
  for (let unit = 0; unit < units; unit += 1) {
    rows.set(values.subarray(unit * size, (unit + 1) * size), unit * filled);
  }
  const matrix = keep(rows);
  return (vector) => {
    at(vectorRoom, filled).fill(0).set(vector);
    at(unitRoom, units).fill(0);
    kernels.addProduct(matrix, vectorRoom, unitRoom, units, filled);
    return at(unitRoom, units).slice();
  };
}

function layerOf(rows: readonly (readonly number[])[]): Layer {
  return {
    units: rows.length,
    inputs: (rows[0] as readonly number[]).length - 1,
    weights: keep(Float32Array.from(rows.flatMap((row) => row.slice(0, -1)))),
    biases: Float32Array.from(rows, (row) => row.at(-1) as number),
  };
}

/** A token's state, squeezed, and what it adds to the hidden layer by block. */
interface ProjectedToken {
  readonly state: Float32Array;
  readonly blocks: Map<number, Float32Array>;
}

/** Makes a network of its file. */
export function networkOf(file: NetworkFile): Network {
  const { width, rows, squeezed } = file;
  const layers = file.layers.map(layerOf);
  const sizes = [width, squeezed, ...layers.map(({ inputs }) => inputs)];
  if (sizes.some((each) => each % 4 !== 0 || each > mostUnits)) {
    throw new Error(
      `The layers of a network have ${sizes.join(', ')} inputs; expected multiples of 4 up to ${mostUnits}. Train it again: training/README.md.`,
    );
  }
  const squeeze = matrixOf(rowsOf(file.squeeze, file.squeezeScale, stateSize), squeezed);
  const hidden = rowsOf(file.hidden, file.hiddenScale, squeezed);
  const size = width * squeezed;
  const hiddenOf = file.blocks.map((_, block) =>
    matrixOf(hidden.subarray(block * size, (block + 1) * size), width),
  );
  const table = keep(rowsOf(file.table, file.tableScale, width));
  const known = new WeakMap<ReadSentence, Map<number, ProjectedToken>>();
  return {
    width,
    project(sentence, block, token) {
      const tokens = known.get(sentence) ?? new Map<number, ProjectedToken>();
      known.set(sentence, tokens);
      const own = tokens.get(token) ?? {
        state: squeeze(sentence.states[token] as Float32Array),
        blocks: new Map<number, Float32Array>(),
      };
      tokens.set(token, own);
      const projection = own.blocks.get(block) ?? hiddenOf[block]?.(own.state);
      if (!projection) throw new Error(`The network reads no state number ${block}.`);
      own.blocks.set(block, projection);
      return projection;
    },
    scores(projections, features) {
      let [units, next] = [unitRoom, otherRoom];
      const sums = at(units, width);
      sums.set(file.bias);
      for (const projection of projections) {
        for (let unit = 0; unit < width; unit += 1) {
          sums[unit] = (sums[unit] as number) + (projection[unit] as number);
        }
      }
      const places = new Int32Array(kernels.memory.buffer, rowRoom, mostRows);
      for (let from = 0; from < features.length; from += mostRows) {
        const some = features.slice(from, from + mostRows);
        places.set(some.map((feature) => rowOf(feature, rows)));
        kernels.addRows(table, rowRoom, some.length, units, width);
      }
      for (const { inputs, units: outputs, weights, biases } of layers) {
        kernels.rectify(units, inputs);
        at(next, outputs).set(biases);
        kernels.addProduct(weights, units, next, outputs, inputs);
        [units, next] = [next, units];
      }
      return at(units, layers.at(-1)?.units ?? width).slice();
    },
  };
}

export function softmax(scores: Float32Array): Float32Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
