// Small trained networks: one hidden layer over states of words and named features, one more above
// it, scores out. What a word's state adds is a matrix product, what a feature adds is a row of a
// table, found by the hash of its name; so both are computed once and summed where they meet.

import type { Sentence } from '../../schema/index.ts';

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

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

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

/**
 * Adds to each of `sums` what a row of the matrix, from row `from` on, gives with a vector. Four rows
 * at a time, because one sum alone waits for itself.
 */
function addProduct(
  sums: Float32Array,
  matrix: Float32Array,
  from: number,
  vector: Float32Array,
): Float32Array {
  const size = vector.length;
  let unit = 0;
  let at = from * size;
  for (; unit + 4 <= sums.length; unit += 4, at += 4 * size) {
    let a = sums[unit] as number;
    let b = sums[unit + 1] as number;
    let c = sums[unit + 2] as number;
    let d = sums[unit + 3] as number;
    for (let index = 0; index < size; index += 1) {
      const value = vector[index] as number;
      a += (matrix[at + index] as number) * value;
      b += (matrix[at + size + index] as number) * value;
      c += (matrix[at + 2 * size + index] as number) * value;
      d += (matrix[at + 3 * size + index] as number) * value;
    }
    sums[unit] = a;
    sums[unit + 1] = b;
    sums[unit + 2] = c;
    sums[unit + 3] = d;
  }
  for (; unit < sums.length; unit += 1, at += size) {
    let sum = sums[unit] as number;
    for (let index = 0; index < size; index += 1) {
      sum += (matrix[at + index] as number) * (vector[index] as number);
    }
    sums[unit] = sum;
  }
  return sums;
}

/** One layer above the hidden one: of what is above zero in `input`, the scores of its units. */
interface Layer {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

const layerOf = (rows: readonly (readonly number[])[]): Layer => ({
  weights: Float32Array.from(rows.flatMap((row) => row.slice(0, -1))),
  biases: Float32Array.from(rows, (row) => row.at(-1) as number),
});

function applyLayer({ weights, biases }: Layer, input: Float32Array): Float32Array {
  const above = input.map((value) => Math.max(0, value));
  return addProduct(biases.slice(), weights, 0, above);
}

/** Adds the rows of a table to `sums`, four at a time. */
function addRows(sums: Float32Array, table: Float32Array, rows: readonly number[]): void {
  const size = sums.length;
  let next = 0;
  for (; next + 4 <= rows.length; next += 4) {
    const a = (rows[next] as number) * size;
    const b = (rows[next + 1] as number) * size;
    const c = (rows[next + 2] as number) * size;
    const d = (rows[next + 3] as number) * size;
    for (let unit = 0; unit < size; unit += 1) {
      const left = (table[a + unit] as number) + (table[b + unit] as number);
      const right = (table[c + unit] as number) + (table[d + unit] as number);
      sums[unit] = (sums[unit] as number) + left + right;
    }
  }
  for (; next < rows.length; next += 1) {
    const from = (rows[next] as number) * size;
    for (let unit = 0; unit < size; unit += 1) {
      sums[unit] = (sums[unit] as number) + (table[from + unit] as number);
    }
  }
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
  const squeeze = rowsOf(file.squeeze, file.squeezeScale, stateSize);
  const hidden = rowsOf(file.hidden, file.hiddenScale, squeezed);
  const table = rowsOf(file.table, file.tableScale, width);
  const known = new WeakMap<ReadSentence, Map<number, ProjectedToken>>();
  return {
    width,
    project(sentence, block, token) {
      const tokens = known.get(sentence) ?? new Map<number, ProjectedToken>();
      known.set(sentence, tokens);
      const own = tokens.get(token) ?? {
        state: addProduct(
          new Float32Array(squeezed),
          squeeze,
          0,
          sentence.states[token] as Float32Array,
        ),
        blocks: new Map<number, Float32Array>(),
      };
      tokens.set(token, own);
      const projection =
        own.blocks.get(block) ??
        addProduct(new Float32Array(width), hidden, block * width, own.state);
      own.blocks.set(block, projection);
      return projection;
    },
    scores(projections, features) {
      const units = Float32Array.from(file.bias);
      for (const projection of projections) addRows(units, projection, [0]);
      addRows(
        units,
        table,
        features.map((feature) => rowOf(feature, rows)),
      );
      return layers.reduce<Float32Array>((values, layer) => applyLayer(layer, values), units);
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
