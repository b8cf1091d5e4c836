// A large export in a thread of its own, whose heap is bounded: V8 would let that of the server grow to
// several times what an export needs, and other requests would wait for it. The thread is asked for one
// chunk after the other, so that it is never further ahead than the client.

import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportFormatName } from '../graph/index.ts';
import type { GraphView } from '../schema/index.ts';
import { type StatementFilter, StoreError, type StoreErrorCode } from '../store/index.ts';

export interface AskedExport {
  readonly format: ExportFormatName;
  readonly view: GraphView;
  readonly filter: StatementFilter;
}

/** What the thread is given; it answers every `next` with one answer, and ends at `stop`. */
export interface ThreadData extends AskedExport {
  /** Path of the database. */
  readonly database: string;
}

export type ThreadAnswer =
  | { readonly chunk: Uint8Array }
  | { readonly done: true }
  | { readonly code: StoreErrorCode | null; readonly message: string; readonly stack: string };

const here = import.meta.url;

/** An error loses its class on the way. */
function errorOf({ code, message, stack }: Extract<ThreadAnswer, { message: string }>): Error {
  const error = code === null ? new Error(message) : new StoreError(code, message);
  error.stack = stack;
  return error;
}

/**
 * The bytes of an export, in chunks. `heap` is how many megabytes the thread may have for what lives
 * longer. Throws what the export does; whoever reads no further stops it.
 */
export async function* exportInThread(
  data: ThreadData,
  heap: number,
): AsyncGenerator<Uint8Array, void, void> {
  const worker = new Worker(new URL(`./export-thread${extname(here)}`, here), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 4 },
  });
  const ended = new AbortController();
  worker.once('exit', () => ended.abort());
  worker.on('error', () => {}); // whoever waits for an answer gets it
  const next = async (): Promise<ThreadAnswer> => {
    const answered = once(worker, 'message', { signal: ended.signal });
    worker.postMessage('next');
    return (await answered)[0] as ThreadAnswer;
  };
  let coming = next();
  try {
    for (;;) {
      const answer = await coming;
      if ('message' in answer) throw errorOf(answer);
      if ('done' in answer) return;
      coming = next();
      yield answer.chunk;
    }
  } finally {
    // The process waits for its end: a thread that is killed within the driver takes the process with it.
    coming.catch(() => {});
    worker.postMessage('stop');
  }
}
