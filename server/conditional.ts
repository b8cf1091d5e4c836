// Conditional requests (RFC 9110 §13): an answer of the API depends on the address and on the
// revision of the store alone, so its ETag is known before the answer is.

import type { RequestHandler } from 'express';
import { contentHash } from '../schema/index.ts';
import type { Store } from '../store/index.ts';
import { wantsLines } from './list.ts';

/** The tags of If-None-Match without the mark of a weak one. `*` is no tag: it may not exist. */
function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

/** What changes without a new revision: the queue, and judgements that change no statement. */
const volatile = /^\/(?:jobs|judgements|stats)(?:\/|$)/;

/**
 * Sets the ETag of a GET and answers 304 where the client has it already. The tag holds a part
 * of its own for each start of the server: another database, or another version, may count
 * the same revisions.
 */
export function conditional(store: Store, start: string): RequestHandler {
  return async (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || volatile.test(request.path)) {
      if (reads) response.set('Cache-Control', 'no-store');
      next();
      return;
    }
    const form = wantsLines(request) ? 'lines ' : '';
    const address = contentHash(form + request.originalUrl).slice(-16);
    const tag = `"${start}-${await store.revision()}-${address}"`;
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
    if (tagsOf(request.get('If-None-Match') ?? '').includes(tag)) response.status(304).end();
    else next();
  };
}
