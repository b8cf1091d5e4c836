// What a worker thread runs: what the user brought comes once, with the thread; the articles one by
// one. An error loses its class on the way back, so a refusal goes as a value.

import { workerData } from 'node:worker_threads';
import type { Document, Extraction } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { extractArticle as extractWith } from './extract-article.ts';
import type { OwnKnowledge } from './own-knowledge.ts';

const own: OwnKnowledge = workerData;

export type Answer = { readonly extraction: Extraction } | { readonly refusal: string };

/** Reads an article with what this thread was given. */
export async function extractArticle(article: Document): Promise<Answer> {
  try {
    return { extraction: await extractWith(article, own) };
  } catch (error) {
    if (error instanceof InputError) return { refusal: error.message };
    throw error;
  }
}
