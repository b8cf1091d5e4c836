// Which reader a file or answer is for: by its first bytes where they are certain, then by the media
// type that came with it, the ending of its name, and last by how its text begins.

export type Kind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'pdf'
  | 'json'
  | 'json-lines'
  | 'csv'
  | 'feed'
  | 'warc'
  | 'gzip';

const byMediaType: Readonly<Record<string, Kind>> = {
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/feed+json': 'feed',
  'application/jsonl': 'json-lines',
  'application/x-ndjson': 'json-lines',
  'application/jsonlines': 'json-lines',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/warc': 'warc',
  'application/gzip': 'gzip',
};

const byEnding: Readonly<Record<string, Kind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  csv: 'csv',
  tsv: 'csv',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  warc: 'warc',
  gz: 'gzip',
};

/** The media type that a document of this kind carries. */
export const mediaTypeOf: Readonly<Record<Kind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  json: 'application/json',
  'json-lines': 'application/jsonl',
  csv: 'text/csv',
  feed: 'application/rss+xml',
  warc: 'application/warc',
  gzip: 'application/gzip',
};

/** Endings of files that a folder is searched for. */
export const endings: readonly string[] = Object.keys(byEnding);

/** The ending of a file name or of the path of an address, in small letters; empty without one. */
export function endingOf(name: string): string {
  const path = name.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

const isFeed = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    head,
  ) || /^\s*\{[\s\S]*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(head);

const isHtml = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)[\s>]/i.test(
    head,
  );

function byLook(head: string): Kind {
  if (isFeed(head)) return 'feed';
  if (isHtml(head)) return 'html';
  if (/^\s*\{/.test(head)) return /^\s*\{[^\n]*\}\s*\n\s*\{/.test(head) ? 'json-lines' : 'json';
  return /^\s*\[\s*\{/.test(head) ? 'json' : 'text';
}

/** A media type or an ending as a user writes it (`html`, `text/html`) → kind; null where unknown. */
export function kindNamed(name: string): Kind | null {
  const bare = name.toLowerCase().replace(/^\./, '').replace(/;.*$/, '').trim();
  if (bare === 'text/plain') return 'text';
  return byMediaType[bare] ?? byEnding[bare] ?? null;
}

/** The kind of what begins with `head`, its first bytes. */
export function kindOf(name: string, mediaType: string | null, head: Uint8Array): Kind {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const text = new TextDecoder().decode(head);
  if (/^\s*%PDF-/.test(text)) return 'pdf';
  if (/^WARC\/\d/.test(text)) return 'warc';
  const stated = mediaType ? kindNamed(mediaType) : null;
  const kind = (stated === 'text' ? null : stated) ?? byEnding[endingOf(name)] ?? stated;
  if ((kind === 'json' || kind === 'html' || kind === null) && isFeed(text)) return 'feed';
  return kind ?? byLook(text);
}
