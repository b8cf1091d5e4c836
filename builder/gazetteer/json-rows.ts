// A gazetteer in JSON: an array of rows such as
// [{ "name": "Green Circle", "aliases": ["GC"], "type": "organization", "country": "KEN" }]

import { visit } from 'jsonc-parser';
import { checkRows } from './check-rows.ts';
import { GazetteerError } from './gazetteer-error.ts';
import type { GazetteerFile } from './row.ts';

/** Lines on which the values of the outer array begin. */
function linesOfRows(text: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  const begin = (_offset: number, _length: number, line: number): void => {
    if (depth === 1) lines.push(line + 1);
    depth += 1;
  };
  const end = (): void => {
    depth -= 1;
  };
  visit(text, {
    onObjectBegin: begin,
    onObjectEnd: end,
    onArrayBegin: begin,
    onArrayEnd: end,
    onLiteralValue: (_value, _offset, _length, line) => {
      if (depth === 1) lines.push(line + 1);
    },
  });
  return lines;
}

/** The line of the first mistake in JSON that does not parse. */
function lineOfMistake(text: string): number {
  let found: number | null = null;
  const onError = (_code: number, _offset: number, _length: number, line: number): void => {
    found ??= line + 1;
  };
  visit(text, { onError }, { disallowComments: true });
  return found ?? 1;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GazetteerError(
      file,
      lineOfMistake(text),
      `Expected JSON, found a mistake (${(error as Error).message}). Correct it there or just before.`,
    );
  }
}

/** Reads a gazetteer in JSON. Throws a GazetteerError. */
export function readJson(text: string, file: string): GazetteerFile {
  const values = parse(text, file);
  if (!Array.isArray(values)) {
    throw new GazetteerError(
      file,
      1,
      'Expected an array of rows, [{ "name": … }, …], found something else. Put the rows in brackets.',
    );
  }
  let lines: readonly number[] | null = null;
  const lineOf = (number: number): number => {
    lines ??= linesOfRows(text);
    return lines[number] ?? 1;
  };
  return {
    name: file,
    rows: checkRows(values, file, lineOf),
    lineOf,
    agents: new Map(),
    warnings: [],
  };
}
