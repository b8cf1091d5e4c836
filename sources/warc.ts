// WARC, the form of web archives (ISO 28500): the pages in one, each with its address and the time
// it was fetched. Reads one record at a time. What is no article (pictures, scripts, redirects) is
// passed over.

import type { ByteReader } from './byte-reader.ts';
import { maximumSize } from './decode.ts';
import { contentType, decompressed, unchunked } from './http-body.ts';
import { InputError, inputErrorOf } from './input-error.ts';
import { maximumPdfSize } from './pdf/size.ts';

export interface ArchivedPage {
  readonly url: string;
  readonly retrieved: string | null;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export type ArchiveRow =
  | { readonly url: string; readonly page: ArchivedPage }
  | { readonly url: string; readonly error: InputError };

type Headers = ReadonlyMap<string, string>;

const mostHeaderLines = 200;
const readable = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf))$/;

function headersOf(lines: readonly string[]): Headers {
  return new Map(
    lines.flatMap((text) => {
      const colon = text.indexOf(':');
      return colon < 0
        ? []
        : [[text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()]];
    }),
  );
}

/** The head of a record up to its empty line; null at the end of the archive. */
async function recordHead(reader: ByteReader): Promise<Headers | null> {
  const lines: string[] = [];
  for (;;) {
    const bytes = await reader.line(64_000);
    if (bytes === null) return null;
    if (bytes === 'too long' || lines.length > mostHeaderLines) {
      throw new InputError('The archive has a record whose head does not end; is it a WARC file?');
    }
    const text = new TextDecoder().decode(bytes).trim();
    if (text !== '') lines.push(text);
    else if (lines.length > 0) break;
  }
  if (!/^WARC\/\d/.test(lines[0] ?? '')) {
    throw new InputError(
      `The archive is not a valid WARC file: expected a record, found "${(lines[0] ?? '').slice(0, 40)}".`,
    );
  }
  return headersOf(lines.slice(1));
}

/** The page in the block of a response; null where it is none, or was not answered with 200. */
function answered(block: Uint8Array): Omit<ArchivedPage, 'url' | 'retrieved'> | null {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [status, ...lines] = buffer.toString('latin1', 0, end).split('\r\n');
  if (!/^HTTP\/[\d.]+ 200\b/.test(status ?? '')) return null;
  const headers = headersOf(lines);
  const { mediaType, charset } = contentType(headers.get('content-type'));
  if (!mediaType || !readable.test(mediaType)) return null;
  let bytes: Uint8Array = buffer.subarray(end + 4);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) bytes = unchunked(bytes);
  const most = mediaType === 'application/pdf' ? maximumPdfSize : maximumSize;
  return { mediaType, charset, bytes: decompressed(bytes, headers.get('content-encoding'), most) };
}

function pageOf(head: Headers, block: Uint8Array, url: string): ArchivedPage | null {
  const date = head.get('warc-date');
  const retrieved = date && !Number.isNaN(Date.parse(date)) ? date : null;
  if (head.get('warc-type') === 'response') {
    const answer = answered(block);
    return answer && { url, retrieved, ...answer };
  }
  const { mediaType, charset } = contentType(head.get('content-type'));
  if (!mediaType || !readable.test(mediaType)) return null;
  return { url, retrieved, mediaType, charset, bytes: block };
}

const ofPages = /^(?:response|resource|conversion)$/;

/** The length of a record's block. */
function sizeOf(head: Headers): number {
  const size = Number(head.get('content-length') ?? Number.NaN);
  if (Number.isSafeInteger(size) && size >= 0) return size;
  throw new InputError('The archive has a record without its length; is it a WARC file?');
}

/** The pages of an archive, in order. Throws InputError where it cannot go on. */
export async function* archivedPages(reader: ByteReader): AsyncGenerator<ArchiveRow, void, void> {
  for (let head = await recordHead(reader); head; head = await recordHead(reader)) {
    const size = sizeOf(head);
    const url = (head.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
    const isPage = ofPages.test(head.get('warc-type') ?? '') && /^https?:\/\//i.test(url);
    const isWanted = isPage && size <= maximumPdfSize;
    const block = isWanted ? await reader.take(size) : null;
    if (block ? block.length < size : !(await reader.skip(size))) {
      throw new InputError('The archive ends inside a record.');
    }
    if (!block) continue;
    try {
      const page = pageOf(head, block, url);
      if (page) yield { url, page };
    } catch (error) {
      yield { url, error: inputErrorOf(error) };
    }
  }
}
