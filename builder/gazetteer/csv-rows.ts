// A gazetteer in CSV with a header: name, aliases, type, country, sectors, roles, wikidata.
// Lists are written with bars: `Green Circle,GC | Circle,organization,KEN,NGO | SOC,,Q42`; the parts
// of a role with semicolons: `chair; Green Circle; 2019-03; 2024; SOC | …`.

import Papa from 'papaparse';
import type { GazetteerRole } from '../../schema/index.ts';
import { checkRows } from './check-rows.ts';
import { GazetteerError } from './gazetteer-error.ts';
import type { GazetteerFile } from './row.ts';

const items = (field: string, separator: string): string[] =>
  field.split(separator).map((item) => item.trim());
const list = (field: string): string[] =>
  field.includes('|') ? items(field, '|').filter((item) => item !== '') : [field.trim()];

/** `chancellor; DEU; 2005-11-22; 2021-12-08; GOV`: title, of, from, to, sectors; later parts may be left out. */
function roleOf(text: string): GazetteerRole {
  const [title = '', of, from, to, sectors, ...rest] = items(text, ';');
  const role: GazetteerRole & Record<string, unknown> = { title };
  if (of) role.of = of;
  if (from) role.from = from;
  if (to) role.to = to;
  if (sectors) role.sectors = sectors.split(/\s+/);
  if (rest.length > 0) role[`a sixth part, ${rest.join('; ')}`] = rest;
  return role;
}

/** How the text of a column becomes a value of the row. */
const columns: Readonly<Record<string, (field: string) => unknown>> = {
  name: (field) => field.trim(),
  aliases: list,
  type: (field) => field.trim(),
  country: (field) => field.trim(),
  sectors: list,
  roles: (field) => list(field).map(roleOf),
  wikidata: (field) => field.trim(),
};

function headerOf(fields: readonly string[], file: string): string[] {
  const header = fields.map((field) => field.trim().toLowerCase());
  const unknown = header.find((column) => !Object.hasOwn(columns, column));
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  const expected = `Expected a header with columns of ${Object.keys(columns).join(', ')}`;
  if (unknown !== undefined) {
    const found = `found ${JSON.stringify(unknown)}`;
    throw new GazetteerError(file, 1, `${expected}, ${found}. Rename it or leave it out.`);
  }
  if (twice !== undefined) {
    throw new GazetteerError(file, 1, `${expected}, found ${twice} twice. Leave one out.`);
  }
  if (!header.includes('name')) {
    throw new GazetteerError(file, 1, `${expected}, found no name. Add the column.`);
  }
  return header;
}

/** A record as the value of a row; an empty field is as none. */
function cellsOf(fields: readonly string[], header: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = { name: '' };
  for (let at = 0; at < header.length; at += 1) {
    const [column = '', field = ''] = [header[at], fields[at]];
    if (field !== '' && /\S/.test(field)) value[column] = columns[column]?.(field);
  }
  return value;
}

/** Reads a gazetteer in CSV, separated by comma, semicolon or tab. Throws a GazetteerError. */
export function readCsv(text: string, file: string): GazetteerFile {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = ['\t', ',', ';'].find((each) => firstLine.includes(each)) ?? ',';
  const header: string[] = [];
  const values: unknown[] = [];
  const lines: number[] = [];
  let next = 1;
  const take = (fields: readonly string[], mistake: string | undefined): void => {
    const line = next;
    next += 1;
    for (const field of fields) if (field.includes('\n')) next += field.split('\n').length - 1;
    const refuse = (message: string): never => {
      throw new GazetteerError(file, line, message);
    };
    if (mistake) {
      refuse(
        `Expected CSV, found: ${mistake}. Close every quotation mark, and double those inside.`,
      );
    }
    if (line === 1) header.push(...headerOf(fields, file));
    else if (fields.length > header.length) {
      refuse(
        `Expected ${header.length} fields, found ${fields.length}. Put a field with the separator in quotation marks.`,
      );
    } else if (fields.some((field) => /\S/.test(field))) {
      lines.push(line);
      values.push(cellsOf(fields, header));
    }
  };
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => take(data, errors[0]?.message),
  });
  const lineOf = (number: number): number => lines[number] ?? 1;
  const rows = checkRows(values, file, lineOf);
  return { name: file, rows, lineOf, agents: new Map(), warnings: [] };
}
