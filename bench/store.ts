// The SQLite store alone: `npm run bench:store [-- STATEMENTS [FOLDER]]` (1,000,000 where not given)
// Makes up articles of 20 statements about a few heavy and many rare actors, and prints one JSON
// line a measure: articles a second each in its own transaction, statements a second in bulk,
// bytes a statement without the texts, pages of 100 by actor and month, ego networks of depth 2,
// opening. The database is left in FOLDER where one is given.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../store/index.ts';
import { madeUpActor, madeUpArticle, randomNumbers } from './made-up-articles.ts';

const statements = Number(process.argv[2] ?? 1_000_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'whowhom-bench-'));
const path = join(folder, 'store.db');
const perArticle = 20;
const articles = Math.ceil(statements / perArticle);
const durable = Math.min(2000, Math.floor(articles / 4));

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
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(() => work(round)));
  print({ measure: name, p50: quantile(times, 0.5), p95: quantile(times, 0.95), unit: 'ms' });
}

async function bulk(store: Store): Promise<number> {
  const batch = 250;
  let textBytes = 0;
  let spent = 0;
  for (let first = durable; first < articles; first += batch) {
    const some = Array.from({ length: Math.min(batch, articles - first) }, (_, index) =>
      madeUpArticle(first + index, perArticle),
    );
    for (const { document } of some) textBytes += Buffer.byteLength(JSON.stringify(document.text));
    spent += await timed(() => store.addAll(some));
  }
  const added = (articles - durable) * perArticle;
  print({ measure: 'bulk', value: Math.round((added / spent) * 1000), unit: 'statements/s' });
  return textBytes;
}

async function singly(store: Store): Promise<number> {
  let textBytes = 0;
  const times: number[] = [];
  for (let index = 0; index < durable; index++) {
    const article = madeUpArticle(index, perArticle);
    textBytes += Buffer.byteLength(JSON.stringify(article.document.text));
    times.push(await timed(() => store.add(article)));
  }
  const spent = times.reduce((sum, time) => sum + time, 0);
  print({
    measure: 'durable',
    value: Math.round((durable / spent) * 1000),
    unit: 'articles/s',
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  });
  return textBytes;
}

const opening = await timed(async () => (await openStore(path)).close());
print({ measure: 'new database', value: digits(opening), unit: 'ms' });
const store = await openStore(path);
const texts = (await singly(store)) + (await bulk(store));
await store.close();
const bytes = statSync(path).size;
print({
  measure: 'size',
  value: Math.round((bytes - texts) / (articles * perArticle)),
  unit: 'bytes/statement without the text',
  megabytes: Math.round(bytes / 1e6),
});
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
