// CAMEO actor codes as event dictionaries write them: "DEUGOVMIL" is Germany with the PLOVER
// sectors GOV and MIL. Three letters a part, the country first where there is one.

import codes from './cameo-codes.json' with { type: 'json' };
import countries from './countries.json' with { type: 'json' };

export interface ActorCode {
  readonly country: string | null;
  readonly sectors: readonly string[];
  /** Parts that are neither a country nor a sector. */
  readonly unknown: readonly string[];
}

const countryCodes = new Set(countries.entries.map((entry) => entry.iso3166));
const sectors = new Set(codes.sectors);
const cameoCountries = new Map<string, string | null>(Object.entries(codes.cameoCountries));
const cameoSectors = new Map<string, string | null>(Object.entries(codes.cameoSectors));

/** Whether it is the ISO 3166-1 alpha-3 code of a country that the lexicon has. */
export const isCountryCode = (code: string): boolean => countryCodes.has(code);

/** Whether it is a sector of PLOVER, for example COP. */
export const isSector = (code: string): boolean => sectors.has(code);

function sectorOf(part: string): string | null | undefined {
  const read = cameoSectors.get(part);
  if (read !== undefined) return read;
  return sectors.has(part) ? part : undefined;
}

function countryOf(part: string): string | null | undefined {
  return countryCodes.has(part) ? part : cameoCountries.get(part);
}

/** Reads a code of one or several parts, upper case. */
export function readActorCode(code: string): ActorCode {
  const [first = '', ...rest] = code.match(/.{1,3}/g) ?? [];
  const country = countryOf(first);
  const read = (country === undefined ? [first, ...rest] : rest).map(
    (part) => [part, sectorOf(part)] as const,
  );
  return {
    country: country ?? null,
    sectors: [...new Set(read.flatMap(([, sector]) => sector ?? []))],
    unknown: read.flatMap(([part, sector]) => (sector === undefined ? [part] : [])),
  };
}
