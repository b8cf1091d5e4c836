// Writes countries.json from the npm package world-countries (mledoze/countries, ODbL 1.0) and
// our own country-corrections.json; `npm run lexicon`. The package gives codes, names, capitals
// and demonyms; the corrections give the names that news uses and what is not to be said twice.
// Fails when a name or an adjective belongs to two countries.

import { readFileSync, writeFileSync } from 'node:fs';
import packagedCountries from 'world-countries/countries.json' with { type: 'json' };

interface Correction {
  readonly iso3166: string;
  /** Code in the package, where it is not the same. */
  readonly packageCode?: string;
  readonly name?: string;
  /** Null where the capital stands for something else. */
  readonly capital?: string | null;
  readonly addNames?: readonly string[];
  readonly addAdjectives?: readonly string[];
  /** Names and adjectives of the package that are not taken. */
  readonly drop?: readonly string[];
  /** Not a country for us: nobody lives there to act. */
  readonly exclude?: boolean;
  readonly note?: string;
}

interface Country {
  readonly iso3166: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capital: string | null;
}

/** What we take from a record of world-countries. */
interface Packaged {
  readonly cca3: string;
  readonly name: { readonly common: string; readonly official: string };
  readonly capital: readonly string[];
  readonly demonyms: { readonly eng?: { readonly f: string; readonly m: string } };
  readonly independent: boolean | null;
}
const packaged: readonly Packaged[] = packagedCountries;

const file = (name: string): URL => new URL(name, import.meta.url);
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(byCodeUnit);

/** São Tomé → Sao Tome. */
const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The spellings of a name that differ only in form: accents, Saint and St. */
function spellings(name: string): string[] {
  const saints = name.startsWith('Saint ')
    ? [name.replace('Saint', 'St.'), name.replace('Saint', 'St')]
    : [];
  return [name, ...saints].flatMap((each) => [each, withoutAccents(each)]);
}

/** Russian → Russian, Russians; Chinese and Swiss stay as they are. */
function withPlural(demonym: string): string[] {
  return /(s|sh|ch|x|z|ese|y|I-Kiribati|Ni-Vanuatu)$/.test(demonym)
    ? [demonym]
    : [demonym, `${demonym}s`];
}

/** The capital of a dependent territory does not stand for a government. */
function capitalOf(country: Packaged, correction: Correction | undefined): string | null {
  if (correction?.capital !== undefined) return correction.capital;
  return country.independent ? (country.capital[0] ?? null) : null;
}

function countryOf(code: string, country: Packaged, correction: Correction | undefined): Country {
  const dropped = new Set(correction?.drop ?? []);
  const kept = (text: string): boolean => text !== '' && !dropped.has(text);
  const name = correction?.name ?? country.name.common;
  const names = [name, country.name.common, country.name.official].flatMap(spellings);
  const demonyms = Object.values(country.demonyms.eng ?? {}).flatMap((each) => each.split(', '));
  return {
    iso3166: code,
    name,
    names: sorted([...names.filter(kept), ...(correction?.addNames ?? [])]),
    adjectives: sorted([
      ...demonyms
        .filter((each) => kept(each) && !names.includes(each))
        .flatMap(withPlural)
        .filter(kept),
      ...(correction?.addAdjectives ?? []),
    ]),
    capital: capitalOf(country, correction),
  };
}

function assertOfOneCountry(countries: readonly Country[]): void {
  const owners = new Map<string, string>();
  for (const { iso3166, names, adjectives } of countries) {
    for (const form of new Set([...names, ...adjectives])) {
      const owner = owners.get(form);
      if (owner) {
        throw new Error(
          `Expected one country for each name and adjective, found "${form}" in ${owner} and ${iso3166}. Drop it from one of them in country-corrections.json.`,
        );
      }
      owners.set(form, iso3166);
    }
  }
}

const corrections: readonly Correction[] = JSON.parse(
  readFileSync(file('country-corrections.json'), 'utf8'),
).entries;
const byPackageCode = new Map(corrections.map((each) => [each.packageCode ?? each.iso3166, each]));

const unknown = [...byPackageCode.keys()].filter((code) => !packaged.some((c) => c.cca3 === code));
if (unknown.length > 0) {
  throw new Error(
    `Expected codes of world-countries in country-corrections.json, found ${unknown.join(', ')}. Correct the code or add packageCode.`,
  );
}

const countries = packaged
  .filter((country) => !byPackageCode.get(country.cca3)?.exclude)
  .map((country) => {
    const correction = byPackageCode.get(country.cca3);
    return countryOf(correction?.iso3166 ?? country.cca3, country, correction);
  })
  .sort((a, b) => byCodeUnit(a.iso3166, b.iso3166));
assertOfOneCountry(countries);

const oneLine = (country: Country): string =>
  JSON.stringify(country, null, 1)
    .replace(/\n\s*/g, ' ')
    .replaceAll('[ ', '[')
    .replaceAll(' ]', ']');

writeFileSync(
  file('countries.json'),
  `{
  "source": "npm package world-countries (github.com/mledoze/countries) with country-corrections.json, by generate-countries.ts; do not edit",
  "licence": "ODbL-1.0 (derived from world-countries, mledoze/countries; corrections by the whowhom authors)",
  "entries": [
${countries.map((country) => `    ${oneLine(country)}`).join(',\n')}
  ]
}
`,
);
console.log(`countries.json: ${countries.length} countries and territories`);
