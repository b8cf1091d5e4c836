// The weights of a model file in the memory of the kernels, packed as they read them.

import { allocator, type Kernels, upTo } from '../network/index.ts';
import type { Matrix, ModelFile } from './model-file.ts';

/** A product in memory: weights packed, its outputs filled up to whole blocks of 8. */
export interface Product {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: number;
  readonly factors: number;
  readonly biases: number;
}

interface Norm {
  readonly gains: number;
  readonly biases: number;
}

export interface Layer {
  readonly queryKeyValue: Product;
  readonly attended: Product;
  readonly attendedNorm: Norm;
  readonly widen: Product;
  readonly narrow: Product;
  readonly norm: Norm;
}

/** Words of a layer's states as one head reads them: a share of each layer, and the norm of the sum. */
interface WordMix {
  readonly shares: readonly number[];
  readonly norm: Norm;
}

export interface Tags {
  readonly shapes: Float32Array;
  readonly inner: Product;
  readonly score: Product;
  readonly labels: number;
}

/** Outputs that the product of the kernels takes at a time. */
const block = 8;

/** Weights in blocks of 8 outputs, the last one filled up with zeros, and in these the inputs in pairs. */
function packed({ inputs, outputs, weights }: Matrix): Int8Array {
  const all = new Int8Array(inputs * upTo(outputs, block));
  let to = 0;
  for (let first = 0; first < outputs; first += block) {
    for (let input = 0; input < inputs; input += 2) {
      const end = Math.min(first + block, outputs);
      for (let output = first; output < end; output += 1) {
        const at = to + (output - first) * 2;
        all[at] = weights[input * outputs + output] as number;
        all[at + 1] = weights[(input + 1) * outputs + output] as number;
      }
      to += 2 * block;
    }
  }
  return all;
}

/** The file's weights in memory, as the kernels read them. */
export function placeWeights(file: ModelFile, kernels: Kernels) {
  const { take, keep } = allocator(kernels);
  function product(matrix: Matrix, bias?: Float32Array): Product {
    const { inputs } = matrix;
    const outputs = upTo(matrix.outputs, block);
    const filled = (values: ArrayLike<number>): Float32Array => {
      const all = new Float32Array(outputs);
      all.set(values);
      return all;
    };
    return {
      inputs,
      outputs,
      weights: keep(packed(matrix)),
      factors: keep(filled(matrix.factors)),
      biases: keep(filled(bias ?? [])),
    };
  }
  const linear = (node: string, bias?: string): Product =>
    product(file.matrix(`${node}/MatMul`), bias === undefined ? undefined : file.floats(bias));
  const norm = (name: string): Norm => ({
    gains: keep(file.floats(`${name}.weight`)),
    biases: keep(file.floats(`${name}.bias`)),
  });
  const encoder = 'parser.encoder';
  function layer(index: number): Layer {
    const [node, name] = [`/encoder/layers.${index}`, `${encoder}.layers.${index}`];
    const part = (of: string): Product => linear(`${node}/${of}`, `${name}.${of}.bias`);
    return {
      queryKeyValue: part('query_key_value'),
      attended: part('attended'),
      attendedNorm: norm(`${name}.attended_norm`),
      widen: part('widen'),
      narrow: part('narrow'),
      norm: norm(`${name}.norm`),
    };
  }
  function mix(name: string, depth: number): WordMix {
    const shares = Array.from({ length: depth }, (_, index) => {
      const node = index === 0 ? `/${name}/Mul` : `/${name}/Mul_${index}`;
      return file.constantOf(node)[0] as number;
    });
    return { shares, norm: norm(`parser.${name}.norm`) };
  }
  /** A linear layer of a head; those of `relations` stand at the top of the graph. */
  const reduced = (node: string, name: string): Product =>
    linear(`${node}.0`, `parser.${name}.0.bias`);
  const tags = (name: string): Tags => ({
    shapes: file.floats(`parser.${name}.shape.weight`),
    inner: linear(`/${name}/inner/inner.0`, `parser.${name}.inner.0.bias`),
    score: linear(`/${name}/score`, `parser.${name}.score.bias`),
    labels: file.floats(`parser.${name}.score.bias`).length,
  });
  const layers: Layer[] = [];
  while (file.has(`${encoder}.layers.${layers.length}.norm.weight`)) {
    layers.push(layer(layers.length));
  }
  return {
    take,
    embedding: {
      pieces: keep(file.bytes(`${encoder}.piece.weight`)),
      scales: keep(file.floats(`${encoder}.piece.scale`)),
      shapes: keep(file.floats(`${encoder}.shape.weight`)),
      positions: keep(file.floats(`${encoder}.position.weight`)),
      norm: norm(`${encoder}.norm`),
    },
    layers,
    // Syntax and names read all layers but the last.
    syntax: mix('syntax_words', layers.length - 1),
    named: mix('name_words', layers.length - 1),
    root: file.constantOf('/Expand'),
    arcs: {
      dependent: reduced('/arcs/dependent/dependent', 'arcs.dependent'),
      head: reduced('/arcs/head/head', 'arcs.head'),
      weight: linear('/arcs/weight'),
      headBias: linear('/arcs/head_bias'),
    },
    relations: {
      dependent: reduced('/dependent/dependent', 'relations.dependent'),
      head: reduced('/head/head', 'relations.head'),
      ofDependent: linear('/of_dependent', 'parser.relations.of_dependent.bias'),
      ofHead: linear('/of_head'),
      pair: keep(file.floats('parser.relations.pair')),
      labels: file.floats('parser.relations.of_dependent.bias').length,
    },
    xpos: tags('xpos'),
    upos: tags('upos'),
    names: tags('names'),
  };
}
