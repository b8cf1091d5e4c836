// A file of the user → actors and agent nouns: JSON, CSV, or a PETRARCH dictionary of actors or
// agents, told apart by the name and by what stands in it.

import { readActors } from './actor-rows.ts';
import { readAgents } from './agent-nouns.ts';
import { readCsv } from './csv-rows.ts';
import { GazetteerError } from './gazetteer-error.ts';
import { readJson } from './json-rows.ts';
import type { GazetteerFile } from './row.ts';

const beyondAscii = /[^\0-\x7f]/;

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GazetteerError(
      name,
      null,
      'Expected text in UTF-8, found other bytes. Convert it first, for example with iconv -f latin1 -t utf-8.',
    );
  }
}

/**
 * Reads a gazetteer. `name` is the file's name: its ending tells the form, and messages begin with
 * it. Throws a GazetteerError that names the line.
 */
export function readGazetteer(content: Uint8Array | string, name: string): GazetteerFile {
  const decoded = (typeof content === 'string' ? content : decode(content, name))
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const text = beyondAscii.test(decoded) ? decoded.normalize('NFC') : decoded;
  if (text.includes('\0')) {
    throw new GazetteerError(name, null, 'Expected text in UTF-8, found a binary file.');
  }
  if (!/\S/.test(text)) {
    throw new GazetteerError(name, null, 'Expected rows, found an empty file. Leave it out.');
  }
  if (/\.json$/i.test(name)) return readJson(text, name);
  if (/\.[ct]sv$/i.test(name)) return readCsv(text, name);
  return /\[~|~[\]}]/.test(text) ? readAgents(text, name) : readActors(text, name);
}
