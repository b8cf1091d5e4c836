// How many requests one client may make: many that read, fewer that write. The answer says how many
// are left (RateLimit headers of the IETF draft 8) and, where there are none, when there will be.

import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestProblem } from './problem.ts';

export interface RateLimits {
  /** Requests a minute that read; 0 for no limit. */
  readonly reads: number;
  /** Requests a minute that change something; 0 for no limit. */
  readonly writes: number;
}

const open: RequestHandler = (_request, _response, next) => next();

function limiter(limit: number, identifier: string, changes: boolean): RequestHandler {
  if (limit === 0) return open;
  return rateLimit({
    windowMs: 60_000,
    limit,
    identifier,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => changes === ['GET', 'HEAD', 'OPTIONS'].includes(request.method),
    handler: () => {
      throw new RequestProblem(
        429,
        `Expected at most ${limit} requests a minute, found more. Wait as long as Retry-After says.`,
      );
    },
  });
}

export function rateLimits({ reads, writes }: RateLimits): RequestHandler[] {
  return [limiter(reads, 'reads', false), limiter(writes, 'writes', true)];
}
