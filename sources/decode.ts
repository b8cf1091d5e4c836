// Bytes → text. UTF-8 with or without a byte order mark; a page may name another character set.
// What comes out is NFC with \n for line ends, and has no NUL or other control character.

import { InputError } from './input-error.ts';

/** Larger files are not one article. In bytes. */
export const maximumSize = 5_000_000;

/** Control characters other than white space: signs of a binary file. */
const control = /[^\P{Cc}\s]/gu;
/** Half of a surrogate pair, which no text in UTF-8 can hold. */
const loneSurrogate = /\p{Surrogate}/gu;

/** Throws InputError where there are no bytes or more than one article may have. */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw new InputError('The file is empty; expected the text of an article.');
  if (bytes.length > maximumSize) {
    throw new InputError(
      `The file has more than ${maximumSize / 1_000_000} MB, the most that one article may have. Split it into one file an article.`,
    );
  }
}

/** Decodes UTF-8. Throws InputError where the bytes are none. */
export function decodeStrictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(
      'The file is not valid UTF-8; convert it first, for example with iconv -f latin1 -t utf-8.',
    );
  }
}

/** Decodes the bytes of one article. Throws InputError when they are no text in UTF-8. */
export function decode(bytes: Uint8Array): string {
  checkSize(bytes);
  if (bytes.subarray(0, 8000).includes(0)) {
    throw new InputError('The file is binary or UTF-16; expected text in UTF-8.');
  }
  const text = decodeStrictly(bytes);
  if ((text.match(control)?.length ?? 0) > text.length / 100) {
    throw new InputError('The file is binary; expected text in UTF-8.');
  }
  const normalized = normalize(text);
  if (!/\S/.test(normalized)) {
    throw new InputError('The file holds only white space; expected the text of an article.');
  }
  return normalized;
}

/** The character set that a page or feed names itself: `<meta charset="…">`, `<?xml encoding="…"?>`. */
function namedInHead(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const pattern =
    /<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i;
  return pattern.exec(head)?.[1] ?? null;
}

/** Windows-1252 between 0x80 and 0x9f; elsewhere it is Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, because some versions of Node decode it as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

/**
 * Decodes a page: by its byte order mark, the character set that came with it over HTTP, the one
 * it names itself, UTF-8 where the bytes are, or Windows-1252. Throws InputError as `decode` does.
 */
export function decodePage(bytes: Uint8Array, charset: string | null): string {
  checkSize(bytes);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return normalize(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff)
    return normalize(new TextDecoder('utf-16be').decode(bytes));
  try {
    return normalize(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const names = [charset, namedInHead(bytes)].filter((name) => name !== null);
    const decoder = names.map(decoderFor).find((each) => each && each.encoding !== 'utf-8');
    if (!decoder || decoder.encoding === 'windows-1252') return normalize(decodeWindows1252(bytes));
    return normalize(decoder.decode(bytes));
  }
}

/**
 * The form in which every document keeps its text: NFC, \n for line ends, no byte order mark, no
 * control character but tab and line end, no half of a surrogate pair.
 */
export function normalize(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC');
}
