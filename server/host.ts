// Against DNS rebinding: a page from elsewhere whose name is made to point at this machine has
// that name in the Host header. A server on the loopback address answers to its own names only.

import type { RequestHandler } from 'express';
import { RequestProblem } from './problem.ts';

/** Whether an address to listen on is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** The name in a Host header, without its port; null where it is not a plain one. */
function nameOf(header: string | undefined): string | null {
  return /^(\[[0-9a-f:.]+\]|[^:[\]/@]+)(?::\d{0,5})?$/i.exec(header ?? '')?.[1] ?? null;
}

/** Answers 403 to a request by a name that is not localhost, 127.0.0.1, [::1] or `host`. */
export function knownHostsOnly(host: string): RequestHandler {
  const known = ['localhost', '127.0.0.1', '[::1]', host.toLowerCase()];
  return (request, _response, next) => {
    const name = nameOf(request.headers.host);
    if (name !== null && known.includes(name.toLowerCase())) {
      next();
      return;
    }
    throw new RequestProblem(
      403,
      'This server answers to localhost and 127.0.0.1 only. Open it by one of these, or start it with --host.',
    );
  };
}
