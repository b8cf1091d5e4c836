// The file with the hashes of the API keys.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Option } from 'commander';
import { type AccessKey, KeyError, parseKeys } from '../server/index.ts';

/** `--keys FILE`. */
export function keysOption(): Option {
  return new Option('--keys <file>', 'file of the API keys').default('graph-data/keys.json');
}

/** The keys of a file; none where there is no such file. */
export async function readKeys(path: string): Promise<AccessKey[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new KeyError(`${path}: It cannot be read (${error.code}). Check the path.`);
  });
  return text === null ? [] : parseKeys(text, path);
}

/** Writes the file anew, readable for its owner alone; the old one stays until the new one is whole. */
export async function writeKeys(path: string, keys: readonly AccessKey[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}
