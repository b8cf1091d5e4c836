// API keys. A key is 256 random bits, shown once when it is made; the file holds its SHA-256 alone, with
// a name and what it may do. Random keys need no slow hash: there is nothing to guess from.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Scope = 'read' | 'write';

export interface AccessKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** The message is a sentence for the user. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A new key and its record. */
export function makeKey(
  name: string,
  scopes: readonly Scope[],
): { readonly key: string; readonly record: AccessKey } {
  const key = `whowhom_${randomBytes(32).toString('base64url')}`;
  return { key, record: { name, scopes, hash: hashOf(key).toString('hex') } };
}

/** The record of a key, in a time that tells nothing of how much of it was right. */
export function findKey(keys: readonly AccessKey[], key: string): AccessKey | null {
  const hash = hashOf(key);
  let found: AccessKey | null = null;
  for (const record of keys) {
    if (timingSafeEqual(hash, Buffer.from(record.hash, 'hex'))) found = record;
  }
  return found;
}

function isKey(value: unknown): value is AccessKey {
  if (typeof value !== 'object' || value === null) return false;
  const { name, scopes, hash } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    Array.isArray(scopes) &&
    scopes.every((scope) => scope === 'read' || scope === 'write') &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/.test(hash)
  );
}

/** The keys in the text of a file. Throws a KeyError that names the file. */
export function parseKeys(text: string, path: string): AccessKey[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (Array.isArray(value) && value.every(isKey)) return value;
  throw new KeyError(
    `${path}: Expected a list of keys as \`whowhom key add\` writes it, found something else. Make the keys anew.`,
  );
}
