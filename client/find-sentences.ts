// Sentences that hold the words of a search, as the server finds them in the full text.

import { fold } from './model/rows.ts';
import { server } from './server.ts';

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
  signal: AbortSignal,
): Promise<readonly FoundSentence[]> {
  if (fold(text).length < LEAST_LETTERS) return [];
  const { statements } = await server.search({ q: text, limit: MOST }, { signal });
  const found = new Map<string, FoundSentence>();
  for (const { id, evidence } of statements.items) {
    const key = `${evidence.document} ${evidence.start}`;
    if (!found.has(key)) found.set(key, { id, document: evidence.document, exact: evidence.exact });
  }
  return [...found.values()].slice(0, MOST);
}
