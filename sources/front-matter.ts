// A block of YAML between two lines of --- at the top of a text file:
//
//     ---
//     title: Talks in Geneva end without a deal
//     published: 2021-06-17
//     ---
//     GENEVA — …

import { parseDocument } from 'yaml';
import { InputError } from './input-error.ts';

const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

export interface FrontMatter {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Splits front matter from body; without a block the metadata are empty. Throws InputError. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = block.exec(text);
  if (!match) return { metadata: {}, body: text };
  const yaml = parseDocument(match[1] ?? '', { schema: 'core' });
  const error = yaml.errors[0];
  if (error) {
    const line = (error.linePos?.[0].line ?? 1) + 1;
    throw new InputError(`The front matter is not valid YAML at line ${line}: ${error.code}.`);
  }
  const metadata: unknown = yaml.toJS() ?? {};
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) {
    throw new InputError('The front matter must be lines of "name: value"; found something else.');
  }
  return { metadata: metadata as Record<string, unknown>, body: text.slice(match[0].length) };
}
