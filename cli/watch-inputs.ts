// What is new in folders, files and feeds since they were read: looked for again and again rather than
// told by the system, which works on every disk. A file counts when it has stopped growing.

import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fetcher, type Item, readDocuments, readUrl } from '../sources/index.ts';
import { bytesAt } from './file-source.ts';
import { filesIn } from './folder-files.ts';

export interface WatchOptions {
  readonly type?: string;
  readonly watch?: boolean;
  readonly fileInterval?: number;
  readonly addressInterval?: number;
  readonly stop?: AbortSignal;
  readonly fetcher: Fetcher;
}

export interface Watched {
  readonly folders: string[];
  readonly files: string[];
  /** Notes a file as it is now, so that only what comes later is a change. */
  saw(path: string): Promise<void>;
  /** Reads an address and notes what was read there. */
  readAddress(address: string): AsyncGenerator<Item, void, void>;
  /** Yields what changes until the options' `stop`. */
  changes(): AsyncGenerator<Item, void, void>;
}

/** Size and time of a file, as one text; null where there is none. */
async function stateOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? `${found.size}:${found.mtimeMs}` : null;
}

export function watchInputs(options: WatchOptions): Watched {
  const { type, stop, fetcher, fileInterval = 1_000, addressInterval = 15 * 60_000 } = options;
  const folders: string[] = [];
  const files: string[] = [];
  const addresses: string[] = [];
  /** Files as they were read, and as they were at the last look. */
  const read = new Map<string, string>();
  const looked = new Map<string, string>();
  const fetched = new Set<string>();

  async function saw(path: string): Promise<void> {
    if (!options.watch) return;
    const state = await stateOf(path);
    if (state) read.set(path, state);
  }

  async function* readAddress(address: string): AsyncGenerator<Item, void, void> {
    if (!addresses.includes(address)) addresses.push(address);
    const items = readUrl(address, fetcher, {
      mediaType: type ?? null,
      ifChanged: true,
      wants: (url) => !fetched.has(url),
      ...(stop ? { stop } : {}),
    });
    for await (const item of items) {
      if ('document' in item && options.watch) fetched.add(item.name);
      yield item;
    }
  }

  async function* paths(): AsyncGenerator<string, void, void> {
    yield* files;
    for (const folder of folders) {
      // A folder that is gone for a moment is looked at again the next time.
      try {
        yield* filesIn(folder);
      } catch {}
    }
  }

  async function* changedFiles(): AsyncGenerator<Item, void, void> {
    for await (const path of paths()) {
      const state = await stateOf(path);
      if (state === null || read.get(path) === state) continue;
      if (looked.get(path) !== state) {
        looked.set(path, state);
        continue;
      }
      looked.delete(path);
      read.set(path, state);
      yield* readDocuments({ name: path, bytes: bytesAt(path), mediaType: type ?? null });
    }
  }

  async function* changes(): AsyncGenerator<Item, void, void> {
    let asked = performance.now();
    while (!stop?.aborted) {
      const began = performance.now();
      yield* changedFiles();
      if (performance.now() - asked >= addressInterval) {
        asked = performance.now();
        for (const address of addresses) yield* readAddress(address);
      }
      // A look at very many files may not fill the time.
      const pause = Math.max(fileInterval, 5 * (performance.now() - began));
      await wait(pause, undefined, stop ? { signal: stop } : undefined);
    }
  }

  return { folders, files, saw, readAddress, changes };
}
