// One article as a record: a JSON object, a row of a table, the front matter of a file. Its fields
// are those of schema/article.schema.json; names that other programs give them are known too.

import { type SchemaError, type Article as Stated, validate } from '../schema/index.ts';
import type { Article } from './document.ts';
import { InputError } from './input-error.ts';
import { publishedOf } from './published.ts';

/** Other names of a field, the more certain first. In small letters, without - and _. */
const alsoCalled = {
  text: ['body', 'content', 'articlebody', 'articletext', 'fulltext', 'maintext', 'contenttext'],
  html: ['contenthtml', 'bodyhtml'],
  title: ['headline', 'heading'],
  description: ['summary', 'abstract', 'subtitle', 'lead'],
  publisher: ['source', 'outlet', 'publication', 'newspaper', 'sitename', 'site'],
  author: ['authors', 'byline', 'creator'],
  published: ['publishedat', 'datepublished', 'publicationdate', 'pubdate', 'publishdate', 'date'],
  url: ['link', 'canonicalurl', 'uri'],
  language: ['lang', 'inlanguage'],
  id: ['guid', 'identifier', 'docid', 'articleid'],
} as const;

/** Fields that may be null, and are where an empty cell stands. */
const names = Object.keys(alsoCalled) as (keyof typeof alsoCalled)[];

const key = (name: string): string => name.trim().toLowerCase().replaceAll(/[-_ ]/g, '');

/** Lists of names are one line; an object with a name stands for it. */
function simple(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(simple);
    return parts.every((part) => typeof part === 'string') ? parts.join(', ') : value;
  }
  if (typeof value === 'object' && value !== null && 'name' in value) return value.name;
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

/** The record with the schema's names; fields that it does not know are left as they are. */
function renamed(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const byKey = new Map(Object.entries(record).map(([name, value]) => [key(name), value]));
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const called = [name, ...alsoCalled[name]].find((each) => {
      const value = byKey.get(each);
      return value !== undefined && value !== null && value !== '';
    });
    if (called === undefined) continue;
    const value = byKey.get(called);
    found[name] = name === 'text' || name === 'html' ? value : simple(value);
  }
  if (typeof found.published === 'string') {
    found.published = publishedOf(found.published) ?? found.published;
  }
  return found;
}

function describe(errors: readonly SchemaError[]): string {
  return errors.map((error) => error.detail).join('; ');
}

/**
 * A record, checked. `within` is what its own id is unique in where it names no publisher: the file.
 * Throws InputError where it is not in the schema's form or has neither text nor html.
 */
export function articleOfRecord(
  record: unknown,
  within: string,
): Article & Pick<Stated, 'html'> & { readonly text: string } {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new InputError(
      'The article is not in the expected form: expected an object with "title", "published" and "text".',
    );
  }
  const checked = validate('article', renamed(record as Record<string, unknown>));
  if (!checked.ok) {
    throw new InputError(`The article is not in the expected form: ${describe(checked.errors)}.`);
  }
  const { id, ...article } = checked.value;
  if (!/\S/.test(article.text ?? '') && !/\S/.test(article.html ?? '')) {
    throw new InputError('The article has no text; expected "text" or "html" with a sentence.');
  }
  const known = id === undefined || id === null ? null : String(id);
  return {
    ...article,
    text: article.text ?? '',
    key: known === null ? null : [article.publisher ?? within, known],
  };
}
