// How well copies are told from other articles: `npm run bench:copies [-- ARTICLES COPIES]` (2,000 and
// 500 where not given). Articles are cut from the sentences of the sample articles, so that many share
// actors, subjects and some sentences; a copy is cut at its end, has its paragraphs in another order,
// another headline, a paragraph of the paper's own, or two of these. Prints one JSON line: precision
// and recall of the documents that are linked to the right original, and the threshold.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../sources/index.ts';
import { areAlike, fingerprintOfText, threshold } from '../store/copies/index.ts';
import { randomNumbers } from './made-up-articles.ts';

const [articles = 2000, copies = 500] = process.argv.slice(2).map(Number);
const folder = fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const sentences = readdirSync(folder)
  .filter((name) => /\.md$/.test(name) && name !== 'README.md')
  .sort()
  .flatMap((name) => readArticle(readFileSync(join(folder, name)), name).text.split(/(?<=\.)\s+/));
const random = randomNumbers(2024);
const pick = <Value>(list: readonly Value[]): Value =>
  list[Math.floor(random() * list.length)] as Value;

const names = ['Norland', 'Sudmark', 'Ostrava', 'Vesper', 'Kalden', 'Marrow', 'Tessin', 'Brandt'];
const acts = ['rejected', 'welcomed', 'postponed', 'signed', 'criticised', 'discussed', 'denied'];
const things = [
  'the fishing treaty',
  'a loan',
  'the border talks',
  'new tariffs',
  'a visit',
  'the vote',
];

/** A sentence that hardly any other article has. */
const ownSentence = (): string =>
  `${pick(names)} ${pick(acts)} ${pick(things)} with ${pick(names)} on day ${Math.floor(random() * 1000)}, and ${pick(names)} ${pick(acts)} ${pick(things)} ${Math.floor(random() * 1000)} times.`;

/** Ten to thirty sentences, a fifth of them from a stock that all articles share. */
function article(): string[] {
  const length = 10 + Math.floor(random() * 20);
  return Array.from({ length }, () => (random() < 0.2 ? pick(sentences) : ownSentence()));
}

const edits: readonly ((text: string[]) => string[])[] = [
  (text) => text.slice(0, Math.ceil(text.length * (0.7 + random() * 0.25))),
  (text) => {
    const middle = 1 + Math.floor(random() * (text.length - 1));
    return [...text.slice(middle), ...text.slice(0, middle)];
  },
  (text) => [ownSentence(), ...text.slice(1)],
  (text) => {
    const place = Math.floor(random() * text.length);
    const inserted = Array.from({ length: 1 + Math.floor(text.length / 10) }, ownSentence);
    return [...text.slice(0, place), ...inserted, ...text.slice(place)];
  },
];

const edited = (text: string[]): string[] => {
  const once = pick(edits)(text);
  return random() < 0.5 ? pick(edits)(once) : once;
};

const originals = Array.from({ length: articles - copies }, article);
const sources = Array.from({ length: copies }, () => Math.floor(random() * originals.length));
const texts = [...originals, ...sources.map((source) => edited(originals[source] as string[]))];
const fingerprints = texts.map((text) => fingerprintOfText(text.join('\n')));

const byBand = new Map<number, number[]>();
let [found, right] = [0, 0];
const hit = new Set<number>();
const originOf = (index: number): number =>
  index < originals.length ? index : (sources[index - originals.length] as number);
for (const [index, fingerprint] of fingerprints.entries()) {
  const candidates = new Set(fingerprint.bands.flatMap((band) => byBand.get(band) ?? []));
  for (const other of candidates) {
    if (!areAlike(fingerprint, fingerprints[other] as typeof fingerprint)) continue;
    found += 1;
    if (originOf(index) !== originOf(other)) continue;
    right += 1;
    hit.add(index);
  }
  for (const band of fingerprint.bands) byBand.set(band, [...(byBand.get(band) ?? []), index]);
}
const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
console.log(
  JSON.stringify({
    articles,
    copies,
    threshold,
    pairs: found,
    precision: share(right, found),
    recall: share([...hit].filter((index) => index >= originals.length).length, copies),
  }),
);
