// "I" and "we" outside quotation marks: who wrote the text. They have an identity of their own in
// each document, since nothing in the text need say who that is.

import type { UnlinkedMention } from '../../schema/index.ts';

const one = /^(?:i|me|my|mine|myself)$/;
const many = /^(?:we|us|our|ours|ourselves)$/;

export const isOne = ({ name }: UnlinkedMention): boolean => one.test(name);
export const isMany = ({ name }: UnlinkedMention): boolean => many.test(name);

/** Identity key of the one or the many who write a document; null for another pronoun. */
export function writerKey(mention: UnlinkedMention, document: string): string | null {
  if (isOne(mention)) return `author:${document}`;
  return isMany(mention) ? `authors:${document}` : null;
}

export const isWriter = (key: string): boolean => /^authors?:/.test(key);

/** What the writers of a document are called. */
export const writerName = (key: string, author: string | null): string =>
  key.startsWith('author:') ? (author ?? 'the author') : 'the authors';
