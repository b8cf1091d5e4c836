// A request that cannot be answered, as an error with the answer in it (RFC 9457). Thrown by
// whoever notices, answered in one place.

import { STATUS_CODES } from 'node:http';
import type { Problem, ProblemError } from '../schema/index.ts';

export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` is a sentence for the user; it goes out as it is. */
  constructor(
    status: number,
    detail: string,
    errors: readonly ProblemError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.headers = headers;
    this.problem = {
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail,
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
    };
  }
}

/** 400 that names every parameter that is wrong; the pointers begin with /query. */
export function badQuery(errors: readonly ProblemError[]): RequestProblem {
  return new RequestProblem(400, errors.map((error) => error.detail).join(' '), errors);
}

/** 404 for a well-formed address of something that is not there. */
export function notFound(kind: string, id: string): RequestProblem {
  return new RequestProblem(404, `There is no ${kind} ${id}. It may have been removed.`);
}
