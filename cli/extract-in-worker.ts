// What a worker thread runs: the gazetteer comes once, with the thread; the paths one by one.

import { workerData } from 'node:worker_threads';
import type { OwnGazetteer } from '../builder/index.ts';
import type { Extraction } from '../schema/index.ts';
import { extractArticle as extractWith } from './extract-article.ts';

const gazetteer: OwnGazetteer | null = workerData;

/** Reads the article at a path with the gazetteer of this thread. */
export const extractArticle = (path: string): Promise<Extraction> => extractWith(path, gazetteer);
