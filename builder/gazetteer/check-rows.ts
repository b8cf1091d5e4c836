// Values of JSON or CSV → rows. Checked against the schema and then for what a schema cannot say;
// the first mistake is an error that names its line.

import { type GazetteerRole, type GazetteerRow, validate } from '../../schema/index.ts';
import { isCountryCode, isSector } from '../lexicon/index.ts';
import { GazetteerError } from './gazetteer-error.ts';
import type { GazetteerFile, Row } from './row.ts';

const unknownCountry = (code: string): string =>
  `Expected an ISO 3166-1 alpha-3 code of a country, found ${code}. For Germany write DEU.`;

const unknownSector = (code: string): string =>
  `Expected a PLOVER sector, found ${code}. Known are GOV, MIL, COP, REB and others: see docs/gazetteer.md.`;

function wrongRole({ title, from, to, sectors }: GazetteerRole): string | null {
  const sector = sectors?.find((code) => !isSector(code));
  if (sector) return unknownSector(sector);
  const backwards = from && to && from.slice(0, to.length) > to.slice(0, from.length);
  if (!backwards) return null;
  return `Expected the role ${title} to begin before it ends, found ${from} to ${to}. Exchange the dates.`;
}

/** What is wrong with a row that fits the schema; null where nothing is. */
function wrongRow(row: GazetteerRow): string | null {
  if (row.country && !isCountryCode(row.country)) return unknownCountry(row.country);
  const sector = row.sectors?.find((code) => !isSector(code));
  if (sector) return unknownSector(sector);
  for (const role of row.roles ?? []) {
    const wrong = wrongRole(role);
    if (wrong) return wrong;
  }
  return null;
}

const nothing: readonly never[] = [];

function rowOf(row: GazetteerRow, file: string, number: number): Row {
  return {
    file,
    number,
    name: row.name,
    aliases: row.aliases ?? nothing,
    type: row.type ?? null,
    wikidata: row.wikidata ?? null,
    country: row.country ?? null,
    sectors: row.sectors ?? nothing,
    roles: row.roles ?? nothing,
    anyCase: false,
  };
}

/** Rows of the values, in their order. Throws a GazetteerError for the first that is none. */
export function checkRows(values: unknown, file: string, lineOf: GazetteerFile['lineOf']): Row[] {
  const checked = validate('gazetteer', values);
  if (!checked.ok) {
    const [, index = '0'] = /^\/(\d+)/.exec(checked.errors[0]?.pointer ?? '') ?? [];
    const details = checked.errors
      .filter(({ pointer }) => pointer === `/${index}` || pointer.startsWith(`/${index}/`))
      .map(({ detail }) => detail.replace(/^\/\d+\/?/, '').trim());
    throw new GazetteerError(
      file,
      lineOf(Number(index)),
      `The row is not in the expected form: ${details.join('; ')}. Correct it; docs/gazetteer.md has examples.`,
    );
  }
  return checked.value.map((row, index) => {
    const wrong = wrongRow(row);
    if (wrong) throw new GazetteerError(file, lineOf(index), wrong);
    return rowOf(row, file, index);
  });
}
