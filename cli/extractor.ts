// Reads articles, here or in worker threads that each hold a language model of their own.

import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { Extraction } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { extractArticle } from './extract-article.ts';

export interface Extractor {
  /** Reads the article at a path. Rejects with an InputError where it is none. */
  extract(path: string): Promise<Extraction>;
  /** How many articles may be under way at once. */
  readonly width: number;
  close(): Promise<void>;
}

/** An error that crossed from a worker has lost its class; its name tells what it was. */
function revived(error: unknown): unknown {
  return error instanceof Error && error.name === 'InputError'
    ? new InputError(error.message)
    : error;
}

function inWorkers(workers: number): Extractor {
  const here = import.meta.url;
  const pool = new Piscina({
    filename: new URL(`./extract-article${extname(here)}`, here).href,
    name: 'extractArticle',
    minThreads: workers,
    maxThreads: workers,
  });
  return {
    extract: (path) =>
      pool.run(path).catch((error) => {
        throw revived(error);
      }),
    width: workers * 2,
    close: () => pool.destroy(),
  };
}

/** An extractor with so many workers; with one it works in this thread. */
export function extractorOf(workers: number): Extractor {
  if (workers > 1) return inWorkers(workers);
  return { extract: extractArticle, width: 1, close: async () => {} };
}
