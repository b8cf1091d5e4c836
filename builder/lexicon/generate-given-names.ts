// Writes given-names.json from the npm package @faker-js/faker (MIT) and our own
// given-name-additions.json; `npm run lexicon`. A name that both women and men bear in about equal
// parts, or that is not one word in Latin letters, is left out.

import { readFileSync, writeFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';

type Side = 'female' | 'male';

const file = (name: string): URL => new URL(name, import.meta.url);
const counts = new Map<string, Record<Side, number>>();

function add(name: string, side: Side, weight: number): void {
  if (!/^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(name)) return;
  const key = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const count = counts.get(key) ?? { female: 0, male: 0 };
  count[side] += weight;
  counts.set(key, count);
}

for (const locale of Object.values(allLocales)) {
  const names = (locale as { person?: { first_name?: Partial<Record<Side, readonly string[]>> } })
    .person?.first_name;
  for (const side of ['female', 'male'] as const) {
    for (const name of new Set(names?.[side] ?? [])) add(name, side, 1);
  }
}
const additions = JSON.parse(readFileSync(file('given-name-additions.json'), 'utf8')) as Record<
  Side,
  string
>;
for (const side of ['female', 'male'] as const) {
  for (const name of new Set(additions[side].split(' '))) add(name, side, 3);
}

/** Names that at least four of five lists give to this side. */
const namesOf = (side: Side): string =>
  [...counts]
    .filter(([, count]) => count[side] >= 0.8 * (count.female + count.male))
    .map(([name]) => name)
    .sort()
    .join(' ');

const given = {
  source:
    'Given names of the npm package @faker-js/faker (MIT) in Latin letters, and given-name-additions.json; lower case, without accents. Written by generate-given-names.ts.',
  licence: 'MIT (the names of the package), Apache-2.0 (the additions)',
  female: namesOf('female'),
  male: namesOf('male'),
};
writeFileSync(file('given-names.json'), `${JSON.stringify(given, null, 2)}\n`);
