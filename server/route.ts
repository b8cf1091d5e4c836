// A route that can be read and nothing else.

import type { Request, RequestHandler, Router } from 'express';
import { refuseMethod } from './problem-answer.ts';

/** Answers GET and HEAD, and every other method with 405. */
export function readOnly(router: Router, path: string, handler: RequestHandler): void {
  router.route(path).get(handler).all(refuseMethod('GET, HEAD'));
}

/** The part of the address that `:id` stands for. */
export function idOf(request: Request): string {
  return String(request.params.id);
}
