// The language model: one small encoder with heads for parts of speech, dependencies and names.
// One network serves the whole process; calls wait for each other.

import { encodeSentence } from './batch.ts';
import { bestTags, type TagPaths } from './best-tags.ts';
import { weighNames } from './known-names.ts';
import { onnxNetwork, type Runtime } from './onnx-network.ts';
import type { ParserNetwork, SentenceScores } from './parser-network.ts';
import { bestTree } from './tree.ts';
import { wasmNetwork } from './wasm-network.ts';
import { readVocabulary, type Vocabulary } from './word-pieces.ts';

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

async function networkOf(
  file: Uint8Array,
  { special }: Vocabulary,
  labels: Labels,
  runtime: Runtime | undefined,
): Promise<ParserNetwork> {
  try {
    if (runtime) return await onnxNetwork(runtime, file, special);
    return await wasmNetwork(file, special, labels.relations.indexOf('root'));
  } catch (error) {
    throw new ModelError(
      `model.onnx (${file.length} bytes) is not the language model: ${(error as Error).message}. ${advice}`,
    );
  }
}

function argMax(row: readonly number[]): number {
  return row.reduce((best, value, index) => (value > (row[best] as number) ? index : best), 0);
}

function parseOf(
  words: readonly string[],
  scores: SentenceScores,
  labels: Labels,
  paths: TagPaths,
): SentenceParse {
  const tags = (table: number[][], inventory: readonly string[]): string[] =>
    table.map((row) => inventory[argMax(row)] as string);
  const heads = bestTree(scores.arcs);
  weighNames(words, scores.names, labels.names);
  return {
    heads,
    relations: heads.map((head, word) => labels.relations[scores.relation(word, head)] as string),
    xpos: tags(scores.xpos, labels.xpos),
    upos: tags(scores.upos, labels.upos),
    names: bestTags(scores.names, paths).map((tag) => labels.names[tag] as string),
    states: scores.states,
  };
}

const nothing: SentenceParse = {
  heads: [],
  relations: [],
  xpos: [],
  upos: [],
  names: [],
  states: [],
};

/**
 * Loads the model: in WebAssembly of our own, or by a package of ONNX Runtime where one is given.
 * Rejects with a ModelError that names the file at fault.
 */
export async function loadModel(files: ModelFiles, runtime?: Runtime): Promise<LanguageModel> {
  const labels = readLabels(files.labels);
  const vocabulary = vocabularyOf(files.vocabulary);
  const network = await networkOf(files.model, vocabulary, labels, runtime);
  const paths: TagPaths = { starts: labels.nameStarts, follows: labels.nameFollows };
  let turn: Promise<unknown> = Promise.resolve();

  async function parse(sentences: readonly (readonly string[])[]): Promise<SentenceParse[]> {
    const filled = sentences.filter((words) => words.length > 0);
    const encoded = filled.map((words, index) => encodeSentence(words, index, vocabulary));
    const scores = (await network.run(encoded)).values();
    return sentences.map((words) => {
      const next = words.length > 0 ? scores.next().value : undefined;
      return next ? parseOf(words, next, labels, paths) : nothing;
    });
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
