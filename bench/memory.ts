// Memory while many articles are read: `npm run bench:memory [-- ARTICLES]` (10,000 where not given)
// Builds one short article after another in one process, each cut from the sample articles with a
// number of its own, and prints one JSON line every tenth of the way: articles, resident memory and
// heap in megabytes. The last line gives the growth over the second half.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../builder/index.ts';
import { languageModel } from '../cli/index.ts';
import { readArticle } from '../sources/index.ts';

const sentencesAnArticle = 3;
const articles = Number(process.argv[2] ?? 10_000);
const folder = fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const texts = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => readArticle(readFileSync(join(folder, name)), name).text)
  .map((text) => text.split(/(?<=\.)\s+/));

/** The `index`th article: sentences of a sample article in a row, and one that no other has. */
function article(index: number): string {
  const sentences = texts[index % texts.length] ?? [];
  const start = Math.floor(index / texts.length) % Math.max(1, sentences.length - 1);
  const chosen = sentences.slice(start, start + sentencesAnArticle);
  return [...chosen, `Envoy ${index} of Kenya met General ${index} in Geneva.`].join(' ');
}

const model = await languageModel();
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
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
const half = resident[Math.floor(resident.length / 2) - 1] ?? 0;
console.log(JSON.stringify({ growth: Math.round(((resident.at(-1) ?? 0) / half) * 1000) / 1000 }));
