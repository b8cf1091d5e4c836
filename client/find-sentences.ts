// Sentences that hold the words of a search, from the statements that are at hand.

import { knownStatement } from './load-rows.ts';
import { fold } from './model/rows.ts';
import { useViewer } from './viewer-state.ts';

export interface FoundSentence {
  /** The first statement of the sentence. */
  readonly id: string;
  readonly document: string;
  readonly exact: string;
}

const MOST = 6;
const LEAST_LETTERS = 3;

export async function findSentences(
  text: string,
  _signal: AbortSignal,
): Promise<readonly FoundSentence[]> {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (fold(text).length < LEAST_LETTERS) return [];
  const found = new Map<string, FoundSentence>();
  for (const { id, text: sentence, document } of useViewer.getState().rows ?? []) {
    if (!words.every((word) => sentence.includes(word))) continue;
    const exact = knownStatement(id)?.evidence.exact ?? sentence;
    const key = `${document} ${exact}`;
    if (!found.has(key)) found.set(key, { id, document, exact });
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}
