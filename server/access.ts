// Who may do what. On the loopback address everyone on this machine may do everything; on another one
// every request to the API needs a key, with the scope `write` where it changes something. A key comes
// as `Authorization: Bearer KEY`, or as the password that a browser asks for.
// A page from elsewhere may not write through the browser of someone who may (cross-site request
// forgery): a request with a foreign Origin is refused before anything is read.

import type { Request, RequestHandler } from 'express';
import { type AccessKey, findKey, type Scope } from './keys.ts';
import { RequestProblem } from './problem.ts';

export interface AccessOptions {
  /** Null: no key is needed. */
  readonly keys: readonly AccessKey[] | null;
  /** Origins of pages from elsewhere that may use the API, such as https://news.example. */
  readonly origins: readonly string[];
  /** What is needed, whatever the method says; by the method where not given. */
  readonly scope?: Scope;
}

/** The key in an Authorization header; null where there is none. */
function keyIn(header: string | undefined): string | null {
  const [, scheme = '', value = ''] = /^(\w+) +([\w.~+/=-]+)$/.exec(header ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) return null;
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':') || null;
}

const reads = (request: Request): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(request.method);

function checkKey(request: Request, keys: readonly AccessKey[], scope: Scope): void {
  const sent = keyIn(request.get('Authorization'));
  const known = sent === null ? null : findKey(keys, sent);
  if (!known) {
    throw new RequestProblem(
      401,
      `Expected a key, found ${sent === null ? 'none' : 'one that is not known'}. Send it as Authorization: Bearer KEY; \`whowhom key add\` makes one.`,
      [],
      { 'WWW-Authenticate': 'Bearer realm="whowhom", Basic realm="whowhom", charset="UTF-8"' },
    );
  }
  if (!known.scopes.includes(scope)) {
    throw new RequestProblem(
      403,
      `Expected a key that may ${scope}; the key "${known.name}" may not. Make another with \`whowhom key add --scope ${scope}\`.`,
    );
  }
}

/** Whether the page that sends a request is one of ours: no browser, or the same host, or listed. */
function isOwnPage(request: Request, origins: readonly string[]): boolean {
  const origin = request.get('Origin');
  if (origin === undefined) return request.get('Sec-Fetch-Site') !== 'cross-site';
  if (origins.includes(origin)) return true;
  const host = request.get('Host')?.toLowerCase();
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Refuses what may not be done: 401, 403. */
export function access({ keys, origins, scope }: AccessOptions): RequestHandler {
  return (request, _response, next) => {
    const reading = reads(request);
    if (!reading && !isOwnPage(request, origins)) {
      throw new RequestProblem(
        403,
        'A page from elsewhere may not change anything here. Start the server with --cors and its origin.',
      );
    }
    if (keys !== null && request.method !== 'OPTIONS') {
      checkKey(request, keys, scope ?? (reading ? 'read' : 'write'));
    }
    next();
  };
}
