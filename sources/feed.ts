// RSS, Atom, RDF and JSON feeds → their entries, by feedsmith.

import { type AnyFeed, type AtomFeed, parseFeed } from 'feedsmith';
import { line } from './document.ts';
import { InputError } from './input-error.ts';
import { publishedOf } from './published.ts';
import { webAddress } from './web-address.ts';

/** One entry of a feed, in whatever form the feed was. */
export interface FeedEntry {
  readonly url: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly published: string | null;
  /** The text of the article or what the feed has of it, as HTML or plain text; may be empty. */
  readonly html: string;
}

/** More entries are not a feed but an archive. */
const mostEntries = 10_000;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const longer = (one: string | undefined, other: string | undefined): string =>
  (one?.length ?? 0) >= (other?.length ?? 0) ? (one ?? '') : (other ?? '');

function names(people: readonly { name?: string | undefined }[] | undefined): string | null {
  const found = (people ?? []).flatMap(({ name }) => line(name) ?? []);
  return found.length > 0 ? found.join(', ') : null;
}

/** Atom marks plain text as such; only what is marked as HTML is HTML. */
function atomHtml(text: AtomFeed.Content | undefined): string {
  if (!text?.value) return '';
  return /html/i.test(text.type ?? '') ? text.value : escaped(text.value);
}

function atomLink(
  links: readonly { href?: string; rel?: string }[] | undefined,
): string | undefined {
  return (links?.find(({ rel }) => !rel || rel === 'alternate') ?? links?.[0])?.href;
}

function entriesOf({ format, feed }: AnyFeed<string>, base: string | null): FeedEntry[] {
  if (format === 'atom') {
    return (feed.entries ?? []).map((entry) => ({
      url: webAddress(atomLink(entry.links), base),
      id: entry.id ?? null,
      title: line(entry.title?.value),
      publisher: line(entry.source?.title?.value ?? feed.title?.value),
      author: names(entry.authors) ?? names(feed.authors),
      language: null,
      published: publishedOf(entry.published ?? entry.updated),
      html: longer(atomHtml(entry.content), atomHtml(entry.summary)),
    }));
  }
  if (format === 'json') {
    return (feed.items ?? []).map((item) => ({
      url: webAddress(item.url ?? item.external_url, base),
      id: item.id ?? null,
      title: line(item.title),
      publisher: line(feed.title),
      author: names(item.authors) ?? names(feed.authors),
      language: item.language ?? feed.language ?? null,
      published: publishedOf(item.date_published),
      html:
        item.content_html ??
        escaped(longer(item.content_text, item.summary)).replace(/\n/g, '<br>'),
    }));
  }
  const { dc } = feed;
  const language = dc?.languages?.[0] ?? ('language' in feed ? feed.language : null) ?? null;
  return (feed.items ?? []).map((item) => {
    const guid = 'guid' in item ? item.guid : undefined;
    const link = item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value);
    const people = 'authors' in item ? names(item.authors) : null;
    const date = 'pubDate' in item ? item.pubDate : undefined;
    return {
      url: webAddress(link, base),
      id: guid?.value ?? null,
      title: line(item.title),
      publisher: line(('source' in item ? item.source?.title : undefined) ?? feed.title),
      author: line(item.dc?.creators?.join(', ')) ?? people,
      language,
      published: publishedOf(date ?? item.dc?.dates?.[0]),
      html: longer(item.content?.encoded, item.description),
    };
  });
}

/** The entries of a feed, newest as the feed has them. Throws InputError where it is none. */
export function readFeed(text: string, base: string | null): readonly FeedEntry[] {
  let feed: AnyFeed<string>;
  try {
    feed = parseFeed(text);
  } catch (error) {
    throw new InputError(
      `The feed cannot be read (${(error as Error).message.slice(0, 100)}); expected RSS, Atom or JSON Feed.`,
    );
  }
  const entries = entriesOf(feed, base);
  if (entries.length > mostEntries) {
    throw new InputError(`The feed has ${entries.length} entries, more than ${mostEntries}.`);
  }
  return entries;
}
