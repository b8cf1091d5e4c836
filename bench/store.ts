// The SQLite store alone: `npm run bench:store [-- ARTICLES [FOLDER]]` (100,000 where not given)
// Makes up articles about a few heavy and many rare actors: 20 statements each where they are added
// one by one, 10 each in bulk. Prints one JSON line a measure: articles a second each in its own
// transaction, and by 16 writers at a time, statements a second in bulk, the time of an
// article as the corpus grows (also by turns with a small one), bytes a statement without the texts,
// pages of 100 by actor and month, ego networks of depth 2, opening.
// The times of articles are processor time beside the time on the clock, because other programs
// slow the clock. With FOLDER the database and a plot of the growth are left there; where there is a
// database already, only the reading of it is measured.

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extraction } from '../schema/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { madeUpActor, madeUpArticle, randomNumbers } from './made-up-articles.ts';
import { median } from './score.ts';

const articles = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'whowhom-bench-'));
const path = join(folder, 'store.db');
/** Articles of 20 statements that are added one by one at each step. */
const durable = 300;
const steps = 20;
/** Articles of the database that the large one is compared with, and how often each has its turn. */
const smallCorpus = 2000;
const turns = 20;
/** Writers that add at the same time and share commits. */
const writers = 16;

const print = (measure: object): void => console.log(JSON.stringify(measure));
const digits = (value: number): number => Math.round(value * 100) / 100;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return digits(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Half and 95th percentile of many runs, after a few that do not count. */
async function latency(name: string, rounds: number, work: (round: number) => Promise<unknown>) {
  for (let round = 0; round < 10; round++) await work(-1 - round);
  const [times, processor]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    times.push(await timed(() => work(round)));
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const of = (some: readonly number[]) => ({
    p50: quantile(some, 0.5),
    p95: quantile(some, 0.95),
  });
  print({ measure: name, ...of(times), processor: of(processor), unit: 'ms' });
}

let added = 0;
let kept = 0;
let textBytes = 0;

function next(statements: number): Extraction {
  const article = madeUpArticle(added, statements);
  added += 1;
  kept += statements;
  textBytes += Buffer.byteLength(JSON.stringify(article.document.text));
  return article;
}

interface Step {
  readonly articles: number;
  readonly wall: number;
  readonly processor: number;
  readonly p95: number;
}

/**
 * Adds articles, each on the disk before the next of its writer: milliseconds an article, on the clock
 * and of the processor. One writer adds one by one.
 */
async function durably(store: Store, count: number, writers = 1): Promise<Step> {
  const some = Array.from({ length: count }, () => next(20));
  const times: number[] = [];
  const before = process.cpuUsage();
  const start = performance.now();
  const left = some.values();
  const write = async (): Promise<void> => {
    for (const article of left) times.push(await timed(() => store.add(article)));
  };
  await Promise.all(Array.from({ length: writers }, write));
  const { user, system } = process.cpuUsage(before);
  return {
    articles: added,
    wall: digits((performance.now() - start) / count),
    processor: digits((user + system) / 1000 / count),
    p95: quantile(times, 0.95),
  };
}

/** Adds articles in transactions of 250: milliseconds in all, on the clock and of the processor. */
async function bulk(store: Store, until: number) {
  let [wall, processor, statements] = [0, 0, 0];
  while (added < until) {
    const some = Array.from({ length: Math.min(250, until - added) }, () => next(10));
    statements += some.length * 10;
    const before = process.cpuUsage();
    wall += await timed(() => store.addAll(some));
    const { user, system } = process.cpuUsage(before);
    processor += (user + system) / 1000;
  }
  return { wall, processor, statements };
}

/**
 * The same articles' time in a small and in the large database, by turns, so that what slows the machine
 * slows both; medians of the turns.
 */
async function growthByTurns(): Promise<void> {
  const small = await openStore(join(folder, 'small.db'));
  for (let count = 0; count < smallCorpus; count += 250) {
    await small.addAll(Array.from({ length: 250 }, () => next(10)));
  }
  const large = await openStore(path);
  const steps: { readonly small: Step[]; readonly large: Step[] } = { small: [], large: [] };
  for (let turn = 0; turn < turns; turn++) {
    steps.small.push(await durably(small, 60));
    steps.large.push(await durably(large, 60));
  }
  await Promise.all([small.close(), large.close()]);
  rmSync(join(folder, 'small.db'));
  const ratio = (of: 'wall' | 'processor'): number => {
    // The first two of each warm up.
    const middle = (some: readonly Step[]): number => median(some.slice(2).map((step) => step[of]));
    return digits(middle(steps.large) / middle(steps.small));
  };
  print({
    measure: 'growth by turns',
    from: smallCorpus,
    to: articles,
    wall: ratio('wall'),
    processor: ratio('processor'),
  });
}

/** The time of an article as the corpus grows, as a picture. */
function plot(growth: readonly Step[]): string {
  const most = Math.max(...growth.map((step) => step.processor)) * 1.2;
  const x = (step: Step): number => 50 + (540 * step.articles) / articles;
  const y = (value: number): number => 260 - (220 * value) / most;
  const points = growth.map((step) => `${x(step).toFixed(1)},${y(step.processor).toFixed(1)}`);
  const half = digits(most / 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 300" font-family="sans-serif" font-size="12">
<title>The time of an article as the corpus grows</title>
<rect width="620" height="300" fill="#fff"/>
<path d="M50 40V260H590" fill="none" stroke="#888"/>
<path d="M50 ${y(half).toFixed(1)}H590" stroke="#ddd"/>
<text x="45" y="${y(half).toFixed(1)}" text-anchor="end">${half}</text>
<text x="45" y="264" text-anchor="end">0</text>
<text x="50" y="28">milliseconds of the processor an article of 20 statements</text>
<text x="590" y="280" text-anchor="end">${articles.toLocaleString('en')} articles</text>
<polyline points="${points.join(' ')}" fill="none" stroke="#0072B2" stroke-width="2"/>
</svg>
`;
}

/** Makes the database, and measures the writing. */
async function build(): Promise<void> {
  const opening = await timed(async () => (await openStore(path)).close());
  print({ measure: 'new database', value: digits(opening), unit: 'ms' });
  const store = await openStore(path);
  await durably(store, 100); // the first ones compile the program
  await bulk(store, 1000);
  const growth = [await durably(store, 1000)];
  const [first] = growth as [Step];
  print({ measure: 'durable', value: Math.round(1000 / first.wall), unit: 'articles/s', ...first });
  const together = await durably(store, 1000, writers);
  const shared = Math.round(1000 / together.wall);
  print({ measure: 'durable, 16 at a time', value: shared, unit: 'articles/s', ...together });
  let all = { wall: 0, processor: 0, statements: 0 };
  for (let step = 1; step <= steps; step++) {
    const { wall, processor, statements } = await bulk(store, (articles * step) / steps - durable);
    all = {
      wall: all.wall + wall,
      processor: all.processor + processor,
      statements: all.statements + statements,
    };
    growth.push(await durably(store, durable));
    print({ measure: 'growing', ...growth.at(-1) });
  }
  print({
    measure: 'bulk',
    value: Math.round((all.statements / all.wall) * 1000),
    byProcessor: Math.round((all.statements / all.processor) * 1000),
    unit: 'statements/s',
  });
  const last = growth.at(-1) as Step;
  print({
    measure: 'growth',
    from: first.articles,
    to: last.articles,
    wall: digits(last.wall / first.wall),
    processor: digits(last.processor / first.processor),
  });
  if (process.argv[3] !== undefined) writeFileSync(join(folder, 'growth.svg'), plot(growth));
  await store.close();
  const bytes = statSync(path).size;
  print({
    measure: 'size',
    value: Math.round((bytes - textBytes) / kept),
    unit: 'bytes/statement without the text',
    statements: kept,
    megabytes: Math.round(bytes / 1e6),
  });
  await growthByTurns();
}

if (!existsSync(path)) await build();
const cold = await timed(async () => {
  const opened = await openStore(path);
  await opened.documents({ limit: 1 });
  await opened.close();
});
print({ measure: 'open and first page', value: digits(cold), unit: 'ms' });

const opened = await openStore(path);
const random = randomNumbers(7);
const month = (): string => String(1 + Math.floor(random() * 12)).padStart(2, '0');
await latency('page of 100 by actor and month', 300, () => {
  const [year, from] = [2015 + Math.floor(random() * 10), month()];
  return opened.statements({
    entity: madeUpActor(random),
    from: `${year}-${from}-01`,
    to: `${year}-${from}-31`,
  });
});
await latency('page of 100 by actor, newest', 300, () =>
  opened.statements({ entity: madeUpActor(random) }),
);
await latency('ego network of depth 2', 200, () =>
  opened.ego({ entity: madeUpActor(random), depth: 2 }),
);
await latency('names by their beginning', 200, (round) =>
  opened.entities({ q: `actor ${Math.abs(round) % 100}`, limit: 10 }),
);
await opened.close();
if (process.argv[3] === undefined) rmSync(folder, { recursive: true });
