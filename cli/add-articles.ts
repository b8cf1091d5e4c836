// Reads articles into a store by its queue: each article is a job from the moment it was read from
// its source until its statements are kept, so that a run that was cut off goes on where it was.
// What fails is reported, the rest goes on.

import { hostname } from 'node:os';
import { contentHash, type Document, type Extraction, type Validators } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { type Lease, type Store, StoreError } from '../store/index.ts';
import type { Extractor } from './extractor.ts';
import type { Input } from './inputs.ts';
import { languageNote } from './language-note.ts';
import { Mailbox, Signal } from './mailbox.ts';
import { version } from './package-folder.ts';
import type { AddressRead } from './watch-inputs.ts';

export type Outcome =
  | {
      readonly path: string;
      readonly result: 'added' | 'unchanged' | 'replaced';
      readonly statements: number;
      /** Why nothing was read out of it, where that is so. */
      readonly note: string | null;
    }
  | { readonly path: string; readonly result: 'failed'; readonly reason: string };

export interface AddingOptions {
  /** What reads, as a text that changes when it does; '' for the program as it comes. */
  readonly recipe?: string;
  readonly keepDuplicates?: boolean | undefined;
  /** Read again what was read by the same recipe before. */
  readonly again?: boolean;
  /** Finishes the articles in hand and takes no more. */
  readonly stop?: AbortSignal | undefined;
  /** Called when all articles of an address are kept or queued. */
  readonly addressRead?: (address: string, validators: Validators) => Promise<void>;
  /** Hears how many articles are known of, and whether there may be more. */
  readonly progress?: (known: number, complete: boolean) => void;
}

interface Payload {
  readonly document: Document;
}

const leaseLength = 60_000;
/** Articles that wait in the queue at most before reading on. */
const ahead = 2000;
/** Articles that are queued in one transaction at most. */
const batch = 100;
/** An article that was begun so often and never finished has ended the program each time. */
const mostAttempts = 3;

const owner = `${hostname()} ${process.pid}`;

/** Whether the worker of a lease was a process of this machine that has ended. */
export function isGone(by: string): boolean {
  const [host, pid] = by.split(' ');
  if (host !== hostname() || !pid || by === owner) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** The same for the same article read by the same recipe, whenever it was fetched. */
const readingOf = (document: Document, recipe: string): string =>
  contentHash(
    JSON.stringify([{ ...document, retrieved: null, duplicateOf: null }, version, recipe]),
  );

/** One run: a reader that queues, and as many workers as the extractor has use for. */
class Adding {
  readonly #store: Store;
  readonly #extractor: Extractor;
  readonly #options: AddingOptions;
  readonly #queue: string | undefined;
  readonly #outcomes = new Mailbox<Outcome>();
  readonly #news = new Signal();
  /** Jobs of this run that are not over, with the names of their articles. */
  readonly #pending = new Map<string, string>();
  #known = 0;
  #complete = false;
  #failed = false;

  constructor(store: Store, extractor: Extractor, options: AddingOptions) {
    this.#store = store;
    this.#extractor = extractor;
    this.#options = options;
    const { recipe = '', keepDuplicates = false, again = false } = options;
    const own = [recipe, keepDuplicates ? 'keep' : '', again ? 'again' : ''];
    this.#queue = own.filter(Boolean).join(' ') || undefined;
  }

  get #stopped(): boolean {
    return this.#failed || this.#options.stop?.aborted === true;
  }

  #expect(articles: number): void {
    this.#known += articles;
    this.#options.progress?.(this.#known, this.#complete);
  }

  async #isRead(document: Document): Promise<boolean> {
    const { recipe = '', again = false } = this.#options;
    if (again) return false;
    return (await this.#store.reading(document.id)) === readingOf(document, recipe);
  }

  /** Queues articles that were not read before, and says of the others that they were. */
  async #enqueue(some: readonly { name: string; document: Document }[]): Promise<void> {
    const fresh = [];
    for (const { name, document } of some) {
      if (await this.#isRead(document)) {
        const query = { document: document.id, limit: 1, duplicates: true };
        const { total } = await this.#store.statements(query);
        const note = languageNote(document);
        this.#outcomes.put({ path: name, result: 'unchanged', statements: total, note });
      } else fresh.push({ name, document });
    }
    if (fresh.length === 0) return;
    const jobs = await this.#store.enqueue(
      fresh.map(({ name, document }) => ({
        key: `${document.id} ${document.contentHash}`,
        name,
        payload: { document } satisfies Payload,
        queue: this.#queue,
      })),
      Date.now(),
    );
    for (const { id, name } of jobs) this.#pending.set(id, name);
    this.#news.give();
  }

  async #endAddress({ name, read }: AddressRead): Promise<void> {
    if (read !== 'unchanged') await this.#options.addressRead?.(name, read);
    else {
      this.#expect(1);
      const note = 'nothing changed there since it was read';
      this.#outcomes.put({ path: name, result: 'unchanged', statements: 0, note });
    }
  }

  async #readAll(inputs: AsyncIterable<Input>): Promise<void> {
    let waiting: { name: string; document: Document }[] = [];
    let since = Date.now();
    const flush = async (): Promise<void> => {
      const some = waiting;
      waiting = [];
      since = Date.now();
      if (some.length > 0) await this.#enqueue(some);
    };
    const source = inputs[Symbol.asyncIterator]();
    let coming = source.next();
    while (!this.#stopped) {
      // What was read is not held back until the next one comes, which may take long.
      const next = await Promise.race([coming, this.#news.wait(waiting.length > 0 ? 20 : 500)]);
      if (!next) {
        await flush();
        continue;
      }
      if (next.done) break;
      const { value } = next;
      if ('read' in value) {
        await flush();
        await this.#endAddress(value);
      } else {
        this.#expect(1);
        if ('document' in value) waiting.push(value);
        else
          this.#outcomes.put({ path: value.name, result: 'failed', reason: value.error.message });
      }
      coming = source.next();
      if (waiting.length >= batch || Date.now() - since > 20) await flush();
      while (this.#pending.size > ahead && !this.#stopped) await this.#news.wait(500);
    }
    if (!this.#stopped) await flush();
    else coming.catch(() => {});
    void source.return?.();
    this.#complete = true;
    this.#expect(0);
    this.#news.give();
  }

  /** Jobs of this run that another process has finished. */
  async #hearOfOthers(): Promise<void> {
    for (const [id, name] of this.#pending) {
      const job = await this.#store.job(id);
      if (job?.state === 'done' && job.result) {
        this.#pending.delete(id);
        const statements = job.statements ?? 0;
        this.#outcomes.put({ path: name, result: job.result, statements, note: null });
      } else if (job?.state === 'failed' || !job) {
        this.#pending.delete(id);
        const reason = job?.reason ?? 'Its job was taken out of the queue.';
        this.#outcomes.put({ path: name, result: 'failed', reason });
      }
    }
  }

  async #keep(lease: Lease, extraction: Extraction): Promise<void> {
    const { recipe = '', keepDuplicates } = this.#options;
    const { document } = lease.payload as Payload;
    const leased = { id: lease.job.id, fence: lease.fence, now: Date.now() };
    const reading = readingOf(document, recipe);
    const result = await this.#store.finish(leased, extraction, { keepDuplicates, reading });
    if (result === null) return;
    this.#pending.delete(lease.job.id);
    this.#outcomes.put({
      path: lease.job.name,
      result,
      statements: extraction.statements.length,
      note: languageNote(extraction.document),
    });
  }

  async #refuse(lease: Lease, reason: string): Promise<void> {
    const leased = { id: lease.job.id, fence: lease.fence, now: Date.now() };
    if (!(await this.#store.fail(leased, reason))) return;
    this.#pending.delete(lease.job.id);
    this.#outcomes.put({ path: lease.job.name, result: 'failed', reason });
  }

  async #work(lease: Lease): Promise<void> {
    const { id, attempts } = lease.job;
    if (!this.#pending.has(id)) this.#expect(1);
    if (attempts > mostAttempts) {
      const often = `It was begun ${mostAttempts} times and never finished.`;
      await this.#refuse(lease, `${often} Try it alone: whowhom add --retry.`);
      return;
    }
    const leased = () => ({ id, fence: lease.fence, now: Date.now() });
    const renewal = setInterval(() => {
      this.#store.renew(leased(), leaseLength).catch(() => {});
    }, leaseLength / 3);
    try {
      await this.#keep(lease, await this.#extractor.extract((lease.payload as Payload).document));
    } catch (error) {
      if (error instanceof InputError) await this.#refuse(lease, error.message);
      else if (isFatal(error)) {
        await this.#store.release(leased()).catch(() => {});
        throw error;
      } else await this.#refuse(lease, unexpected(error));
    } finally {
      clearInterval(renewal);
    }
  }

  async #workAll(): Promise<void> {
    while (!this.#stopped) {
      const lease = await this.#store.lease({
        by: owner,
        now: Date.now(),
        duration: leaseLength,
        queue: this.#queue,
      });
      if (lease) {
        await this.#work(lease);
        this.#news.give();
        continue;
      }
      await this.#hearOfOthers();
      if (this.#complete && this.#pending.size === 0) return;
      await this.#news.wait(200);
    }
  }

  run(inputs: AsyncIterable<Input>): AsyncGenerator<Outcome, void, void> {
    const fail = (error: unknown): void => {
      this.#failed = true;
      this.#outcomes.fail(error);
      this.#news.give();
    };
    const wake = (): void => this.#news.give();
    this.#options.stop?.addEventListener('abort', wake);
    const workers = Array.from({ length: this.#extractor.width }, () => this.#workAll());
    Promise.allSettled([
      this.#readAll(inputs).catch(fail),
      ...workers.map((each) => each.catch(fail)),
    ])
      .then(() => this.#outcomes.end())
      .finally(() => this.#options.stop?.removeEventListener('abort', wake));
    return this.#outcomes.values();
  }
}

/** Errors that the next article would meet as well. */
const isFatal = (error: unknown): boolean =>
  (error instanceof StoreError && error.code !== 'inconsistent') ||
  (error instanceof Error && error.name === 'ModelError');

const unexpected = (error: unknown): string =>
  `whowhom failed at it: ${error instanceof Error ? error.message : error}. Please report it, with the article.`;

/**
 * Adds the articles and yields what became of each, in the order in which they are finished; also
 * of those that an earlier run left in the queue. An article that cannot be read is an outcome; an
 * error that the next would meet as well (a full disk, a broken database) is thrown and ends the run.
 */
export async function* addArticles(
  store: Store,
  inputs: AsyncIterable<Input>,
  extractor: Extractor,
  options: AddingOptions = {},
): AsyncGenerator<Outcome, void, void> {
  await store.reclaim(isGone);
  yield* new Adding(store, extractor, options).run(inputs);
}
