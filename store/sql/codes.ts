// How ids, days and the few words of a closed list are kept: as bytes and small numbers.

import { publishedKey } from '../order.ts';
import { undated } from './tables.ts';

export const kinds = ['event', 'stance', 'role'] as const;
export const polarities = ['positive', 'negative'] as const;
export const modalities = ['actual', 'future', 'hypothetical', 'demanded', 'threatened'] as const;
export const attributions = ['author', 'direct-quote', 'indirect'] as const;
export const precisions = ['year', 'month', 'day', 'time', 'unknown'] as const;
export const bases = ['explicit', 'publication-relative', 'inferred', 'none'] as const;
export const harms = ['killed', 'wounded', 'abducted', 'detained', 'displaced'] as const;
export const deciders = ['type', 'mode', 'context'] as const;

/** The place of a word in its list. */
export const codeOf = (list: readonly string[], word: string): number => list.indexOf(word);

/** The bytes of an id; null for a text that is no such id. */
export function bytesOf(prefix: 'doc' | 'en' | 'st', id: string): Buffer | null {
  const digits = id.slice(prefix.length + 1);
  return id.startsWith(`${prefix}_`) && /^[0-9a-f]{24}$/.test(digits)
    ? Buffer.from(digits, 'hex')
    : null;
}

/** The id of its bytes, or of their hexadecimal digits. */
export const idOf = (
  prefix: 'doc' | 'en' | 'st',
  bytes: ArrayBuffer | Uint8Array | string,
): string =>
  `${prefix}_${typeof bytes === 'string' ? bytes : Buffer.from(bytes as Uint8Array).toString('hex')}`;

/** The key of a document: the first 48 bits of its id. */
export function documentKey(id: string): number | null {
  const bytes = bytesOf('doc', id);
  return bytes === null ? null : bytes.readUIntBE(0, 6);
}

/** `2024-03-01` → 20240301; null for another text. */
export function dayNumber(day: string | null | undefined): number | null {
  return day && /^\d{4}-\d{2}-\d{2}/.test(day)
    ? Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10))
    : null;
}

/** 20240301 → `2024-03-01`. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The place of a date in the order of lists: seconds since 1970. */
export function publishedNumber(published: string | null): number {
  const time = Date.parse(publishedKey(published));
  return Number.isNaN(time) ? undated : Math.floor(time / 1000);
}
