// Whole folders of articles, packed and unpacked; a file that cannot be done is left out and named.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readAnnotatedArticle } from '../bench/annotated-article.ts';
import { AnnotationError } from '../bench/marked-text.ts';
import { packArticle } from './pack-article.ts';
import { readSources } from './source-texts.ts';
import { readStandOff, StandOffError, writeStandOff } from './stand-off.ts';
import { unpackArticle } from './unpack-article.ts';

export interface FolderResult {
  readonly written: number;
  /** File and reason of each that was left out. */
  readonly faults: readonly string[];
}

function convertFolder(
  [from, fromEnding]: readonly [string, string],
  [to, toEnding]: readonly [string, string],
  convert: (source: string, path: string) => string,
): FolderResult {
  const faults: string[] = [];
  const names = readdirSync(from).filter((name) => name.endsWith(fromEnding));
  if (names.length === 0) throw new Error(`${from}: expected files *${fromEnding}, found none`);
  for (const name of names.sort()) {
    const path = join(from, name);
    try {
      const converted = convert(readFileSync(path, 'utf8'), path);
      writeFileSync(join(to, `${basename(name, fromEnding)}${toEnding}`), converted);
    } catch (error) {
      if (!(error instanceof AnnotationError || error instanceof StandOffError)) throw error;
      faults.push(error.message);
    }
  }
  return { written: names.length - faults.length, faults };
}

/** Marked articles → stand-off files; each is unpacked again and must be the same article. */
export function packFolder(marked: string, data: string, out: string): FolderResult {
  const sources = readSources(data);
  mkdirSync(out, { recursive: true });
  return convertFolder([marked, '.md'], [out, '.json'], (source, path) => {
    const written = writeStandOff(packArticle(source, path, sources));
    const again = unpackArticle(readStandOff(written, path), path, sources);
    if (!isDeepStrictEqual(readAnnotatedArticle(again, path), readAnnotatedArticle(source, path))) {
      throw new StandOffError(path, 'unpacking gives another article');
    }
    return written;
  });
}

function inRepository(folder: string): boolean {
  const path = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const below = relative(realpathSync(join(import.meta.dirname, '..')), path);
  return !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`);
}

/** Stand-off files → marked articles, in a folder outside the repository. */
export function unpackFolder(standOff: string, data: string, out: string): FolderResult {
  if (inRepository(out)) {
    throw new Error(`${out}: the texts must not stand in the repository; name a folder outside it`);
  }
  const sources = readSources(data);
  mkdirSync(out, { recursive: true });
  return convertFolder([standOff, '.json'], [out, '.md'], (source, path) =>
    unpackArticle(readStandOff(source, path), path, sources),
  );
}
