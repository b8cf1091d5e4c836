// The body of an HTTP answer: the parts of a chunked one put together, and a compressed one opened,
// never to more bytes than are allowed, however small it came.

import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { InputError } from './input-error.ts';

/** Opens a body after its Content-Encoding. Throws InputError: broken, unknown, or too large. */
export function decompressed(
  bytes: Uint8Array,
  encoding: string | undefined,
  most: number,
): Uint8Array {
  const limits = { maxOutputLength: most };
  const openers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
    gzip: (body) => gunzipSync(body, limits),
    'x-gzip': (body) => gunzipSync(body, limits),
    br: (body) => brotliDecompressSync(body, limits),
    deflate: (body) => {
      // Some servers leave out the header that the standard asks for.
      const isZlib =
        ((body[0] ?? 0) & 0x0f) === 8 && (((body[0] ?? 0) << 8) | (body[1] ?? 0)) % 31 === 0;
      return isZlib ? inflateSync(body, limits) : inflateRawSync(body, limits);
    },
    identity: (body) => body,
  };
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > 3) throw new InputError('The answer is compressed more than three times.');
  let body = bytes;
  for (const name of names.reverse()) {
    const open = openers[name];
    if (!open) throw new InputError(`The answer is compressed as ${name}, which is not known.`);
    try {
      body = open(body);
    } catch (error) {
      const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new InputError(
        isLarge
          ? `The answer unpacks to more than ${most / 1_000_000} MB, the most that is read.`
          : 'The answer is compressed, and broken.',
      );
    }
  }
  return body;
}

/** Puts the parts of a chunked body together. Throws InputError where it breaks the form. */
export function unchunked(bytes: Uint8Array): Uint8Array {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0 ? null : /^[0-9a-f]{1,8}(?=;|\s*$)/i.exec(body.toString('latin1', at, end));
    if (!size) throw new InputError('The answer breaks the form of chunked bodies.');
    const count = Number.parseInt(size[0], 16);
    if (count === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + count));
    at = end + 2 + count + 2;
  }
  return Buffer.concat(parts);
}

/** The media type and character set of a Content-Type. */
export function contentType(value: string | undefined | null): {
  readonly mediaType: string | null;
  readonly charset: string | null;
} {
  const mediaType = /^[\w.+-]+\/[\w.+-]+/.exec(value?.trim() ?? '')?.[0].toLowerCase() ?? null;
  return { mediaType, charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(value ?? '')?.[1] ?? null };
}
