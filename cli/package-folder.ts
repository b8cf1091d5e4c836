// Where the package stands: the folder with package.json, above the source or the built files.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function find(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  return find(dirname(from));
}

/** Absolute path of the folder that holds package.json. */
export const packageFolder = find(dirname(fileURLToPath(import.meta.url)));

/** The version in package.json. */
export const version: string = JSON.parse(
  readFileSync(join(packageFolder, 'package.json'), 'utf8'),
).version;
