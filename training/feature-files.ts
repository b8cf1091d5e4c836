// The two files that the networks of the reader and of antecedents learn from: OUT.f32 has the state of
// every token, OUT.jsonl an object a line that names tokens by their place in it.

import { closeSync, openSync, writeSync } from 'node:fs';
import type { ReadSentence } from '../builder/network/index.ts';

export interface FeatureFiles {
  /** Writes the states of a sentence; gives the place of its first token. */
  states(sentence: ReadSentence): number;
  line(object: object): void;
  close(): void;
}

/** Opens both files, empty. */
export function featureFiles(out: string): FeatureFiles {
  const [states, lines] = [openSync(`${out}.f32`, 'w'), openSync(`${out}.jsonl`, 'w')];
  let next = 0;
  return {
    states(sentence) {
      for (const state of sentence.states) {
        writeSync(states, new Uint8Array(state.buffer, state.byteOffset, state.byteLength));
      }
      next += sentence.states.length;
      return next - sentence.states.length;
    },
    line: (object) => writeSync(lines, `${JSON.stringify(object)}\n`),
    close() {
      closeSync(states);
      closeSync(lines);
    },
  };
}
