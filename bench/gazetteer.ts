// How fast a gazetteer of the user loads, and whether a look-up slows with its size:
// `npm run bench:gazetteer`. Prints one JSON line a form and size: milliseconds to load it (read and
// join) and nanoseconds of a look-up at a word of the sample articles. The rows are made up.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gazetteerAt, joinGazetteers, readGazetteer } from '../builder/gazetteer/index.ts';
import { builtInGazetteer, type Gazetteer } from '../builder/lexicon/index.ts';
import { readArticle } from '../sources/index.ts';
import { median } from './score.ts';

const rounds = 5;
const syllables = ['ka', 'mo', 'ri', 'ten', 'sal', 'dor', 'ven', 'ul', 'pa', 'shi'];
const firstNames = [
  'Chinua',
  'Russell',
  'Iran',
  'Ukraine',
  'Joe',
  'Wang',
  'Maria',
  'Ali',
  'Ana',
  'Li',
];
const countries = ['KEN', 'CHN', 'USA', 'RUS', 'DEU'];
const sectors = ['GOV', 'MIL', 'NGO', 'BUS', 'OPP'];

/** 4711 → Rishiulmo: a made-up surname for a number. */
function surname(number: number): string {
  const name = [...String(number)].map((digit) => syllables[Number(digit)]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const pick = (from: readonly string[], index: number): string =>
  from[index % from.length] as string;

const forms: Readonly<Record<string, (size: number) => string>> = {
  'rows.json': (size) =>
    JSON.stringify(
      Array.from({ length: size }, (_, index) => ({
        name: `${pick(firstNames, index)} ${surname(index)}`,
        aliases: [`${surname(index)} of ${pick(firstNames, index)}`],
        type: 'person',
        country: pick(countries, index),
        roles: [
          { title: 'minister', of: pick(countries, index), from: '2010-01', sectors: ['GOV'] },
        ],
        wikidata: `Q${index + 1}`,
      })),
      null,
      1,
    ),
  'rows.csv': (size) =>
    Array.from(
      { length: size },
      (_, index) =>
        `${pick(firstNames, index)} ${surname(index)},${surname(index)} of ${pick(firstNames, index)},person,${pick(countries, index)},${pick(sectors, index)},minister; ${pick(countries, index)}; 2010-01,Q${index + 1}\n`,
    ).reduce((text, row) => text + row, 'name,aliases,type,country,sectors,roles,wikidata\n'),
  'actors.txt': (size) =>
    Array.from({ length: size }, (_, index) => {
      const name = `${pick(firstNames, index)}_${surname(index)}`.toUpperCase();
      const country = pick(countries, index);
      const day = `10${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}`;
      return `${name}_\n+PRESIDENT_${name}_\n\t[${country}ELI 900101-${day}]\n\t[${country}GOV >${day}]\n`;
    }).join(''),
};

const folder = fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()
  .map((name) => readArticle(readFileSync(join(folder, name)), name).text);
const starts = texts.map((text) =>
  [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].map((m) => m.index),
);
const words = starts.reduce((sum, each) => sum + each.length, 0);

/** Nanoseconds of one look-up, at every word of the articles; median of the rounds. */
function lookUp(gazetteer: Gazetteer): number {
  const times = Array.from({ length: rounds * 3 }, () => {
    const start = performance.now();
    texts.forEach((text, at) => {
      for (const index of starts[at] ?? []) gazetteer.match(text, index);
    });
    return ((performance.now() - start) * 1e6) / words;
  });
  return Math.round(median(times));
}

console.log(
  JSON.stringify({ form: 'built-in', lookUpNanoseconds: lookUp(builtInGazetteer), words }),
);
for (const [name, write] of Object.entries(forms).filter(
  ([n]) => !process.env.FORM || n === process.env.FORM,
)) {
  for (const size of [2_000, 20_000, 200_000]) {
    const bytes = new TextEncoder().encode(write(size));
    const load = () => joinGazetteers([readGazetteer(bytes, name)]);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      load();
      return performance.now() - start;
    });
    const { gazetteer, warnings } = load();
    const lookUpNanoseconds = lookUp(gazetteerAt(gazetteer, '2015-06-01'));
    const [first, ...later] = times.map(Math.round);
    console.log(
      JSON.stringify({
        form: name,
        rows: size,
        megabytes: Math.round(bytes.length / 1e5) / 10,
        firstLoadMilliseconds: first,
        loadMilliseconds: Math.round(median(later as number[])),
        lookUpNanoseconds,
        warnings: warnings.length,
      }),
    );
  }
}
