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
const list = (field: string): string[] => items(field, '|').filter((item) => item !== '');

/** `chancellor; DEU; 2005-11-22; 2021-12-08; GOV`: title, of, from, to, sectors; later parts may be left out. */
function roleOf(text: string): GazetteerRole {
  const [title = '', of, from, to, sectors, ...rest] = items(text, ';');
  return {
    title,
    ...(of && { of }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sectors && { sectors: sectors.split(/\s+/) }),
    ...(rest.length > 0 && { [`a sixth part, ${rest.join('; ')}`]: rest }),
  };
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

function cellsOf(fields: readonly string[], header: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  header.forEach((column, at) => {
    const field = fields[at] ?? '';
    if (/\S/.test(field) || column === 'name') value[column] = columns[column]?.(field);
  });
  return value;
}

/** The line on which a record begins: those before it have one line each, and those in their fields. */
const lineOfRecord = (records: readonly (readonly string[])[], at: number): number =>
  records
    .slice(0, at)
    .reduce((line, fields) => line + 1 + fields.join('').split('\n').length - 1, 1);

/** Reads a gazetteer in CSV, separated by comma, semicolon or tab. Throws a GazetteerError. */
export function readCsv(text: string, file: string): GazetteerFile {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = ['\t', ',', ';'].find((each) => firstLine.includes(each)) ?? ',';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const mistake = errors[0];
  if (mistake) {
    const line = lineOfRecord(data, mistake.row ?? 0);
    const advice = 'Close every quotation mark, and double those inside a field.';
    throw new GazetteerError(file, line, `Expected CSV, found: ${mistake.message}. ${advice}`);
  }
  const header = headerOf(data[0] ?? [], file);
  const records: number[] = [];
  const values: unknown[] = [];
  data.forEach((fields, at) => {
    if (at === 0 || !fields.some((field) => /\S/.test(field))) return;
    if (fields.length > header.length) {
      const found = `found ${fields.length}. Put a field with the separator in quotation marks.`;
      const line = lineOfRecord(data, at);
      throw new GazetteerError(file, line, `Expected ${header.length} fields, ${found}`);
    }
    records.push(at);
    values.push(cellsOf(fields, header));
  });
  const lines = new Map<number, number>();
  const lineOf = (number: number): number => {
    const known = lines.get(number) ?? lineOfRecord(data, records[number] ?? 0);
    lines.set(number, known);
    return known;
  };
  return {
    name: file,
    rows: checkRows(values, file, lineOf),
    lineOf,
    agents: new Map(),
    warnings: [],
  };
}
