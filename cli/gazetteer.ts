// The user's own gazetteer files, read for the commands that read articles.

import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { OwnGazetteer } from '../builder/index.ts';

/** More warnings than this are counted, not printed. */
const mostWarnings = 20;

/** `--gazetteer FILE`, as often as there are files. */
export function gazetteerOption(): Option {
  return new Option(
    '--gazetteer <file>',
    'actors you know by name: JSON, CSV or PETRARCH dictionary; may be given several times',
  ).argParser((path: string, before: readonly string[] | undefined) => [...(before ?? []), path]);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { GazetteerError } = await import('../builder/index.ts');
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    const found = error.code === 'ENOENT' ? 'found none' : `it cannot be read (${error.code})`;
    throw new GazetteerError(path, null, `Expected a file, ${found}. Check the path.`);
  });
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings.slice(0, mostWarnings)) {
    process.stderr.write(`whowhom: ${warning}\n`);
  }
  const more = warnings.length - mostWarnings;
  if (more > 0) process.stderr.write(`whowhom: … and ${more} more warnings about gazetteers.\n`);
}

/** The gazetteer of all files in their order; null where none is given. Says what is doubtful. */
export async function gazetteerOf(
  paths: readonly string[] | undefined,
): Promise<OwnGazetteer | null> {
  if (!paths) return null;
  const { joinGazetteers, readGazetteer } = await import('../builder/index.ts');
  const files = await Promise.all(
    paths.map(async (path) => readGazetteer(await bytesOf(path), path)),
  );
  const { gazetteer, warnings } = joinGazetteers(files);
  warn(warnings);
  return gazetteer;
}
