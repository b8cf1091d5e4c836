// Where every failed request ends: as problem details, with nothing of the inside in them. What
// is our fault is logged.

import type { ErrorRequestHandler, RequestHandler } from 'express';
import { CursorError, StoreError } from '../store/index.ts';
import { badQuery, RequestProblem } from './problem.ts';

/** The status that Express gives to a request it cannot take apart, such as a broken %-escape. */
function clientStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function problemOf(error: unknown): RequestProblem | null {
  if (error instanceof RequestProblem) return error;
  if (error instanceof CursorError) {
    return badQuery([{ pointer: '/query/cursor', detail: error.message }]);
  }
  if (error instanceof StoreError && error.code === 'busy') {
    const detail = 'The database is being written by another process. Try again in a second.';
    return new RequestProblem(503, detail, [], { 'Retry-After': '1' });
  }
  if (error instanceof StoreError && error.code === 'not-writable') {
    const detail = 'The database of this server may only be read. Ask who runs it.';
    return new RequestProblem(403, detail);
  }
  if (error instanceof StoreError && error.code === 'unknown') {
    return new RequestProblem(404, error.message);
  }
  if (error instanceof StoreError && error.code === 'inconsistent') {
    return new RequestProblem(422, error.message);
  }
  const status = clientStatus(error);
  if (status === null) return null;
  return new RequestProblem(status, 'The address cannot be read. Check its %-escapes.');
}

/** 404 for an address that nothing answers. */
export const unknownRoute: RequestHandler = (request) => {
  throw new RequestProblem(
    404,
    `There is nothing at ${request.baseUrl}${request.path}. The API is under /api/v1; /docs describes it.`,
  );
};

/** 405 that names what is allowed, such as `GET, HEAD`; the last handler of a route. */
export const refuseMethod =
  (allowed: string): RequestHandler =>
  (request) => {
    const methods = allowed.replace(/, (\w+)$/, ' or $1');
    throw new RequestProblem(
      405,
      `${request.method} is not possible here; expected ${methods}.`,
      [],
      { Allow: allowed },
    );
  };

/** The error handler of the application. */
export function answerProblem(log: (message: string) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    const known = problemOf(error);
    if (!known) {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log(`${request.method} ${request.originalUrl}: ${trace}`);
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    const { problem, headers } =
      known ?? new RequestProblem(500, 'The server failed; its log says why. Try again.');
    response.removeHeader('ETag');
    response.removeHeader('Content-Disposition');
    response
      .status(problem.status)
      .set({ ...headers, 'Cache-Control': 'no-store' })
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.originalUrl }));
  };
}
