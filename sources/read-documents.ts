// Bytes of any kind → documents, one at a time. A file may hold one article (text, HTML, PDF) or
// many (JSON Lines, CSV, a feed, an archive); what is wrong with one of them is an error of its own
// and does not stop the others.

import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Document } from '../schema/index.ts';
import { ByteReader } from './byte-reader.ts';
import { csvRows } from './csv.ts';
import { decodePage, decodeStrictly, maximumSize } from './decode.ts';
import { type Article, documentOf, type Origin } from './document.ts';
import type { FeedEntry } from './feed.ts';
import { InputError } from './input-error.ts';
import { jsonLines, type Row } from './json-lines.ts';
import { type Kind, kindNamed, kindOf, mediaTypeOf } from './kind.ts';
import { maximumPdfSize } from './pdf/size.ts';
import { baseName, parseJson, readText } from './read-article.ts';
import { articleOfRecord } from './record.ts';
import { archivedPages } from './warc.ts';

/** Bytes with what is known of them. */
export interface Source {
  /** File name or address; its ending helps to tell what the bytes are. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Media type or ending (`html`) that came with the bytes. */
  readonly mediaType?: string | null;
  /** Character set that came with them. */
  readonly charset?: string | null;
  /** Where they were fetched from, and when (ISO 8601); null for a file. */
  readonly url?: string | null;
  readonly retrieved?: string | null;
  /** Whether they were compressed and are no longer. */
  readonly isUnzipped?: boolean;
}

/** A document or why there is none. `name` says where: `corpus.jsonl:17`, an address, a file. */
export type Item =
  | { readonly name: string; readonly document: Document }
  | { readonly name: string; readonly error: InputError };

/** Fetches what a feed only names. */
export type Open = (url: string) => AsyncIterable<Item>;

/** JSON files are read as a whole; larger ones should be JSON Lines. In bytes. */
const maximumJsonSize = 64_000_000;
/** An entry of a feed with less text than this is a teaser. In characters. */
const leastEntry = 500;

type Reading = AsyncGenerator<Item, void, void>;

async function item(name: string, read: () => Promise<Document>): Promise<Item> {
  try {
    return { name, document: await read() };
  } catch (error) {
    if (error instanceof InputError) return { name, error };
    throw error;
  }
}

const originOf = ({ retrieved }: Source, kind: Kind): Origin => ({
  mediaType: mediaTypeOf[kind],
  retrieved: retrieved ?? null,
});

/** The text of a record: its HTML counts where it has no text. */
async function withText(article: ReturnType<typeof articleOfRecord>): Promise<Article> {
  const { html, ...rest } = article;
  if (/\S/.test(article.text) || !html) return rest;
  const { readFragment } = await import('./html/read-page.ts');
  return { ...rest, text: readFragment(html) };
}

async function recordDocument(value: unknown, source: Source, kind: Kind): Promise<Document> {
  const article = await withText(articleOfRecord(value, baseName(source.name)));
  return documentOf(article, originOf(source, kind));
}

async function* readRows(rows: AsyncIterable<Row>, source: Source, kind: Kind): Reading {
  for await (const row of rows) {
    const name = `${source.name}:${row.line}`;
    if ('error' in row) yield { name, error: row.error };
    else yield await item(name, () => recordDocument(row.value, source, kind));
  }
}

async function* readJson(bytes: Uint8Array, source: Source): Reading {
  if (bytes.length === 0) throw new InputError('The file is empty; expected article objects.');
  const value = parseJson(decodeStrictly(bytes));
  if (!Array.isArray(value)) {
    yield await item(source.name, () => recordDocument(value, source, 'json'));
    return;
  }
  if (value.length === 0) {
    throw new InputError('The file holds an empty list; expected article objects.');
  }
  for (const [index, each] of value.entries()) {
    yield await item(`${source.name}[${index}]`, () => recordDocument(each, source, 'json'));
  }
}

/** What a feed knows better than the page it names, where the page says nothing. */
function completed(found: Item, entry: FeedEntry): Item {
  if ('error' in found) return found;
  const { document } = found;
  const { title, publisher, author, published } = entry;
  return {
    ...found,
    document: {
      ...document,
      title: document.title ?? title,
      publisher: document.publisher ?? publisher,
      author: document.author ?? author,
      published: document.published ?? published,
    },
  };
}

async function* readEntries(bytes: Uint8Array, source: Source, open: Open | undefined): Reading {
  const { readFeed } = await import('./feed.ts');
  const { readFragment } = await import('./html/read-page.ts');
  const entries = readFeed(decodePage(bytes, source.charset ?? null), source.url ?? null);
  for (const [index, entry] of entries.entries()) {
    const name = entry.url ?? `${source.name}#${index + 1}`;
    let text = '';
    const read = await item(name, async () => {
      text = entry.html ? readFragment(entry.html) : '';
      const key = entry.id ? ([entry.publisher ?? baseName(source.name), entry.id] as const) : null;
      return documentOf({ ...entry, key, text }, originOf(source, 'feed'));
    });
    if (open && entry.url && text.length < leastEntry) {
      for await (const found of open(entry.url)) yield completed(found, entry);
    } else yield read;
  }
}

async function* readArchive(reader: ByteReader, source: Source): Reading {
  for await (const row of archivedPages(reader)) {
    const name = `${source.name}: ${row.url}`;
    if ('error' in row) {
      yield { name, error: row.error };
      continue;
    }
    const { bytes, ...page } = row.page;
    for await (const found of readDocuments({ ...page, name: row.url, bytes: once(bytes) })) {
      yield { ...found, name };
    }
  }
}

async function readOne(reader: ByteReader, source: Source, kind: Kind): Promise<Document> {
  const origin = originOf(source, kind);
  const bytes = await reader.all(kind === 'pdf' ? maximumPdfSize : maximumSize);
  if (kind === 'pdf') {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return documentOf({ ...(await readPdf(bytes)), url: source.url ?? null }, origin);
  }
  if (kind === 'html') {
    const { readPage } = await import('./html/read-page.ts');
    const html = decodePage(bytes, source.charset ?? null);
    return documentOf(readPage(html, source.url ?? null), origin);
  }
  const article = readText(bytes, source.name, kind === 'markdown');
  return documentOf({ ...article, url: article.url ?? source.url ?? null }, origin);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

async function* unzipped(reader: ByteReader): AsyncGenerator<Uint8Array, void, void> {
  const gunzip = createGunzip();
  // What is wrong with either stream comes out of the second.
  pipeline(Readable.from(reader.chunks()), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('The file is compressed with gzip, and broken.');
  }
}

async function* readKind(reader: ByteReader, source: Source, kind: Kind, open?: Open): Reading {
  if (kind === 'json-lines') yield* readRows(jsonLines(reader), source, kind);
  else if (kind === 'csv') yield* readRows(csvRows(reader), source, kind);
  else if (kind === 'warc') yield* readArchive(reader, source);
  else if (kind === 'json') yield* readJson(await reader.all(maximumJsonSize), source);
  else if (kind === 'feed') yield* readEntries(await reader.all(maximumJsonSize), source, open);
  else yield await item(source.name, () => readOne(reader, source, kind));
}

/**
 * Reads all documents of a source. Files that hold many are read piece by piece, never as a whole.
 * Never rejects on what the bytes hold: an InputError is an item, the last one where the rest of
 * the source cannot be read. `open` fetches the articles that a feed only names.
 */
export async function* readDocuments(source: Source, open?: Open): Reading {
  const reader = new ByteReader(source.bytes);
  try {
    const stated = source.mediaType ?? null;
    const wanted = stated && !stated.includes('/') ? kindNamed(stated) : null;
    const found = kindOf(source.name, stated, await reader.peek(2048));
    if (found === 'gzip') {
      if (source.isUnzipped) {
        throw new InputError('The file is compressed twice; unpack it first with gunzip.');
      }
      const name = source.name.replace(/\.gz$/i, '');
      const mediaType = stated && kindNamed(stated) === 'gzip' ? null : stated;
      const inner = { ...source, name, mediaType, bytes: unzipped(reader), isUnzipped: true };
      for await (const each of readDocuments(inner, open)) {
        yield { ...each, name: each.name.replace(name, source.name) };
      }
    } else yield* readKind(reader, source, wanted ?? found, open);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { name: source.name, error };
  } finally {
    await reader.close();
  }
}
