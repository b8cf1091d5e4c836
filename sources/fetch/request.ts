// One request over HTTP, guarded: the address is checked after it was resolved and connected to as it
// was checked, so that no second answer of the name server comes between; the answer is bounded in
// size, as it comes and unpacked, and in time.

import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { decompressed } from '../http-body.ts';
import { InputError } from '../input-error.ts';

export interface Limits {
  /** Milliseconds for a request from its first byte to the last of its answer. */
  readonly timeout: number;
  /** Most bytes of an answer, as it comes and unpacked. */
  readonly maximumSize: number;
  /** Whether an address may be connected to. */
  readonly mayConnect: (address: string) => boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Empty for a redirect. */
  readonly bytes: Uint8Array;
}

export function header(answer: Answer, name: string): string | null {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

const closedAddress = (host: string): InputError =>
  new InputError(
    `${host} is in a private or special network, which is not asked; only public addresses are.`,
  );

function guardedLookup(mayConnect: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        done(
          new InputError(`The host ${host} is not known (${error.code}); check the address.`),
          '',
        );
        return;
      }
      // One closed address among them is enough: a name that points inside is not to be trusted.
      const bad = addresses.find(({ address }) => !mayConnect(address));
      const first = addresses[0];
      if (bad || !first) done(closedAddress(host), '');
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** What went wrong on the way, in words. */
function refusal(error: unknown, url: URL, { timeout }: Limits): Error {
  if (error instanceof InputError) return error;
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new InputError(`${url.host} did not answer in full within ${timeout / 1000} s.`);
  }
  if (code === 'ECONNRESET' || message === 'aborted') {
    return new InputError(`${url.host} broke off its answer before the end.`);
  }
  if (code === 'ECONNREFUSED') return new InputError(`${url.host} does not accept connections.`);
  if (code?.startsWith('HPE_')) {
    return new InputError(`${url.host} answers in a form that is not HTTP (${code}).`);
  }
  if (code && /CERT|SSL|TLS|ALTNAME/.test(code)) {
    return new InputError(`The certificate of ${url.host} is not valid (${code}).`);
  }
  return new InputError(`${url.host} cannot be reached (${code ?? message}).`);
}

async function bodyOf(message: IncomingMessage, url: URL, limits: Limits): Promise<Uint8Array> {
  const most = limits.maximumSize;
  const tooLarge = (): InputError =>
    new InputError(
      `The answer of ${url.host} has more than ${most / 1_000_000} MB, the most that is read.`,
    );
  if (Number(message.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  if (!message.complete) throw new InputError(`${url.host} broke off its answer before the end.`);
  return decompressed(Buffer.concat(chunks), message.headers['content-encoding'], most);
}

/** Asks once and follows no redirect. Rejects with an InputError that says why there is no answer. */
export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  stop?: AbortSignal,
): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address written as such is not resolved, so it is checked here.
  if (isIP(host) !== 0 && !limits.mayConnect(host)) throw closedAddress(url.hostname);
  const timeout = AbortSignal.timeout(limits.timeout);
  const signal = stop ? AbortSignal.any([stop, timeout]) : timeout;
  try {
    const message = await new Promise<IncomingMessage>((done, failed) => {
      const send = url.protocol === 'https:' ? overHttps : overHttp;
      const options = {
        headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' },
        lookup: guardedLookup(limits.mayConnect),
        agent: false as const,
        maxHeaderSize: 32_768,
        signal,
      };
      const request = send(url, options, done);
      request.once('error', failed);
      request.end();
    });
    const status = message.statusCode ?? 0;
    try {
      const hasBody = status >= 200 && status < 300;
      const bytes = hasBody ? await bodyOf(message, url, limits) : new Uint8Array(0);
      return { status, headers: message.headers, bytes };
    } finally {
      message.destroy();
    }
  } catch (error) {
    stop?.throwIfAborted();
    throw refusal(error, url, limits);
  }
}
