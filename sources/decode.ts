// Bytes → text. UTF-8 only, with or without a byte order mark; NFC; line ends become \n.

import { InputError } from './input-error.ts';

/** Larger files are not one article. In bytes. */
export const maximumSize = 5_000_000;

/** Control characters other than white space: signs of a binary file. */
const control = /[^\P{Cc}\s]/gu;

/** Decodes the bytes of one article. Throws InputError when they are no text in UTF-8. */
export function decode(bytes: Uint8Array): string {
  if (bytes.length === 0)
    throw new InputError('The file is empty; expected the text of an article.');
  if (bytes.length > maximumSize) {
    throw new InputError(
      `The file has more than ${maximumSize / 1_000_000} MB, the most that one article may have. Split it into one file an article.`,
    );
  }
  if (bytes.subarray(0, 8000).includes(0)) {
    throw new InputError('The file is binary or UTF-16; expected text in UTF-8.');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(
      'The file is not valid UTF-8; convert it first, for example with iconv -f latin1 -t utf-8.',
    );
  }
  if ((text.match(control)?.length ?? 0) > text.length / 100) {
    throw new InputError('The file is binary; expected text in UTF-8.');
  }
  const normalized = normalize(text);
  if (!/\S/.test(normalized)) {
    throw new InputError('The file holds only white space; expected the text of an article.');
  }
  return normalized;
}

/** The form in which every document keeps its text: NFC, \n for line ends, no byte order mark. */
export function normalize(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
