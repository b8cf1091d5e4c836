// "I" and "we" outside quotation marks: who wrote the text; "you" there: to whom. They have an
// identity of their own in each document, since nothing in the text need say who that is.

import type { UnlinkedMention } from '../../schema/index.ts';

const one = /^(?:i|me|my|mine|myself)$/;
const many = /^(?:we|us|our|ours|ourselves)$/;
const addressed = /^(?:you|your|yours|yourself|yourselves)$/;

export const isOne = ({ name }: UnlinkedMention): boolean => one.test(name);
export const isAddressed = ({ name }: UnlinkedMention): boolean => addressed.test(name);
export const isMany = ({ name }: UnlinkedMention): boolean => many.test(name);

/** Identity key of the one or the many who write a document, or of whom they write to; null for another pronoun. */
export function writerKey(mention: UnlinkedMention, document: string): string | null {
  if (isOne(mention)) return `author:${document}`;
  if (isAddressed(mention)) return `addressee:${document}`;
  return isMany(mention) ? `authors:${document}` : null;
}

export const isWriter = (key: string): boolean => /^(?:authors?|addressee):/.test(key);

/** What the writers of a document, and whom they write to, are called. */
export function writerName(key: string, author: string | null): string {
  if (key.startsWith('addressee:')) return 'the addressee';
  return key.startsWith('author:') ? (author ?? 'the author') : 'the authors';
}
