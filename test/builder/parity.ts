// Sentences with what the exported model reads and answers, written by training/parity.py.

import { readFileSync } from 'node:fs';

export interface ParityCase {
  readonly words: string[];
  readonly input_ids: number[];
  readonly shape_ids: number[];
  readonly word_first: number[];
  readonly word_last: number[];
  readonly heads: number[];
  readonly relations: string[];
  readonly xpos: string[];
  readonly upos: string[];
  readonly names: string[];
}

export const parity: ParityCase[] = JSON.parse(
  readFileSync(new URL('../../training/parity.json', import.meta.url), 'utf8'),
);
