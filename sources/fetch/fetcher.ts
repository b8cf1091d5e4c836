// Fetches pages, feeds and files from the web for a reader that behaves: http and https alone, public
// addresses alone after every redirect, robots.txt, one request at a time to a host with a pause,
// bounds of time and size, and "not modified" for what was fetched before (RFC 9110, section 13).

import type { Validators } from '../../schema/index.ts';
import { contentType } from '../http-body.ts';
import { InputError } from '../input-error.ts';
import { addressGuard } from './address.ts';
import { turns } from './politeness.ts';
import { type Answer, header, type Limits, requestOnce } from './request.ts';
import { allowAll, allowNothing, mostRobots, type Robots, robotsOf } from './robots.ts';

export interface FetchOptions {
  /** How the reader names itself; a name and where its owner is to be reached is good manners. */
  readonly userAgent?: string;
  /** Addresses or ranges (`192.168.1.0/24`) that may be asked although they are not public. */
  readonly allowAddresses?: readonly string[];
  /** Milliseconds for one request. */
  readonly timeout?: number;
  /** Most bytes of one answer, as it comes and unpacked. */
  readonly maximumSize?: number;
  /** Milliseconds between two requests to a host; robots.txt may ask for more. */
  readonly pause?: number;
  /** The clock. */
  readonly now?: () => Date;
}

export interface Fetched {
  /** Where it was found in the end. */
  readonly url: string;
  /** ISO 8601. */
  readonly retrieved: string;
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  /** Null where the server gave none that can be relied on. */
  readonly validators: Validators | null;
}

export interface Fetcher {
  /**
   * Fetches an address. Rejects with an InputError that says why not. The answer is null where
   * nothing changed since the one that `known` came with.
   */
  fetch(
    address: string,
    options?: { known?: Validators | null; stop?: AbortSignal },
  ): Promise<Fetched | null>;
}

/** The name that robots.txt knows the reader by. */
export const robotsName = 'whowhom';

const mostRedirects = 8;
/** Robots files are asked for again after so many milliseconds. */
const robotsAge = 24 * 3_600_000;
/** A longer pause than this is not waited for. Milliseconds. */
const longestPause = 30_000;
/** What changed later than so long before the answer may change again within the same second. Milliseconds. */
const youngest = 60_000;

function addressOf(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw new InputError(
      `"${text.slice(0, 200)}" is not a valid address; expected http:// or https://.`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InputError(
      `Addresses of ${url.protocol} are not fetched; expected http:// or https://.`,
    );
  }
  if (url.username || url.password) {
    throw new InputError('The address holds a user name or password; take it out.');
  }
  url.hash = '';
  return url;
}

/** Milliseconds that Retry-After asks for; null where it asks for nothing that can be read. */
function retryAfter(answer: Answer, now: Date): number | null {
  const value = header(answer, 'retry-after');
  if (value === null) return null;
  if (/^\d{1,6}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/**
 * The validators of an answer. A time alone tells a change only where it lies well before the answer
 * (RFC 9110, section 8.8.2.2).
 */
function validatorsOf(answer: Answer, url: URL, now: Date): Validators | null {
  const etag = header(answer, 'etag');
  const modified = header(answer, 'last-modified');
  const answered = Date.parse(header(answer, 'date') ?? now.toISOString());
  const isOld = modified !== null && answered - Date.parse(modified) >= youngest;
  return etag !== null || isOld ? { url: url.href, etag, modified } : null;
}

const conditionsOf = ({ etag, modified }: Validators): Record<string, string> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(modified === null ? {} : { 'if-modified-since': modified }),
});

const statusWords: Readonly<Record<number, string>> = {
  401: 'it wants a login',
  402: 'it wants to be paid',
  403: 'it refuses readers like this',
  404: 'there is no such page',
  410: 'the page was taken down',
  429: 'it was asked too often',
  451: 'it may not show the page',
};

export function createFetcher(options: FetchOptions = {}): Fetcher {
  const {
    userAgent = `${robotsName} (reads news articles for one user; obeys robots.txt)`,
    timeout = 30_000,
    maximumSize = 20_000_000,
    pause = 1_000,
    now = () => new Date(),
  } = options;
  const limits: Limits = {
    timeout,
    maximumSize,
    mayConnect: addressGuard(options.allowAddresses ?? []),
  };
  const hosts = turns();
  const robots = new Map<string, { readonly until: number; readonly rules: Promise<Robots> }>();

  const headers = {
    'user-agent': userAgent,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5',
  };

  /**
   * Asks and follows redirects. Before each step `guard` rejects where it is not allowed, and says
   * how long to wait after the last request to the host; null where it takes no turn.
   */
  async function follow(
    start: URL,
    known: Validators | null,
    bounds: Limits,
    guard: (url: URL) => Promise<number | null>,
    stop: AbortSignal | undefined,
  ): Promise<{ readonly url: URL; readonly answer: Answer }> {
    let url = start;
    const passed = new Set<string>();
    for (let step = 0; step <= mostRedirects; step += 1) {
      if (passed.has(url.href)) throw new InputError(`${start.href} redirects in a circle.`);
      passed.add(url.href);
      const rest = await guard(url);
      const sent = known?.url === url.href ? { ...headers, ...conditionsOf(known) } : headers;
      const ask = (): Promise<Answer> => requestOnce(url, sent, bounds, stop);
      const answer = rest === null ? await ask() : await hosts.take(url.host, rest, ask, stop);
      const location = header(answer, 'location');
      if (answer.status < 300 || answer.status >= 400 || answer.status === 304 || !location) {
        return { url, answer };
      }
      url = addressOf(location, url);
    }
    throw new InputError(`${start.href} redirects more than ${mostRedirects} times.`);
  }

  async function readRobots(origin: string, stop: AbortSignal | undefined): Promise<Robots> {
    const bounds = { ...limits, timeout: Math.min(timeout, 10_000), maximumSize: mostRobots * 2 };
    const start = new URL('/robots.txt', origin);
    const { answer } = await follow(start, null, bounds, async () => null, stop);
    if (answer.status >= 200 && answer.status < 300) {
      return robotsOf(new TextDecoder().decode(answer.bytes), robotsName);
    }
    return answer.status >= 500 || answer.status === 429 ? allowNothing : allowAll;
  }

  function rulesOf(url: URL, stop: AbortSignal | undefined): Promise<Robots> {
    const time = now().getTime();
    const known = robots.get(url.origin);
    if (known && known.until > time) return known.rules;
    const rules = readRobots(url.origin, stop);
    // What cannot be reached is asked again the next time.
    rules.catch(() => robots.delete(url.origin));
    robots.set(url.origin, { until: time + robotsAge, rules });
    return rules;
  }

  async function allowed(url: URL, stop: AbortSignal | undefined): Promise<number> {
    const rules = await rulesOf(url, stop);
    if (!rules.allows(url.pathname + url.search)) {
      throw new InputError(`The robots.txt of ${url.host} does not allow to read this page.`);
    }
    const wanted = Math.max(pause, (rules.delay ?? 0) * 1000);
    if (wanted > longestPause) {
      throw new InputError(
        `The robots.txt of ${url.host} asks for ${wanted / 1000} s between two requests, more than is waited for.`,
      );
    }
    return wanted;
  }

  return {
    async fetch(address, { known = null, stop } = {}) {
      const start = addressOf(address);
      const guard = (url: URL): Promise<number> => allowed(url, stop);
      let found = await follow(start, known, limits, guard, stop);
      const later = /^(?:429|503)$/.test(String(found.answer.status))
        ? retryAfter(found.answer, now())
        : null;
      if (later !== null && later <= longestPause) {
        const patient = async (url: URL): Promise<number> => Math.max(later, await guard(url));
        found = await follow(start, known, limits, patient, stop);
      }
      const { url, answer } = found;
      if (answer.status === 304 && known?.url === url.href) return null;
      if (answer.status < 200 || answer.status >= 300) {
        const words =
          statusWords[answer.status] ?? (answer.status >= 500 ? 'it has a fault' : null);
        throw new InputError(`${url.host} answered ${answer.status}${words ? `: ${words}` : ''}.`);
      }
      return {
        url: url.href,
        retrieved: now().toISOString(),
        ...contentType(header(answer, 'content-type')),
        bytes: answer.bytes,
        validators: validatorsOf(answer, url, now()),
      };
    },
  };
}
