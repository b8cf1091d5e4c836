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

type Read = (field: string) => unknown;

const trimmed: Read = (field) => field.trim();

/** Values that come again and again are read once; more than these are too many to come again. */
const mostRemembered = 1_000;

function remembering(read: Read): Read {
  const known = new Map<string, unknown>();
  return (field) => {
    const value = known.get(field) ?? read(field);
    if (known.size < mostRemembered) known.set(field, value);
    return value;
  };
}

/** How the text of a column becomes a value of the row; made anew for each file. */
const columns: Readonly<Record<string, () => Read>> = {
  name: () => trimmed,
  aliases: () => list,
  type: () => remembering(trimmed),
  country: () => remembering(trimmed),
  sectors: () => remembering(list),
  roles: () => remembering((field) => list(field).map(roleOf)),
  wikidata: () => trimmed,
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

/** Reads records with this header as the values of rows; an empty field is as none, and null a record of such. */
function recordReader(header: readonly string[]) {
  const readers = header.map((column) => [column, columns[column]?.() ?? trimmed] as const);
  return (fields: readonly string[]): Record<string, unknown> | null => {
    let value: Record<string, unknown> | null = null;
    for (let at = 0; at < fields.length; at += 1) {
      const [field = '', reader] = [fields[at], readers[at]];
      if (!reader || field.trim() === '') continue;
      value ??= { name: '' };
      value[reader[0]] = reader[1](field);
    }
    return value;
  };
}

/** Takes the fields of a record that begins on a line, or what is wrong with it. */
type Take = (fields: readonly string[], line: number, mistake?: string) => void;

/** The records of a text, one after another. Without quotation marks a record is a line. */
function eachRecord(text: string, delimiter: string, take: Take): void {
  let line = 1;
  if (!text.includes('"')) {
    for (const record of text.split('\n')) take(record.split(delimiter), line++);
    return;
  }
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      take(data, line, errors[0]?.message);
      line += data.reduce((lines, field) => lines + field.split('\n').length - 1, 1);
    },
  });
}

/** Reads a gazetteer in CSV, separated by comma, semicolon or tab. Throws a GazetteerError. */
export function readCsv(text: string, file: string): GazetteerFile {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = ['\t', ',', ';'].find((each) => firstLine.includes(each)) ?? ',';
  const values: unknown[] = [];
  const lines: number[] = [];
  let width = 0;
  let readRecord: ReturnType<typeof recordReader> | null = null;
  eachRecord(text, delimiter, (fields, line, mistake) => {
    if (mistake) {
      const message = `Expected CSV, found: ${mistake}. Close every quotation mark, and double those inside.`;
      throw new GazetteerError(file, line, message);
    }
    if (!readRecord) {
      const header = headerOf(fields, file);
      width = header.length;
      readRecord = recordReader(header);
      return;
    }
    if (fields.length > width) {
      const message = `Expected ${width} fields, found ${fields.length}. Put a field with the separator in quotation marks.`;
      throw new GazetteerError(file, line, message);
    }
    const value = readRecord(fields);
    if (!value) return;
    lines.push(line);
    values.push(value);
  });
  const lineOf = (number: number): number => lines[number] ?? 1;
  const rows = checkRows(values, file, lineOf);
  return { name: file, rows, lineOf, agents: new Map(), warnings: [] };
}
