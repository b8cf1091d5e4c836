// What a worker thread runs: what the user brought comes once, with the thread; the paths one by one.

import { workerData } from 'node:worker_threads';
import type { Extraction } from '../schema/index.ts';
import { extractArticle as extractWith } from './extract-article.ts';
import type { OwnKnowledge } from './own-knowledge.ts';

const own: OwnKnowledge = workerData;

/** Reads the article at a path with what this thread was given. */
export const extractArticle = (path: string): Promise<Extraction> => extractWith(path, own);
