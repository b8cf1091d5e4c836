// Reads the articles that were sent, one at a time: leases a job, reads what it names, builds its
// statements and finishes it in the same transaction. Another process may do the same beside it.

import { hostname } from 'node:os';
import type { Document, Extraction } from '../schema/index.ts';
import { type Fetcher, InputError, readUrl } from '../sources/index.ts';
import type { Lease, NewJob, Store } from '../store/index.ts';
import type { JobBoard } from './job-board.ts';

/** What waits in a job: a document that was read already, or an address that is to be fetched. */
export type JobPayload =
  | { readonly document: Document }
  | { readonly url: string; readonly known?: Readonly<Partial<Document>> };

export interface WorkerOptions {
  readonly store: Store;
  readonly board: JobBoard;
  /** Document → what it says. Rejects with an InputError where there is nothing to keep. */
  readonly build: (document: Document) => Promise<Extraction>;
  /** Null: addresses are not fetched. */
  readonly fetcher: Fetcher | null;
  readonly log: (message: string) => void;
}

export interface JobWorker {
  /** Looks for jobs now. */
  wake(): void;
  /** Finishes the article under way, or gives its job back, and takes no more. */
  stop(): Promise<void>;
}

const lease = 60_000;
/** Other processes queue jobs too; so it looks by itself once in so many milliseconds. */
const interval = 2_000;

/** Articles of one feed that are read. */
const maximumEntries = 500;

/** The job that reads a document. */
export const jobOf = (document: Document, name: string): NewJob => ({
  key: `${document.id} ${document.contentHash}`,
  name: document.title ?? document.url ?? name,
  payload: { document } satisfies JobPayload,
});

/**
 * The document of a job. Where its address is that of many, as a feed's is, the first good one is
 * the job's and the others become jobs of their own as they are found.
 */
async function documentOf(
  payload: JobPayload,
  { fetcher, store, board }: WorkerOptions,
  stop: AbortSignal,
): Promise<Document> {
  if ('document' in payload) return payload.document;
  if (!fetcher) {
    throw new InputError('This server fetches no addresses. Send the text or HTML of the article.');
  }
  let first: Document | null = null;
  let error: InputError | null = null;
  let found = 0;
  for await (const item of readUrl(payload.url, fetcher, { stop })) {
    found += 1;
    if ('error' in item) error ??= item.error;
    else if (first) {
      const queued = await store.enqueue([jobOf(item.document, item.name)], Date.now());
      for (const { id } of queued) board.changed(id);
    } else first = item.document;
    if (found >= maximumEntries) break;
  }
  if (!first) throw error ?? new InputError(`Nothing was found at ${payload.url}.`);
  if (found > 1) return first;
  const given = Object.entries(payload.known ?? {}).filter(([, value]) => value !== null);
  return { ...first, ...Object.fromEntries(given) };
}

async function work(held: Lease, options: WorkerOptions, stop: AbortSignal): Promise<void> {
  const { store, board, build, log } = options;
  const leased = () => ({ id: held.job.id, fence: held.fence, now: Date.now() });
  board.changed(held.job.id);
  const renewal = setInterval(() => {
    store.renew(leased(), lease).catch(() => {});
  }, lease / 3);
  try {
    const document = await documentOf(held.payload as JobPayload, options, stop);
    const extraction = await build(document);
    await store.finish(leased(), extraction);
  } catch (error) {
    if (stop.aborted) await store.release(leased());
    else if (error instanceof InputError) await store.fail(leased(), error.message);
    else {
      log(`${held.job.id}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      await store.fail(leased(), 'The server failed at this article; its log says why.');
    }
  } finally {
    clearInterval(renewal);
    board.changed(held.job.id);
  }
}

/** Works until it is stopped. */
export function startWorker(options: WorkerOptions): JobWorker {
  const { store, board, log } = options;
  const stop = new AbortController();
  const by = `${hostname()} ${process.pid}`;
  let again: () => void = () => {};
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, interval);
      again = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ignore = board.listen(() => again());
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const held = await store.lease({ by, now: Date.now(), duration: lease });
        if (held) await work(held, options, stop.signal);
        else await pause();
      } catch (error) {
        log(`job worker: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
        await pause();
      }
    }
  };
  const running = run();
  return {
    wake: () => again(),
    async stop() {
      ignore();
      stop.abort();
      again();
      await running;
    },
  };
}
