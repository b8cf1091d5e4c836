// What keeping an article costs at the least: `npm run bench:store-floor`
// The parts that no layout of the store can leave out or leave for later, each measured alone over made-up
// articles: whether it is there already (a hash of all of it), whose copy it may be (MinHash), the words of
// its sentences in an index, its statements as rows of a table without any other index, and one commit that
// is on the disk. Prints one JSON line: microseconds an article each, medians of five rounds, and how
// many statements in bulk and articles one by one a second that leaves room for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extraction } from '../schema/index.ts';
import { checkConsistency, fingerprint } from '../store/consistency.ts';
import { fingerprintOfText } from '../store/copies/index.ts';
import { searchText } from '../store/search-text.ts';
import { connect } from '../store/sqlite/driver.ts';
import { madeUpArticle } from './made-up-articles.ts';
import { median } from './score.ts';

const rounds = 5;
const count = 1000;
const folder = mkdtempSync(join(tmpdir(), 'whowhom-bench-'));
const database = connect(join(folder, 'floor.db'), 1000);
database.value('PRAGMA journal_mode = WAL');
database.exec('PRAGMA synchronous = FULL');
database.exec(`
  create table document (key integer primary key, record blob not null);
  create table statement (key integer primary key, ${Array.from({ length: 22 }, (_, n) => `c${n}`).join(', ')});
  create virtual table sentence_words using fts5 (words, content = '', contentless_delete = 1, detail = none);
`);
const places = Array(23).fill('?').join(', ');
const insertStatement = database.prepare(`insert into statement values (${places})`);
const insertWords = database.prepare('insert into sentence_words (rowid, words) values (?, ?)');
const insertDocument = database.prepare('insert into document values (?, ?)');
let key = 0;

const parts: Readonly<Record<string, (article: Extraction) => void>> = {
  check: checkConsistency,
  fingerprint: (article) => void fingerprint(article),
  copies: ({ document }) => void fingerprintOfText(document.text),
  words({ statements }) {
    for (const { evidence } of statements) insertWords.run([++key, searchText(evidence.exact)]);
  },
  rows({ statements }) {
    for (const _ of statements) insertStatement.run([++key, ...Array(22).fill(key)]);
  },
};

/** Microseconds an article, in one transaction of all. */
function costOf(work: (article: Extraction) => void, articles: readonly Extraction[]): number {
  const times = Array.from({ length: rounds + 1 }, () => {
    database.exec('begin');
    const start = performance.now();
    for (const article of articles) work(article);
    database.exec('commit');
    return ((performance.now() - start) * 1000) / articles.length;
  });
  return Math.round(median(times.slice(1)));
}

function costsOf(statements: number) {
  const articles = Array.from({ length: count }, (_, index) => madeUpArticle(index, statements));
  const costs = Object.fromEntries(
    Object.entries(parts).map(([name, work]) => [name, costOf(work, articles)]),
  );
  return { costs, sum: Object.values(costs).reduce((a, b) => a + b), articles };
}

const bulk = costsOf(10);
const alone = costsOf(20);
const commits = alone.articles.map((article) => {
  const record = Buffer.from(JSON.stringify(article));
  const start = performance.now();
  database.exec('begin');
  insertDocument.run([++key, record]);
  database.exec('commit');
  return (performance.now() - start) * 1000;
});
const commit = Math.round(median(commits));
console.log(
  JSON.stringify({
    ofTenStatements: bulk.costs,
    statementsPerSecond: Math.round(10e6 / bulk.sum),
    ofTwentyStatements: { ...alone.costs, commit },
    articlesPerSecond: Math.round(1e6 / (alone.sum + commit)),
  }),
);
database.close();
rmSync(folder, { recursive: true });
