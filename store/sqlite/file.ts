// Looking at a path before SQLite does, because SQLite's own errors do not say which of many
// things is wrong, and because it would write to a file that is not ours.

import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store-error.ts';

const signature = 'SQLite format 3\0';

function unusable(path: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreError(
    'not-writable',
    `Expected ${path} to be open for reading and writing; found ${reason}. Change the permissions or choose another place.`,
    { cause },
  );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

/** The first bytes, through a handle that could also write. */
function beginning(path: string): string {
  const bytes = new Uint8Array(signature.length);
  const file = openSync(path, 'r+');
  try {
    return Buffer.from(bytes.subarray(0, readSync(file, bytes))).toString('latin1');
  } finally {
    closeSync(file);
  }
}

/** False for a file that may be read, where it or its folder may not be written. */
export function mayBeWritten(path: string): boolean {
  try {
    closeSync(openSync(path, 'r'));
  } catch {
    return true; // whatever is wrong with it is said when it is opened
  }
  try {
    closeSync(openSync(path, 'r+'));
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is a log beside it that was not merged. */
export const isBeingWritten = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw unusable(path, cause);
  }
}

/**
 * Makes sure that there is a database at the path or that one can be made; a missing folder is
 * made. Throws StoreError.
 */
export function checkFile(path: string, create: boolean): void {
  const found = statsOf(path);
  if (!found) {
    if (!create) {
      throw new StoreError('missing', `There is no database ${path}. Add an article to make one.`);
    }
    makeFolder(dirname(path));
    return;
  }
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : 'no regular file';
    throw new StoreError(
      'not-a-database',
      `Expected a database file at ${path}, found ${kind}. Name a file.`,
    );
  }
  let start: string;
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    start = beginning(path);
  } catch (cause) {
    throw unusable(path, cause);
  }
  if (start !== '' && start !== signature) {
    throw new StoreError(
      'not-a-database',
      `${path} is not a database. Choose another file; this one was left as it is.`,
    );
  }
}
