// What the thread of an export runs: opens the database for itself and answers every `next` with a chunk.

import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { exportFormats, inChunks } from '../graph/index.ts';
import { openStore, StoreError } from '../store/index.ts';
import type { ThreadAnswer, ThreadData } from './export-in-thread.ts';
import { exportSource } from './export-source.ts';

const { database, format, view, filter }: ThreadData = workerData;

async function* chunks(): AsyncGenerator<Buffer, void, void> {
  const store = await openStore(database, { create: false, forReading: true, cache: 8 });
  try {
    yield* inChunks(exportFormats[format].write(await exportSource(store, filter, view)));
  } finally {
    await store.close();
  }
}

function failure(error: unknown): ThreadAnswer {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof StoreError ? error.code : null, message, stack };
}

async function run(port: NonNullable<typeof parentPort>): Promise<void> {
  const pieces = chunks();
  for await (const [asked] of on(port, 'message')) {
    if (asked === 'stop') break;
    try {
      const { done, value } = await pieces.next();
      const answer: ThreadAnswer = done ? { done } : { chunk: value };
      port.postMessage(answer, done ? [] : [value.buffer as ArrayBuffer]);
    } catch (error) {
      port.postMessage(failure(error));
    }
  }
  await pieces.return();
  port.close();
}

if (parentPort) await run(parentPort);
