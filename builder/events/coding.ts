// What a rule on kinds of act sees of a passage, and what it says.

import type { Modality, Token } from '../../schema/index.ts';
import type { Act } from '../lexicon/index.ts';
import type { ActWords } from './act-words.ts';

/** What a rule looks at. */
export interface Coding {
  readonly tokens: readonly Token[];
  readonly words: ActWords;
  /** Lemmas of the relation and the target's head with a space around each: " issue arrest warrant for ". */
  readonly lemmas: string;
  readonly anchorAct: Act | null;
  readonly innerAct: Act | null;
  readonly modality: Modality;
  /** "not" and its kin at the act. */
  readonly negated: boolean;
  /** The statement itself is marked as denied, so the act keeps its own type. */
  readonly denied: boolean;
  /** Types by their probability, most probable first. */
  readonly ranked: readonly { readonly type: string; readonly probability: number }[];
}

export interface TypeRule {
  readonly id: string;
  readonly example: string;
  /** The type it decides on, with a mode where the manual names one; null where it does not fit. */
  decide(coding: Coding): { type: string; mode: string | null } | null;
}

export const only = (type: string, mode: string | null = null) => ({ type, mode });
export const has = (coding: Coding, pattern: RegExp): boolean => pattern.test(coding.lemmas);

/** A rule for words that settle the type alone. */
export const phrase = (
  id: string,
  example: string,
  pattern: RegExp,
  decision: ReturnType<typeof only>,
): TypeRule => ({ id, example, decide: (coding) => (has(coding, pattern) ? decision : null) });
