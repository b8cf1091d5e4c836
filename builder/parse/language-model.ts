// The language model: one small encoder with heads for parts of speech, dependencies and names,
// run by ONNX Runtime. One session serves the whole process; calls wait for each other.

import type { InferenceSession, Tensor } from 'onnxruntime-common';
import {
  type BatchInput,
  batchesOf,
  type EncodedSentence,
  encodeSentence,
  inputOf,
} from './batch.ts';
import { bestTags, type TagPaths } from './best-tags.ts';
import { leadKnownNames } from './known-names.ts';
import { bestTree } from './tree.ts';
import { readVocabulary, type Vocabulary } from './word-pieces.ts';

/** What onnxruntime-web and onnxruntime-node both export. */
export interface Runtime {
  readonly InferenceSession: {
    create(model: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor;
}

/** The files of `builder/parse/model/` as they were read. */
export interface ModelFiles {
  readonly model: Uint8Array;
  readonly vocabulary: string;
  readonly labels: string;
}

interface Labels {
  readonly version: string;
  readonly relations: readonly string[];
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly names: readonly string[];
  readonly nameStarts: readonly number[];
  readonly nameFollows: readonly (readonly number[])[];
}

/** What the model says of one sentence; every list has one entry a word. */
export interface SentenceParse {
  /** Index of the head, -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  /** O, or B- and I- of PER, ORG, LOC, OTH. */
  readonly names: readonly string[];
  /** Last-layer states, 384 numbers a word: what later stages read meaning from. */
  readonly states: readonly Float32Array[];
}

export interface LanguageModel {
  readonly version: string;
  /** Parses sentences given as words, each of at most 254 word pieces. Same input, same answer. */
  parse(sentences: readonly (readonly string[])[]): Promise<SentenceParse[]>;
  /** How many word pieces a word has. */
  pieces(word: string): number;
}

/** A model file that is missing, cut off or of another kind; says which and what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

const advice = 'Install the package again, or in a checkout restore builder/parse/model/ with git.';

function readLabels(file: string): Labels {
  try {
    const labels = JSON.parse(file);
    const lists = ['relations', 'xpos', 'upos', 'names', 'nameStarts', 'nameFollows'];
    const missing = lists.filter((list) => !Array.isArray(labels[list]));
    if (missing.length === 0) return labels;
    throw new Error(`it lacks ${missing.join(', ')}`);
  } catch (error) {
    throw new ModelError(`labels.json is not readable: ${(error as Error).message}. ${advice}`);
  }
}

function vocabularyOf(file: string): Vocabulary {
  try {
    return readVocabulary(file);
  } catch (error) {
    throw new ModelError(`vocabulary.txt is not readable: ${(error as Error).message} ${advice}`);
  }
}

async function sessionOf(runtime: Runtime, model: Uint8Array): Promise<InferenceSession> {
  try {
    return await runtime.InferenceSession.create(model, {
      graphOptimizationLevel: 'all',
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
  } catch (error) {
    throw new ModelError(
      `model.onnx (${model.length} bytes) is not a model that ONNX Runtime can load: ${(error as Error).message}. ${advice}`,
    );
  }
}

/** A slice of a tensor as rows of numbers. */
function rowsOf(data: ArrayLike<number>, from: number, rows: number, width: number): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_, column) => data[from + row * width + column] as number),
  );
}

function argMax(row: readonly number[]): number {
  return row.reduce((best, value, index) => (value > (row[best] as number) ? index : best), 0);
}

type Outputs = InferenceSession.OnnxValueMapType;

function dataOf(outputs: Outputs, name: string): { data: ArrayLike<number>; width: number } {
  const tensor = outputs[name] as Tensor | undefined;
  if (!tensor) throw new ModelError(`model.onnx has no output ${name}. ${advice}`);
  return { data: tensor.data as Float32Array, width: tensor.dims.at(-1) as number };
}

/** Reads the answers of one row of a batch out of the output tensors. */
function readRow(
  outputs: Outputs,
  row: number,
  given: readonly string[],
  input: BatchInput,
  labels: Labels,
  paths: TagPaths,
): SentenceParse {
  const words = given.length;
  const table = (name: string): number[][] => {
    const { data, width } = dataOf(outputs, name);
    return rowsOf(data, row * input.words * width, words, width);
  };
  const tags = (name: string, inventory: readonly string[]): string[] =>
    table(name).map((scores) => inventory[argMax(scores)] as string);
  // Columns behind the sentence's own words are padding.
  const heads = bestTree(table('arc_scores').map((scores) => scores.slice(0, words + 1)));
  const relations = table('relation_ids').map(
    (ids, word) => labels.relations[ids[(heads[word] as number) + 1] as number] as string,
  );
  const nameScores = table('name_scores');
  leadKnownNames(given, nameScores, labels.names);
  const { data, width } = dataOf(outputs, 'word_states');
  const states = data as Float32Array;
  return {
    heads,
    relations,
    xpos: tags('xpos_scores', labels.xpos),
    upos: tags('upos_scores', labels.upos),
    names: bestTags(nameScores, paths).map((tag) => labels.names[tag] as string),
    states: Array.from({ length: words }, (_, word) => {
      const from = (row * input.words + word) * width;
      return states.slice(from, from + width);
    }),
  };
}

/** Loads the model. Rejects with a ModelError that names the file at fault. */
export async function loadModel(runtime: Runtime, files: ModelFiles): Promise<LanguageModel> {
  const labels = readLabels(files.labels);
  const vocabulary = vocabularyOf(files.vocabulary);
  const session = await sessionOf(runtime, files.model);
  const paths: TagPaths = { starts: labels.nameStarts, follows: labels.nameFollows };
  let turn: Promise<unknown> = Promise.resolve();

  async function run(
    batch: readonly EncodedSentence[],
    sentences: readonly (readonly string[])[],
  ): Promise<[number, SentenceParse][]> {
    const input = inputOf(batch, vocabulary);
    const { rows, places, words } = input;
    const outputs = await session.run({
      input_ids: new runtime.Tensor('int32', input.inputIds, [rows, places]),
      shape_ids: new runtime.Tensor('int32', input.shapeIds, [rows, places]),
      word_first: new runtime.Tensor('int32', input.wordFirst, [rows, words]),
      word_last: new runtime.Tensor('int32', input.wordLast, [rows, words]),
    });
    return batch.map((sentence, row) => [
      sentence.index,
      readRow(outputs, row, sentences[sentence.index] ?? [], input, labels, paths),
    ]);
  }

  async function parse(sentences: readonly (readonly string[])[]): Promise<SentenceParse[]> {
    const encoded = sentences.map((words, index) => encodeSentence(words, index, vocabulary));
    const parses: SentenceParse[] = [];
    for (const batch of batchesOf(encoded.filter((sentence) => sentence.words.length > 0))) {
      for (const [index, answer] of await run(batch, sentences)) parses[index] = answer;
    }
    return parses;
  }

  return {
    version: labels.version,
    parse(sentences) {
      const answer = turn.then(() => parse(sentences));
      turn = answer.catch(() => {});
      return answer;
    },
    pieces: (word) => vocabulary.encode(word).pieces.length,
  };
}
