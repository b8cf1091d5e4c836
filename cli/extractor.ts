// Reads articles, here or in worker threads that each hold a language model of their own.

import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { Document, Extraction } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import type { Answer } from './extract-in-worker.ts';
import type { OwnKnowledge } from './own-knowledge.ts';

export interface Extractor {
  /** Reads an article. Rejects with an InputError where nothing is in it. */
  extract(document: Document): Promise<Extraction>;
  /** How many articles may be under way at once. */
  readonly width: number;
  close(): Promise<void>;
}

function inWorkers(workers: number, own: OwnKnowledge): Extractor {
  const here = import.meta.url;
  const pool = new Piscina({
    filename: new URL(`./extract-in-worker${extname(here)}`, here).href,
    name: 'extractArticle',
    workerData: own,
    minThreads: workers,
    maxThreads: workers,
  });
  return {
    async extract(document) {
      const answer: Answer = await pool.run(document);
      if ('refusal' in answer) throw new InputError(answer.refusal);
      return answer.extraction;
    },
    width: workers * 2,
    close: () => pool.destroy(),
  };
}

/** An extractor in one thread beside this one, which begins with the first article. */
export function extractorBeside(own: OwnKnowledge): Extractor {
  let started: Extractor | null = null;
  return {
    extract(document) {
      started ??= inWorkers(1, own);
      return started.extract(document);
    },
    width: 1,
    close: async () => started?.close(),
  };
}

/** An extractor with so many workers and what the user brings; with one it works in this thread. */
export function extractorOf(workers: number, own: OwnKnowledge): Extractor {
  if (workers > 1) return inWorkers(workers, own);
  return {
    async extract(document) {
      const { extractArticle } = await import('./extract-article.ts');
      return extractArticle(document, own);
    },
    width: 1,
    close: async () => {},
  };
}
