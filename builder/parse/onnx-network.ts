// The network by ONNX Runtime, natively where onnxruntime-node is installed. Its int8 graph scales
// states over the whole batch, so batches are formed of the sentences of one call in a fixed order.

import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { type BatchInput, batchesOf, inputOf } from './batch.ts';
import type { ParserNetwork, SentenceScores } from './parser-network.ts';
import type { SpecialPieces } from './word-pieces.ts';

/** What the packages of ONNX Runtime export. */
export interface Runtime {
  readonly InferenceSession: {
    create(model: Uint8Array, options?: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => Tensor;
}

type Outputs = InferenceSession.OnnxValueMapType;

/** What is read out of the graph (training/CONTRACT.md, "Outputs"). */
const outputNames = [
  'arc_scores',
  'relation_ids',
  'xpos_scores',
  'upos_scores',
  'name_scores',
  'word_states',
];

/** Reads the answers of one row of a batch out of the output tensors. */
function readRow(outputs: Outputs, row: number, words: number, input: BatchInput): SentenceScores {
  const rowOf = (name: string, word: number): Float32Array => {
    const tensor = outputs[name] as Tensor;
    const width = tensor.dims.at(-1) as number;
    const from = (row * input.words + word) * width;
    return (tensor.data as Float32Array).slice(from, from + width);
  };
  const table = (name: string): number[][] =>
    Array.from({ length: words }, (_, word) => Array.from(rowOf(name, word)));
  const relations = table('relation_ids');
  return {
    // Columns behind the sentence's own words are padding.
    arcs: table('arc_scores').map((scores) => scores.slice(0, words + 1)),
    relation: (word, head) => relations[word]?.[head + 1] as number,
    xpos: table('xpos_scores'),
    upos: table('upos_scores'),
    names: table('name_scores'),
    states: Array.from({ length: words }, (_, word) => rowOf('word_states', word)),
  };
}

/** The network of a model file. Rejects with an error that says what of the file is not as expected. */
export async function onnxNetwork(
  runtime: Runtime,
  file: Uint8Array,
  special: SpecialPieces,
): Promise<ParserNetwork> {
  const session = await runtime.InferenceSession.create(file, {
    graphOptimizationLevel: 'all',
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const missing = outputNames.filter((name) => !session.outputNames.includes(name));
  if (missing.length > 0) throw new Error(`it has no output ${missing.join(', ')}`);
  return {
    async run(sentences) {
      const scores: SentenceScores[] = [];
      for (const batch of batchesOf(sentences)) {
        const input = inputOf(batch, special);
        const { rows, places, words } = input;
        const outputs = await session.run({
          input_ids: new runtime.Tensor('int32', input.inputIds, [rows, places]),
          shape_ids: new runtime.Tensor('int32', input.shapeIds, [rows, places]),
          word_first: new runtime.Tensor('int32', input.wordFirst, [rows, words]),
          word_last: new runtime.Tensor('int32', input.wordLast, [rows, words]),
        });
        batch.forEach(({ index, words: own }, row) => {
          scores[index] = readRow(outputs, row, own.length, input);
        });
      }
      return scores;
    },
  };
}
