// Who published a page, when, under which title: out of JSON-LD, OpenGraph and meta elements, in
// this order, and out of what stands on the page where they say nothing.

import type { Article } from '../document.ts';
import { line } from '../document.ts';
import { publishedOf } from '../published.ts';
import { sameSite, webAddress } from '../web-address.ts';
import type { PageDocument } from './dom.ts';
import { type LinkedArticle, linkedArticleOf } from './json-ld.ts';

export interface PageMetadata extends Omit<Article, 'text'> {
  readonly url: string | null;
  readonly title: string | null;
  readonly linked: LinkedArticle | null;
}

const dateNames = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'date.published',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'pubdate',
  'publication_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'cxenseparse:recs:publishtime',
  'date',
];

/** Content of the meta elements by their name, property or itemprop in small letters; the first counts. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of [...document.querySelectorAll('meta[content]')].slice(0, 500)) {
    const content = line(element.getAttribute('content'));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function firstOf(meta: ReadonlyMap<string, string>, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name);
    if (value) return value;
  }
  return null;
}

/** A title without the name of the site behind it: "Talks end | Example Times" → "Talks end". */
function bareTitle(title: string | null, publisher: string | null): string | null {
  if (!title) return null;
  const parts = title.split(/ (?:\||–|—|-|»|::) /);
  const last = parts.at(-1) ?? '';
  const isSite = publisher !== null && last.toLowerCase() === publisher.toLowerCase();
  if (parts.length > 1 && (isSite || / (?:\||»|::) /.test(title))) {
    return parts.slice(0, isSite ? -1 : 1).join(' – ');
  }
  return title;
}

/** Names alone: "By Ana Torres" → "Ana Torres"; an address or handle is no name. */
function authorName(text: string | null): string | null {
  const name = text
    ?.replace(/^(?:written |reported )?by:?\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .trim();
  return name && name.length <= 200 && !/^(?:https?:|@|www\.)/.test(name) ? name : null;
}

/** The first date that can be read; a certain one from the machine-readable places first. */
function firstDate(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const date = publishedOf(text);
    if (date) return date;
  }
  return null;
}

const textAt = (document: PageDocument, selector: string): string | null =>
  line(document.querySelector(selector)?.textContent?.slice(0, 1000));

function addressOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  linked: LinkedArticle | null,
  fetched: string | null,
): string | null {
  const canonical = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href');
  const claimed = [canonical, meta.get('og:url'), linked?.url]
    .map((each) => webAddress(each, fetched))
    .find((each) => each !== null && new URL(each).pathname !== '/');
  if (claimed && (!fetched || sameSite(claimed, fetched))) return claimed;
  return webAddress(fetched);
}

/** Metadata of a page. `fetched` is where it was fetched from; null for a file. Throws nothing. */
export function metadataOf(document: PageDocument, fetched: string | null): PageMetadata {
  const meta = metaOf(document);
  const blocks = [...document.querySelectorAll('script[type="application/ld+json" i]')]
    .slice(0, 50)
    .map((script) => script.textContent ?? '');
  const canonical = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href');
  const linked = linkedArticleOf(blocks, webAddress(canonical, fetched) ?? fetched);
  const publisher =
    linked?.publisher ??
    firstOf(meta, 'og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title');
  const headline = textAt(document, 'article h1, main h1, h1');
  return {
    linked,
    url: addressOf(document, meta, linked, fetched),
    title: bareTitle(
      linked?.title ??
        firstOf(meta, 'og:title', 'dc.title', 'twitter:title', 'parsely-title') ??
        headline ??
        textAt(document, 'title'),
      publisher,
    ),
    description:
      linked?.description ?? firstOf(meta, 'og:description', 'description', 'twitter:description'),
    publisher,
    author:
      authorName(linked?.author ?? null) ??
      authorName(firstOf(meta, 'author', 'article:author', 'dc.creator', 'parsely-author')) ??
      authorName(textAt(document, '[rel="author"], [itemprop="author"], .byline, .author')),
    language:
      linked?.language ??
      document.documentElement.getAttribute('lang') ??
      firstOf(meta, 'og:locale', 'content-language', 'dc.language', 'language'),
    published: firstDate([
      linked?.published,
      ...dateNames.map((name) => meta.get(name)),
      document
        .querySelector('time[pubdate], time[itemprop="datePublished"]')
        ?.getAttribute('datetime'),
      document
        .querySelector('article time[datetime], main time[datetime], time[datetime]')
        ?.getAttribute('datetime'),
      textAt(document, 'article time, .dateline, .date, .published, .timestamp'),
    ]),
  };
}
