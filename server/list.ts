// One page of a list as JSON, with the address of the next in a Link header (RFC 8288); or, for a
// client that accepts application/x-ndjson, all of it as a stream with one item a line.

import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { inChunks } from '../graph/index.ts';

export interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly next: string | null;
}

/** Items that are asked of the store at once where all of them are sent. */
const linesAtOnce = 500;

export const ndjson = 'application/x-ndjson';

/** Whether NDJSON is what the client names first, or alone. */
export const wantsLines = (request: Request): boolean =>
  request.accepts('application/json', ndjson) === ndjson;

/** Sends pieces as fast as the client takes them in, and ends the answer; it may go away meanwhile. */
export async function stream(
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const chunks = inChunks(pieces);
  // What fails before the first byte is answered as any other request.
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Buffer, void, void> {
    if (first.done) return;
    yield first.value;
    yield* chunks;
  }
  try {
    await pipeline(all, response);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ERR_STREAM_DESTROYED') throw error;
  }
}

function nextAddress(request: Request, cursor: string): string {
  const [path = '', query = ''] = request.originalUrl.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}

/** Answers with a page of a list, or with all of the pages as lines. */
export async function answerList<Query extends { readonly limit?: number | undefined }>(
  request: Request,
  response: Response,
  query: Query,
  list: (query: Query) => Promise<Page>,
): Promise<void> {
  response.vary('Accept');
  if (!wantsLines(request)) {
    const page = await list(query);
    if (page.next !== null) {
      response.set('Link', `<${nextAddress(request, page.next)}>; rel="next"`);
    }
    response.json(page);
    return;
  }
  let page = await list({ ...query, limit: Math.min(query.limit ?? linesAtOnce, linesAtOnce) });
  response.type(ndjson);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  async function* lines(): AsyncGenerator<string, void, void> {
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      for (const item of page.items) yield `${JSON.stringify(item)}\n`;
      left -= page.items.length;
      if (page.next === null || left <= 0) return;
      page = await list({ ...query, cursor: page.next, limit: Math.min(left, linesAtOnce) });
    }
  }
  await stream(response, lines());
}
