// What stands on the command line (files, folders, addresses, feeds, `-`) → the documents in it, one
// after another. One that cannot be read is an item with its error, and the next follows.

import { stat } from 'node:fs/promises';
import type { Validators } from '../schema/index.ts';
import {
  createFetcher,
  type Fetcher,
  InputError,
  type Item,
  kindNamed,
  readDocuments,
} from '../sources/index.ts';
import { bytesAt, fileError } from './file-source.ts';
import { filesIn } from './folder-files.ts';
import { type AddressRead, type Watched, watchInputs } from './watch-inputs.ts';

/** A document, why there is none, or that an address was read to its end. */
export type Input = Item | AddressRead;

export interface InputOptions {
  /** Media type or ending to read everything as, whatever its name says. */
  readonly type?: string;
  /** Go on with what is added to folders, files and feeds, until `stop`. */
  readonly watch?: boolean;
  /** Milliseconds between two looks at folders and files, and at addresses. */
  readonly fileInterval?: number;
  readonly addressInterval?: number;
  readonly userAgent?: string;
  /** Addresses or ranges that may be fetched from although they are not public. */
  readonly allowAddress?: readonly string[];
  /** Milliseconds between two requests to a host. */
  readonly pause?: number;
  /** With what to ask an address for changes alone; in full where not given. */
  readonly known?: (address: string) => Promise<Validators | null>;
  readonly stop?: AbortSignal;
}

export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

/** What a fetcher is made with; options that were not given keep their defaults. */
export function fetcherOf({ userAgent, allowAddress, pause }: InputOptions): Fetcher {
  return createFetcher({
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(allowAddress === undefined ? {} : { allowAddresses: allowAddress }),
    ...(pause === undefined ? {} : { pause }),
  });
}

/** The documents of one file or of standard input. */
export function readFileAt(path: string, type?: string): AsyncGenerator<Input, void, void> {
  return readDocuments({ name: path, bytes: bytesAt(path), mediaType: type ?? null });
}

async function* readFolder(
  folder: string,
  type: string | undefined,
  watched: Watched,
): AsyncGenerator<Input, void, void> {
  let found = 0;
  try {
    for await (const path of filesIn(folder)) {
      found += 1;
      await watched.saw(path);
      yield* readFileAt(path, type);
    }
  } catch (error) {
    yield { name: folder, error: fileError(error) };
    return;
  }
  if (found === 0) {
    const error = new InputError(
      'The folder holds no article; expected files that end in .txt, .md, .html, .pdf, .json, .jsonl, .csv, .xml or .warc.',
    );
    yield { name: folder, error };
  }
}

async function* readPath(
  path: string,
  type: string | undefined,
  watched: Watched,
): AsyncGenerator<Input, void, void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    watched.folders.push(path);
    yield* readFolder(path, type, watched);
  } else {
    watched.files.push(path);
    await watched.saw(path);
    yield* readFileAt(path, type);
  }
}

/**
 * The documents of all arguments in their order. Files that hold many are read piece by piece, as
 * fast as the documents are taken. Throws InputError on a `type` that is not known.
 */
export async function* inputsOf(
  args: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Input, void, void> {
  const { type, stop } = options;
  if (type !== undefined && !kindNamed(type)) {
    throw new InputError(
      `The type "${type}" is not known; expected txt, md, html, pdf, json, jsonl, csv, rss or warc.`,
    );
  }
  const fetcher = fetcherOf(options);
  const watched = watchInputs({ ...options, fetcher });
  try {
    for (const [index, arg] of args.entries()) {
      if (stop?.aborted) return;
      if (isAddress(arg)) yield* watched.readAddress(arg);
      else if (arg !== '-') yield* readPath(arg, type, watched);
      else if (args.indexOf('-') === index) yield* readFileAt('-', type);
      else yield { name: '-', error: new InputError('Standard input was read already.') };
    }
    if (options.watch) yield* watched.changes();
  } catch (error) {
    if (!stop?.aborted) throw error;
  }
}
