// How fast articles are read out of each format, on one thread: `npm run bench:sources [-- FOLDER]`
// The articles of the folder (the sample articles where none is given) are written in every format;
// each is then read several times. One JSON line a format: articles and megabytes a second of this
// process's own time (user and system), so that other programs at work do not count; medians.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Document } from '../schema/index.ts';
import { readArticle, readDocuments } from '../sources/index.ts';
import { median } from './score.ts';

const rounds = 5;
/** Copies of the articles in a file that holds many. */
const copies = 20;

interface Sample {
  readonly format: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly articles: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page as news sites build it: head, menus, related links and comments around the article. */
function pageOf({ title, published, publisher, text }: Document): string {
  const link = '<li><a href="/x">A story about another matter of the week</a></li>';
  const paragraphs = text.split('\n\n').map((each) => `<p class="paragraph">${escaped(each)}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, datePublished: published, publisher: { name: publisher } })}</script>
<style>${'.a { color: red } '.repeat(500)}</style><script>${'var a = 1; '.repeat(2000)}</script></head>
<body><header><nav><ul>${link.repeat(60)}</ul></nav></header><main><article><h1>${title}</h1>
<figure><img src="a.jpg"><figcaption>A picture of the meeting.</figcaption></figure>
${paragraphs.join('\n<div class="ad-slot"></div>')}
<aside class="related"><ul>${link.repeat(20)}</ul></aside></article></main>
<footer><ul>${link.repeat(60)}</ul></footer></body></html>`;
}

async function pdfOf({ text }: Document): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const lines = text.match(/[^\n]{1,90}(?:\s|$)/g) ?? [];
  for (let from = 0; from < lines.length; from += 50) {
    const sheet = pdf.addPage();
    for (const [index, line] of lines.slice(from, from + 50).entries()) {
      const plain = line.trim().replace(/[^\x20-\x7e]/g, '?');
      sheet.drawText(plain, { x: 50, y: 780 - index * 14, size: 11, font });
    }
  }
  return pdf.save();
}

async function samplesOf(documents: readonly Document[]): Promise<Sample[]> {
  const many = Array.from({ length: copies }, () => documents).flat();
  const cell = (text: string | null): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  const jsonl = many.map(({ title, published, text }) =>
    JSON.stringify({ title, published, text }),
  );
  const rows = many.map(({ title, published, text }) =>
    [title, published, text].map(cell).join(','),
  );
  const items = many.map(
    ({ title, text }) =>
      `<item><title>${escaped(title ?? '')}</title><description>${escaped(`<p>${escaped(text).replaceAll('\n\n', '</p><p>')}</p>`)}</description></item>`,
  );
  const records = many.map((document, index) => {
    const block = Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(document)}`,
    );
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/${index}\r\nContent-Length: ${block.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
  });
  const each = async (
    format: string,
    name: string,
    write: (document: Document) => string | Uint8Array | Promise<Uint8Array>,
  ): Promise<Sample> => {
    const contents = await Promise.all(documents.map(write));
    const files = contents.map((content) => ({ name, bytes: Buffer.from(content as string) }));
    return { format, files, articles: documents.length };
  };
  const whole = (format: string, name: string, content: string | Uint8Array): Sample => ({
    format,
    files: [{ name, bytes: Buffer.from(content as string) }],
    articles: many.length,
  });
  return [
    await each('text', 'a.txt', ({ text }) => text),
    await each('markdown', 'a.md', ({ text }) => text),
    await each('html', 'a.html', pageOf),
    await each('pdf', 'a.pdf', pdfOf),
    whole('json-lines', 'a.jsonl', jsonl.join('\n')),
    whole('json-lines.gz', 'a.jsonl.gz', gzipSync(jsonl.join('\n'))),
    whole('csv', 'a.csv', `title,published,text\n${rows.join('\n')}`),
    whole(
      'feed',
      'a.rss',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>P</title>${items.join('')}</channel></rss>`,
    ),
    whole('warc', 'a.warc', Buffer.concat(records)),
  ];
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Milliseconds of processor time to read a sample once. Throws where an article is missing. */
async function once({ format, files, articles }: Sample): Promise<number> {
  const start = process.cpuUsage();
  let read = 0;
  for (const { name, bytes } of files) {
    for await (const item of readDocuments({ name, bytes: pieces(bytes) })) {
      if ('error' in item) throw item.error;
      read += 1;
    }
  }
  if (read !== articles) throw new Error(`${format}: read ${read} of ${articles} articles`);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const folder =
  process.argv[2] ?? fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const documents = readdirSync(folder)
  .filter((name) => /\.md$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => readArticle(readFileSync(join(folder, name)), name));

for (const sample of await samplesOf(documents)) {
  await once(sample);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await once(sample));
  const seconds = median(times) / 1000;
  const size = sample.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(
    JSON.stringify({
      format: sample.format,
      articlesPerSecond: Math.round(sample.articles / seconds),
      megabytesPerSecond: Number((size / 1e6 / seconds).toFixed(1)),
      articles: sample.articles,
    }),
  );
}
