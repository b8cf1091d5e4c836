// A line of JSON for every request: an id, which operation, how it ended and how long it took. The
// query is not in it, since people search for names; nor is any text of an article.

import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[\w-]{1,64}$/.test(text);

/** Gives every answer an X-Request-Id, the client's own where it sent a plain one, and logs its end. */
export function requestLog(logger: Logger | null): RequestHandler {
  return (request, response, next) => {
    const sent = request.get('X-Request-Id');
    const id = isId(sent) ? sent : randomUUID();
    response.set('X-Request-Id', id);
    response.locals.requestId = id;
    if (logger) {
      const begin = process.hrtime.bigint();
      const { method, path } = request;
      response.once('close', () => {
        const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
        const entry = {
          id,
          method,
          path: path.slice(0, 200),
          status: response.statusCode,
          milliseconds: Math.round(milliseconds * 10) / 10,
          complete: response.writableFinished,
        };
        if (response.statusCode >= 500) logger.error(entry, 'request');
        else logger.info(entry, 'request');
      });
    }
    next();
  };
}
