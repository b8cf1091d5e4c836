// Bytes of a file → Document, at once: text and Markdown, which may carry front matter, and JSON with
// one article. The other formats need time or hold many articles: see read-documents.ts.

import type { Document } from '../schema/index.ts';
import { decode } from './decode.ts';
import { type Article, documentOf } from './document.ts';
import { splitFrontMatter } from './front-matter.ts';
import { InputError } from './input-error.ts';
import { headingOf, textOfMarkdown } from './markdown.ts';
import { unwrapped } from './plain-text.ts';
import { articleOfRecord } from './record.ts';

/** The name of a file without its folders. */
export const baseName = (name: string): string => name.replace(/^.*[/\\]/, '');

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The file is not valid JSON (${(error as Error).message}); expected one object with "text".`,
    );
  }
}

function articleOfMarkdown(article: Article): Article {
  const title = article.title ?? headingOf(article.text);
  const text = textOfMarkdown(article.text);
  return {
    ...article,
    title,
    text: text.startsWith(`${title}\n`) ? text.slice(title?.length) : text,
  };
}

/** Reads text or Markdown. Throws InputError. */
export function readText(bytes: Uint8Array, name: string, isMarkdown: boolean): Article {
  const { metadata, body } = splitFrontMatter(decode(bytes));
  const { html: _, ...article } = articleOfRecord({ ...metadata, text: body }, baseName(name));
  return isMarkdown ? articleOfMarkdown(article) : { ...article, text: unwrapped(article.text) };
}

/**
 * Reads one article. `name` is a file name or URL, used for its ending alone.
 * Throws InputError when the bytes are no article: empty, binary, not UTF-8, too large, or with
 * broken front matter or JSON.
 */
export function readArticle(bytes: Uint8Array, name: string): Document {
  if (/\.json$/i.test(name)) {
    const article = articleOfRecord(parseJson(decode(bytes)), baseName(name));
    if (!article.text) throw new InputError('The article has no text; expected "text".');
    return documentOf(article, { mediaType: 'application/json' });
  }
  const isMarkdown = /\.(md|markdown)$/i.test(name);
  const mediaType = isMarkdown ? 'text/markdown' : 'text/plain';
  return documentOf(readText(bytes, name, isMarkdown), { mediaType });
}
