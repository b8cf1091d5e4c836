// The network in WebAssembly of our own (builder/network/kernels/): a BERT encoder (Devlin et al.
// 2019) and heads for arcs, relations, parts of speech and names (training/heads.py). Weights are int8;
// states are quantized row by row to 14 bits, so what a sentence gets depends on nothing but the sentence.

import { loadKernels, upTo } from '../network/index.ts';
import { type EncodedSentence, mostPieces } from './batch.ts';
import { readModelFile } from './model-file.ts';
import { type Layer, type Product, placeWeights, type Tags } from './network-weights.ts';
import type { ParserNetwork, SentenceScores } from './parser-network.ts';
import type { SpecialPieces } from './word-pieces.ts';

/** Pieces of a batch; a longer sentence is a batch of its own. What they need stays in the cache. */
const mostRows = 96;
/** The longest sentence, with the marks of start and end, in whole groups of rows. */
const room = upTo(mostPieces + 2, 4);
const attentionHeads = 12;
const encoderEpsilon = 1e-12;
const headEpsilon = 1e-5;

/** One batch: its sentences' rows of pieces lie behind each other, and so do their words. */
interface Span {
  readonly sentence: EncodedSentence;
  readonly row: number;
  readonly rows: number;
  readonly word: number;
}

function* batches(sentences: readonly EncodedSentence[]): Iterable<Span[]> {
  let batch: Span[] = [];
  let [row, word] = [0, 0];
  for (const sentence of sentences) {
    const rows = sentence.pieces + 2;
    if (batch.length > 0 && row + rows > mostRows) {
      yield batch;
      batch = [];
      [row, word] = [0, 0];
    }
    batch.push({ sentence, row, rows, word });
    row += rows;
    word += sentence.words.length;
  }
  if (batch.length > 0) yield batch;
}

/**
 * The network of a model file. Throws an error that says what of the file is not as expected;
 * `rootLabel` is the index of the relation that the root has and nothing else.
 */
export async function wasmNetwork(
  file: Uint8Array,
  special: SpecialPieces,
  rootLabel: number,
): Promise<ParserNetwork> {
  const kernels = loadKernels();
  const model = placeWeights(readModelFile(file), kernels);
  const { take } = model;
  const width = model.root.length;
  const table = (columns: number): number => take(room * columns * 4);
  const [ids, shapeIds, places] = [table(1), table(1), table(1)];
  const [first, last] = [table(1), table(1)];
  const [states, mixed, attended] = [table(width), table(width), table(width)];
  const [wide, scales, digits] = [table(4 * width), table(1), table(2 * width)];
  const attentionRoom = take(36 * upTo(room, 8) * 4);
  // The root stands before the words in each of these.
  const [syntaxWords, nameWords, meaningWords] = [table(width), table(width), table(width)];
  const ofTags = (part: (tags: Tags) => number): number =>
    table(Math.max(...[model.xpos, model.upos, model.names].map(part)));
  const tagInput = ofTags(({ inner }) => inner.inputs);
  const [tagInner, tagScores] = [
    ofTags(({ inner }) => inner.outputs),
    ofTags(({ score }) => score.outputs),
  ];
  const { arcs, relations } = model;
  const outputsOf = ({ outputs }: Product): number => table(outputs);
  const [arcDependents, arcHeads] = [outputsOf(arcs.dependent), outputsOf(arcs.head)];
  const [arcWeighted, arcBias] = [outputsOf(arcs.weight), outputsOf(arcs.headBias)];
  const relationDependents = outputsOf(relations.dependent);
  const relationHeads = outputsOf(relations.head);
  const [ofDependent, ofHead] = [outputsOf(relations.ofDependent), outputsOf(relations.ofHead)];
  const together = take(relations.dependent.outputs * 4);
  const dotRoom = take(Math.max(room, relations.labels) * 4);
  const floats = new Float32Array(kernels.memory.buffer);
  const integers = new Int32Array(kernels.memory.buffer);

  /** Products of the same rows: quantized once. */
  function multiply(from: number, rows: number, ...products: [Product, out: number][]): void {
    const inputs = products[0]?.[0].inputs ?? 0;
    kernels.quantize(from, digits, scales, rows, inputs);
    for (const [{ weights, factors, biases, outputs }, out] of products) {
      kernels.multiply(digits, scales, weights, factors, biases, out, rows, inputs, outputs);
    }
  }

  /** The products of rows of a matrix with one vector: a view that the next call overwrites. */
  function dots(matrix: number, vector: number, count: number, size: number): Float32Array {
    const sums = floats.subarray(dotRoom / 4, dotRoom / 4 + count).fill(0);
    kernels.addProduct(matrix, vector, dotRoom, count, size);
    return sums;
  }

  function embed(batch: readonly Span[], rows: number): void {
    for (const { sentence, row, word } of batch) {
      let at = row;
      const put = (id: number, shape: number): void => {
        integers[ids / 4 + at] = id;
        integers[shapeIds / 4 + at] = shape;
        integers[places / 4 + at] = at - row;
        at += 1;
      };
      put(special.start, 0);
      sentence.words.forEach(({ pieces, shape }, index) => {
        integers[first / 4 + word + index] = at;
        for (const piece of pieces) put(piece, shape);
        integers[last / 4 + word + index] = at - 1;
      });
      put(special.end, 0);
    }
    const { pieces, scales: rowScales, shapes, positions, norm } = model.embedding;
    kernels.embed(ids, shapeIds, places, pieces, rowScales, shapes, positions, states, rows, width);
    kernels.normalize(states, norm.gains, norm.biases, rows, width, encoderEpsilon);
  }

  function runLayer(layer: Layer, batch: readonly Span[], rows: number): void {
    multiply(states, rows, [layer.queryKeyValue, wide]);
    for (const { row, rows: length } of batch) {
      const [from, to] = [wide + row * width * 12, mixed + row * width * 4];
      kernels.attend(from, to, attentionRoom, length, attentionHeads);
    }
    multiply(mixed, rows, [layer.attended, attended]);
    kernels.add(states, attended, rows * width);
    const { attendedNorm, norm } = layer;
    kernels.normalize(states, attendedNorm.gains, attendedNorm.biases, rows, width, encoderEpsilon);
    multiply(states, rows, [layer.widen, wide]);
    kernels.gelu(wide, rows * width * 4);
    multiply(wide, rows, [layer.narrow, attended]);
    kernels.add(states, attended, rows * width);
    kernels.normalize(states, norm.gains, norm.biases, rows, width, encoderEpsilon);
  }

  /** Encodes the batch, and leaves its words' states: for syntax, for names, and of the last layer. */
  function encode(batch: readonly Span[], rows: number, words: number): void {
    embed(batch, rows);
    const behindRoot = width * 4;
    for (const to of [syntaxWords, nameWords, meaningWords]) {
      floats.fill(0, to / 4, to / 4 + (words + 1) * width);
    }
    model.layers.forEach((layer, index) => {
      runLayer(layer, batch, rows);
      const say = (share: number, to: number): void =>
        kernels.addWords(states, first, last, share, to + behindRoot, words, width);
      const [syntax, named] = [model.syntax.shares[index], model.named.shares[index]];
      if (syntax !== undefined) say(syntax, syntaxWords);
      if (named !== undefined) say(named, nameWords);
      if (index === model.layers.length - 1) say(1, meaningWords);
    });
    for (const [to, { norm }] of [
      [syntaxWords, model.syntax],
      [nameWords, model.named],
    ] as const) {
      kernels.normalize(to + behindRoot, norm.gains, norm.biases, words, width, headEpsilon);
    }
    floats.set(model.root, syntaxWords / 4);
  }

  /** Scores of the labels of each word, read from its state and its shape. */
  function tag(batch: readonly Span[], tags: Tags, from: number, words: number): number[][] {
    const shapeWidth = tags.inner.inputs - width;
    let [to, source] = [tagInput / 4, from / 4 + width];
    for (const { sentence } of batch) {
      for (const { shape } of sentence.words) {
        floats.copyWithin(to, source, source + width);
        const shapes = tags.shapes.subarray(shape * shapeWidth, (shape + 1) * shapeWidth);
        floats.set(shapes, to + width);
        to += tags.inner.inputs;
        source += width;
      }
    }
    multiply(tagInput, words, [tags.inner, tagInner]);
    kernels.gelu(tagInner, words * tags.inner.outputs);
    multiply(tagInner, words, [tags.score, tagScores]);
    return Array.from({ length: words }, (_, word) => {
      const start = tagScores / 4 + word * tags.score.outputs;
      return Array.from(floats.subarray(start, start + tags.labels));
    });
  }

  /** What arcs and relations are scored from, for the root and each word of the batch. */
  function prepareArcs(rows: number): void {
    multiply(
      syntaxWords,
      rows,
      [arcs.dependent, arcDependents],
      [arcs.head, arcHeads],
      [relations.dependent, relationDependents],
      [relations.head, relationHeads],
    );
    kernels.gelu(arcDependents, rows * arcs.dependent.outputs);
    kernels.gelu(arcHeads, rows * arcs.head.outputs);
    kernels.gelu(relationDependents, rows * relations.dependent.outputs);
    kernels.gelu(relationHeads, rows * relations.head.outputs);
    multiply(arcDependents, rows, [arcs.weight, arcWeighted]);
    multiply(arcHeads, rows, [arcs.headBias, arcBias]);
    multiply(relationDependents, rows, [relations.ofDependent, ofDependent]);
    multiply(relationHeads, rows, [relations.ofHead, ofHead]);
  }

  /** Scores of a sentence's arcs: the biaffine form of Dozat & Manning (2017). */
  function arcsOf({ sentence, word }: Span): number[][] {
    const words = sentence.words.length;
    const size = arcs.head.outputs;
    const scale = size ** -0.5;
    const bias = (row: number): number =>
      floats[arcBias / 4 + row * arcs.headBias.outputs] as number;
    const scored = (dots: Float32Array, row: number): number[] =>
      Array.from(dots, (dot, index) => dot * scale + bias(row + index));
    return Array.from({ length: words }, (_, index) => {
      const dependent = arcWeighted + (word + 1 + index) * size * 4;
      const ofRoot = scored(dots(arcHeads, dependent, 1, size), 0);
      const own = arcHeads + (word + 1) * size * 4;
      return [...ofRoot, ...scored(dots(own, dependent, words, size), word + 1)];
    });
  }

  /** The relations of a sentence, scored when they are asked for: a low-rank form of the same. */
  function relationsOf({ sentence, word }: Span): (dependent: number, head: number) => number {
    const { pair, labels } = relations;
    const rank = relations.dependent.outputs;
    const words = sentence.words.length;
    const rows = (from: number, columns: number): Float32Array => {
      const start = from / 4 + (word + 1) * columns;
      return floats.slice(start, start + words * columns);
    };
    const [dependents, heads] = [rows(relationDependents, rank), rows(relationHeads, rank)];
    const columns = relations.ofHead.outputs;
    const [fromDependent, fromHead] = [rows(ofDependent, columns), rows(ofHead, columns)];
    return (dependent, head) => {
      if (head < 0) return rootLabel;
      for (let index = 0; index < rank; index += 1) {
        const product =
          (dependents[dependent * rank + index] as number) * (heads[head * rank + index] as number);
        floats[together / 4 + index] = product;
      }
      const bilinear = dots(pair, together, labels, rank);
      let [best, most] = [0, Number.NEGATIVE_INFINITY];
      for (let label = 0; label < labels; label += 1) {
        const score =
          (bilinear[label] as number) +
          (fromDependent[dependent * columns + label] as number) +
          (fromHead[head * columns + label] as number);
        if (label !== rootLabel && score > most) [best, most] = [label, score];
      }
      return best;
    };
  }

  function runBatch(batch: readonly Span[]): SentenceScores[] {
    const rows = batch.reduce((sum, span) => sum + span.rows, 0);
    const words = batch.reduce((sum, span) => sum + span.sentence.words.length, 0);
    encode(batch, rows, words);
    prepareArcs(words + 1);
    const xpos = tag(batch, model.xpos, syntaxWords, words);
    const upos = tag(batch, model.upos, syntaxWords, words);
    const names = tag(batch, model.names, nameWords, words);
    return batch.map((span) => {
      const { sentence, word } = span;
      const end = word + sentence.words.length;
      return {
        arcs: arcsOf(span),
        relation: relationsOf(span),
        xpos: xpos.slice(word, end),
        upos: upos.slice(word, end),
        names: names.slice(word, end),
        states: sentence.words.map((_, index) => {
          const from = meaningWords / 4 + (word + 1 + index) * width;
          return floats.slice(from, from + width);
        }),
      };
    });
  }

  return {
    async run(sentences) {
      return [...batches(sentences)].flatMap(runBatch);
    },
  };
}
