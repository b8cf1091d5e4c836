// One page of a list as JSON, with the address of the next in a Link header (RFC 8288); or, for a
// client that accepts application/x-ndjson, all of it as a stream with one item a line.

import { once } from 'node:events';
import type { Request, Response } from 'express';

export interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly next: string | null;
}

export const ndjson = 'application/x-ndjson';

/** Whether NDJSON is what the client names first, or alone. */
export const wantsLines = (request: Request): boolean =>
  request.accepts('application/json', ndjson) === ndjson;

/** Writes a chunk and waits until the client has taken it in; false when it is gone. */
export async function send(response: Response, chunk: string | Uint8Array): Promise<boolean> {
  if (response.destroyed) return false;
  if (response.write(chunk)) return true;
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([
    once(response, 'drain', { signal }),
    once(response, 'close', { signal }),
  ]).catch(() => {});
  waiting.abort();
  return !response.destroyed;
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
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  let page = await list({ ...query, limit: Math.min(left, 500) });
  response.type(ndjson);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  for (;;) {
    const lines = page.items.map((item) => `${JSON.stringify(item)}\n`).join('');
    left -= page.items.length;
    if (lines !== '' && !(await send(response, lines))) return;
    if (page.next === null || left <= 0) break;
    page = await list({ ...query, cursor: page.next, limit: Math.min(left, 500) });
  }
  response.end();
}
