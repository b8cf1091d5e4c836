// Ids are content hashes with a prefix that says what they name: doc_, en_, st_, ju_, gr_, job_.
// The same content has the same id everywhere and for ever; the prefix keeps ids such as
// `constructor` out of graphology's plain objects.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type IdentifierPrefix = 'doc' | 'en' | 'st' | 'ju' | 'gr' | 'job';

/** `identifier('en', ['country', 'CHN'])` → `en_` and 24 hexadecimal digits (96 bits of SHA-256). */
export function identifier(
  prefix: IdentifierPrefix,
  parts: readonly (string | number | boolean | null)[],
): string {
  return `${prefix}_${bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 24)}`;
}

/** `sha256:` and 64 hexadecimal digits of the text in UTF-8. */
export function contentHash(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
