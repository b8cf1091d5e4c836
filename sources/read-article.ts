// Bytes of a file → Document. Text and Markdown may carry front matter; .json is one article object.

import {
  type Article,
  contentHash,
  type Document,
  identifier,
  type SchemaError,
  validate,
} from '../schema/index.ts';
import { decode, normalize } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { InputError } from './input-error.ts';
import { foreignLanguage } from './language.ts';

function mediaTypeOf(name: string): string {
  if (/\.json$/i.test(name)) return 'application/json';
  return /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The file is not valid JSON (${(error as Error).message}); expected one object with "text".`,
    );
  }
}

function articleOf(text: string, mediaType: string): unknown {
  if (mediaType === 'application/json') return parseJson(text);
  const { metadata, body } = splitFrontMatter(text);
  return { ...metadata, text: body };
}

function describe(errors: readonly SchemaError[]): string {
  return errors.map((error) => error.detail).join('; ');
}

function checked(value: unknown): Article {
  const article = validate('article', value);
  if (!article.ok) {
    throw new InputError(`The article is not in the expected form: ${describe(article.errors)}.`);
  }
  if (!/\S/.test(article.value.text)) {
    throw new InputError('The article has no text; expected at least one sentence.');
  }
  return article.value;
}

/**
 * Reads one article. `name` is a file name or URL, used for its ending alone.
 * Throws InputError when the bytes are no English article: empty, binary, not UTF-8, too large,
 * broken front matter or JSON, or in another language.
 */
export function readArticle(bytes: Uint8Array, name: string): Document {
  const mediaType = mediaTypeOf(name);
  const article = checked(articleOf(decode(bytes), mediaType));
  const text = normalize(article.text).trim();
  const foreign = foreignLanguage(text);
  if (foreign) {
    throw new InputError(
      `The text seems to be in another language (ISO 639-3 ${foreign}); only English is read so far.`,
    );
  }
  const title = article.title?.trim() || null;
  const published = article.published ?? null;
  const url = article.url ?? null;
  return {
    id: identifier('doc', url ? [url] : [title, published, text]),
    url,
    title,
    description: article.description ?? null,
    publisher: article.publisher ?? null,
    author: article.author ?? null,
    language: article.language ?? 'en',
    published,
    retrieved: null,
    mediaType,
    contentHash: contentHash(text),
    duplicateOf: null,
    text,
  };
}
