// If-Match (RFC 9110 §13.1.1) on requests that change something: the tag of any answer of this server.
// It holds while the database is at the revision that the answer was given from.

import type { Request } from 'express';
import type { Store } from '../store/index.ts';
import { RequestProblem } from './problem.ts';

/** Throws 412 when the client saw another revision than the one that is there now. */
export async function checkRevision(request: Request, store: Store, start: string): Promise<void> {
  const header = request.get('If-Match');
  if (header === undefined || header.trim() === '*') return;
  const now = `"${start}-${await store.revision()}-`;
  if (header.split(',').some((tag) => tag.trim().startsWith(now))) return;
  throw new RequestProblem(
    412,
    'The database has changed since this answer was given. Read it again, and decide anew.',
  );
}
