// Memory while many articles are read: `npm run bench:memory [-- ARTICLES]` (10,000 where not given)
// Builds one short article after another in one process, each cut from the sample articles with a
// number of its own, and prints one JSON line every tenth of the way: articles, resident memory and
// heap in megabytes. The last line gives the growth over the second half.
// `npm run build && npm run bench:memory -- ARTICLES --add` writes them to a folder and has `whowhom add` read
// it into a database in a process of its own, threads and all: a line each half minute.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../builder/index.ts';
import { languageModel } from '../cli/index.ts';
import { readArticle } from '../sources/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { add: { type: 'boolean', default: false }, workers: { type: 'string', default: '1' } },
});
const sentencesAnArticle = 3;
const articles = Number(positionals[0] ?? 10_000);
const samples = fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const texts = readdirSync(samples)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => readArticle(readFileSync(join(samples, name)), name).text)
  .map((text) => text.split(/(?<=\.)\s+/));

/** The `index`th article: sentences of a sample article in a row, and one that no other has. */
function article(index: number): string {
  const sentences = texts[index % texts.length] ?? [];
  const start = Math.floor(index / texts.length) % Math.max(1, sentences.length - 1);
  const chosen = sentences.slice(start, start + sentencesAnArticle);
  return [...chosen, `Envoy ${index} of Kenya met General ${index} in Geneva.`].join(' ');
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

/** Of one process that builds; a tenth of the way each. */
async function whileBuilding(): Promise<number[]> {
  const model = await languageModel();
  const resident: number[] = [];
  const step = Math.max(1, Math.floor(articles / 10));
  for (let index = 0; index < articles; index += 1) {
    await build(readArticle(Buffer.from(article(index)), `${index}.txt`), model);
    if ((index + 1) % step > 0) continue;
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    resident.push(megabytes(rss));
    console.log(
      JSON.stringify({ articles: index + 1, resident: megabytes(rss), heap: megabytes(heapUsed) }),
    );
  }
  return resident;
}

/** Megabytes of a process with its threads. */
async function residentOf(pid: number): Promise<number> {
  const asked = spawn('ps', ['-o', 'rss=', '-p', String(pid)]);
  let told = '';
  asked.stdout.on('data', (text) => {
    told += text;
  });
  await once(asked, 'close');
  return megabytes(Number(told) * 1024);
}

/** Of `whowhom add` over a folder; each half minute. */
async function whileAdding(): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-memory-'));
  mkdirSync(join(folder, 'articles'));
  for (let index = 0; index < articles; index += 1) {
    writeFileSync(join(folder, 'articles', `${index}.txt`), article(index));
  }
  const bin = fileURLToPath(new URL('../bin/whowhom.js', import.meta.url));
  const database = join(folder, 'graph.db');
  const options = ['--db', database, '--workers', values.workers, '--keep-duplicates'];
  const adding = spawn(process.execPath, [bin, 'add', join(folder, 'articles'), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(adding, 'exit');
  const begin = performance.now();
  const resident: number[] = [];
  while (adding.exitCode === null) {
    await Promise.race([wait(30_000), ended]);
    if (adding.exitCode !== null) break;
    resident.push(await residentOf(adding.pid ?? 0));
    const seconds = Math.round((performance.now() - begin) / 1000);
    console.log(JSON.stringify({ seconds, resident: resident.at(-1) }));
  }
  rmSync(folder, { recursive: true });
  if (adding.exitCode !== 0) throw new Error(`Expected all to be read, found ${adding.exitCode}.`);
  return resident;
}

const resident = await (values.add ? whileAdding() : whileBuilding());
const half = resident[Math.floor(resident.length / 2) - 1] ?? 0;
console.log(JSON.stringify({ growth: Math.round(((resident.at(-1) ?? 0) / half) * 1000) / 1000 }));
