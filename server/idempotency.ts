// Idempotency-Key: the same request with the same key is done once; whoever sends it again gets the
// answer of the first time. Answers are kept for a day in this process; after a restart it is the
// store that knows an article or a judgement again.

import type { Request, Response } from 'express';
import { contentHash } from '../schema/index.ts';
import { RequestProblem } from './problem.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Kept {
  readonly request: string;
  readonly until: number;
  readonly reply: Promise<Reply>;
}

const day = 24 * 3_600_000;
const most = 10_000;

export class IdempotentReplies {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  #forget(): void {
    for (const [key, { until }] of this.#kept) {
      if (until > this.#now() && this.#kept.size < most) break;
      this.#kept.delete(key);
    }
  }

  /** Does the work, or gives the reply of the first time. `body` tells one request from another. */
  async once(request: Request, body: Uint8Array | string, work: () => Promise<Reply>) {
    const key = request.get('Idempotency-Key');
    if (key === undefined) return work();
    if (key.length < 1 || key.length > 200) {
      throw new RequestProblem(400, 'Expected an Idempotency-Key of 1 to 200 characters.');
    }
    const text = typeof body === 'string' ? body : Buffer.from(body).toString('base64');
    const said = contentHash(`${request.method} ${request.originalUrl} ${text}`);
    const name = `${request.get('Authorization') ?? ''} ${key}`;
    const known = this.#kept.get(name);
    if (known && known.until > this.#now()) {
      if (known.request !== said) {
        throw new RequestProblem(
          422,
          'This Idempotency-Key was used for another request. Choose a new one.',
        );
      }
      return known.reply;
    }
    this.#forget();
    const reply = work();
    this.#kept.set(name, { request: said, until: this.#now() + day, reply });
    // What failed may be tried again with the same key.
    reply.catch(() => this.#kept.delete(name));
    return reply;
  }
}

/** Sends a reply. */
export function sendReply(response: Response, { status, headers, body }: Reply): void {
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  if (body === null) response.end();
  else response.json(body);
}
