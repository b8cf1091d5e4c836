// What was found of an article → Document: the last step that all formats share.

import { contentHash, type Document, identifier } from '../schema/index.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { datelineOf } from './dateline.ts';
import { maximumSize, normalize } from './decode.ts';
import { InputError } from './input-error.ts';
import { languageOf } from './language.ts';

/** An article before it is a document. What is not known is null or left out. */
export interface Article {
  readonly text: string;
  /** An id of the user's own, together with what it is unique in. */
  readonly key?: readonly [within: string, id: string] | null;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly publisher?: string | null;
  readonly author?: string | null;
  readonly language?: string | null;
  readonly published?: string | null;
}

/** Where the bytes came from. */
export interface Origin {
  readonly mediaType: string;
  /** When they were fetched from the network; null for a local file. */
  readonly retrieved?: string | null;
}

/** One line of metadata; null where nothing is in it. */
export function line(text: string | null | undefined): string | null {
  return (
    normalize(text ?? '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}

/** Throws InputError when the article has no text or more than one article may have. */
export function documentOf(article: Article, { mediaType, retrieved }: Origin): Document {
  const text = withoutBoilerplate(normalize(article.text)).trim();
  if (!/\S/.test(text)) {
    throw new InputError('The article has no text; expected at least one sentence.');
  }
  if (text.length > maximumSize) {
    throw new InputError(
      `The article has more than ${maximumSize / 1_000_000} million characters, the most that one may have. Split it.`,
    );
  }
  const title = line(article.title);
  const url = article.url ?? null;
  const published = article.published ?? datelineOf(text)?.date ?? null;
  const identity = url ? [url] : article.key ? ['id', ...article.key] : [title, published, text];
  return {
    id: identifier('doc', identity),
    url,
    title,
    description: line(article.description),
    publisher: line(article.publisher),
    author: line(article.author),
    language: languageOf(text, article.language ?? null),
    published,
    retrieved: retrieved ?? null,
    mediaType,
    contentHash: contentHash(text),
    duplicateOf: null,
    text,
  };
}
