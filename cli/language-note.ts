// What the user is told of an article that is kept and not read.

import { canRead, type Document } from '../schema/index.ts';

/** A clause about an article in another language than English; null for one that is read. */
export function languageNote({ language }: Document): string | null {
  if (canRead(language) || !language) return null;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return `kept, but not read: the text is in ${name} (${language}), and only English is read so far`;
}
