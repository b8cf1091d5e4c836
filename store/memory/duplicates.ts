// Which documents are copies of which, by comparing every two that share a band.

import type { Extraction } from '../../schema/index.ts';
import { areAlike, fingerprintOfText, originalOf, reachable } from '../copies/index.ts';
import { publishedKey } from '../order.ts';

/** Seconds; a document without a date comes after all others. */
export function publishedTime(published: string | null): number {
  const time = Date.parse(publishedKey(published));
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : Math.floor(time / 1000);
}

/** Document id → the one whose copy it is, of all documents but those counted for themselves. */
export function duplicatesOf(
  extractions: Iterable<Extraction>,
  kept: ReadonlySet<string>,
): Map<string, string> {
  const documents = [...extractions]
    .filter(({ document }) => !kept.has(document.id))
    .map(({ document: { id, published, text } }) => {
      const fingerprint = fingerprintOfText(text);
      return { id, published: publishedTime(published), fingerprint };
    });
  const likeOf = (one: (typeof documents)[number]) =>
    documents.filter(
      (other) =>
        other !== one &&
        other.fingerprint.bands.some((band) => one.fingerprint.bands.includes(band)) &&
        areAlike(one.fingerprint, other.fingerprint),
    );
  const duplicates = new Map<string, string>();
  for (const document of documents) {
    const original = originalOf([...reachable(document, likeOf)]);
    if (original !== document) duplicates.set(document.id, original.id);
  }
  return duplicates;
}
