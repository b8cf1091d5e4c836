// What is new in folders, files and feeds since they were read: looked for again and again rather than
// told by the system, which works on every disk. A file counts when it has stopped growing.

import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Validators } from '../schema/index.ts';
import { type Fetcher, type Item, readDocuments, readUrl } from '../sources/index.ts';
import { bytesAt } from './file-source.ts';
import { filesIn } from './folder-files.ts';

/** The end of an address that was read as a whole. */
export interface AddressRead {
  readonly name: string;
  /** Its documents came before this. With what to ask for changes alone; `unchanged` where there were none. */
  readonly read: Validators | 'unchanged';
}

export interface WatchOptions {
  readonly type?: string;
  readonly watch?: boolean;
  readonly fileInterval?: number;
  readonly addressInterval?: number;
  readonly stop?: AbortSignal;
  readonly fetcher: Fetcher;
  /** With what to ask an address for changes alone; in full where not given. */
  readonly known?: (address: string) => Promise<Validators | null>;
}

export interface Watched {
  readonly folders: string[];
  readonly files: string[];
  /** Notes a file as it is now, so that only what comes later is a change. */
  saw(path: string): Promise<void>;
  /** Reads an address and notes what was read there. */
  readAddress(address: string): AsyncGenerator<Item | AddressRead, void, void>;
  /** Yields what changes until the options' `stop`; nothing of an address that is unchanged. */
  changes(): AsyncGenerator<Item | AddressRead, void, void>;
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

  async function* readAddress(address: string): AsyncGenerator<Item | AddressRead, void, void> {
    if (!addresses.includes(address)) addresses.push(address);
    const items = readUrl(address, fetcher, {
      mediaType: type ?? null,
      known: (await options.known?.(address)) ?? null,
      wants: (url) => !fetched.has(url),
      ...(stop ? { stop } : {}),
    });
    try {
      let next = await items.next();
      for (; !next.done; next = await items.next()) {
        const item = next.value;
        if ('document' in item && options.watch) fetched.add(item.name);
        yield item;
      }
      if (next.value !== null) yield { name: address, read: next.value };
    } finally {
      await items.return(null);
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

  async function* changedAddresses(): AsyncGenerator<Item | AddressRead, void, void> {
    for (const address of addresses) {
      for await (const item of readAddress(address)) {
        if (!('read' in item && item.read === 'unchanged')) yield item;
      }
    }
  }

  async function* changes(): AsyncGenerator<Item | AddressRead, void, void> {
    let asked = performance.now();
    while (!stop?.aborted) {
      const began = performance.now();
      yield* changedFiles();
      if (performance.now() - asked >= addressInterval) {
        asked = performance.now();
        yield* changedAddresses();
      }
      // A look at very many files may not fill the time.
      const pause = Math.max(fileInterval, 5 * (performance.now() - began));
      await wait(pause, undefined, stop ? { signal: stop } : undefined);
    }
  }

  return { folders, files, saw, readAddress, changes };
}
