// The files of a folder that may be articles, folders inside it included, in the order of their names.

import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endingOf, endings } from '../sources/index.ts';

const known: ReadonlySet<string> = new Set(endings);

/** Whether a folder's file is read: by its ending, below `.gz` too. Hidden files are not. */
export function isReadable(name: string): boolean {
  if (name.startsWith('.')) return false;
  const ending = endingOf(name);
  return ending === 'gz' ? known.has(endingOf(name.slice(0, -3))) : known.has(ending);
}

/** A link counts as what it points to; one that points nowhere is nothing. */
async function kindOf(entry: Dirent, path: string): Promise<'folder' | 'file' | null> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return null;
  const target = await stat(path).catch(() => null);
  if (target?.isDirectory()) return 'folder';
  return target?.isFile() ? 'file' : null;
}

/** Paths of the files; each folder is entered once, whatever links lead to it. */
export async function* filesIn(
  folder: string,
  entered = new Set<string>(),
): AsyncGenerator<string, void, void> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  entered.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === 'folder') yield* filesIn(path, entered);
    else if (kind === 'file' && isReadable(entry.name)) yield path;
  }
}
