// What a worker thread runs: what the user brought comes once, with the thread; the documents one by one.

import { workerData } from 'node:worker_threads';
import type { Document, Extraction } from '../schema/index.ts';
import { extractArticle as extractWith } from './extract-article.ts';
import type { OwnKnowledge } from './own-knowledge.ts';

const own: OwnKnowledge = workerData;

/** Reads an article with what this thread was given. */
export const extractArticle = (document: Document): Promise<Extraction> =>
  extractWith(document, own);
