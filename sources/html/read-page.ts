// A page → its article: metadata, and the text that Mozilla's Readability finds in the cleaned page.
// Where it finds too little, the paragraphs of the page or the text in its JSON-LD are taken.

import { Readability } from '@mozilla/readability';
import { isBoilerplate } from '../boilerplate.ts';
import type { Article } from '../document.ts';
import { InputError } from '../input-error.ts';
import { cleanPage } from './clean.ts';
import type { PageDocument, PageNode } from './dom.ts';
import { metadataOf } from './metadata.ts';
import { isLight, parsePage } from './page.ts';
import { linesOf } from './text.ts';

/** Less text than this is not what a page was made for. In characters. */
const leastText = 140;
/** Readability may take one part of a page for all of it: less than this share is too little. */
const leastShare = 0.5;

const prose = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !isBoilerplate(line));
const length = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.length, 0);

/** Lines of the paragraphs of a page, each as often as it stands there. */
function paragraphs(document: PageDocument): readonly string[] {
  const found = [...document.querySelectorAll('p, blockquote, li')].filter(
    (element) => !element.querySelector('p, blockquote, li'),
  );
  return prose(found.flatMap((element) => linesOf(element)));
}

/** Paragraphs inside the elements that a page marks as articles: a live blog has one an entry. */
function markedParagraphs(document: PageDocument): readonly string[] {
  const bodies = [...document.querySelectorAll('[itemprop~="articleBody"], article, main')];
  const outer = bodies.filter(
    (body) => !bodies.some((each) => each !== body && each.contains(body)),
  );
  return prose(
    outer.flatMap((body) =>
      [...body.querySelectorAll('p, blockquote, li')]
        .filter((element) => !element.querySelector('p, blockquote, li'))
        .flatMap((element) => linesOf(element)),
    ),
  );
}

/** What Readability finds; it changes the page. */
function byReadability(document: PageDocument): readonly string[] {
  if (!isLight(document)) return [];
  const found = new Readability<PageNode>(document as never, {
    charThreshold: leastText,
    serializer: (node) => node as unknown as PageNode,
  }).parse();
  return found?.content ? prose(linesOf(found.content)) : [];
}

const asLines = (text: string | null): readonly string[] =>
  prose(
    (text ?? '')
      .replace(/<[^>]{1,500}>/g, '\n')
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  );

/** The best of what the ways of reading found. */
function bestOf(page: PageDocument, body: readonly string[]): readonly string[] {
  const marked = markedParagraphs(page);
  const all = paragraphs(page);
  const found = byReadability(page);
  const read = length(found) >= leastShare * length(marked) ? found : marked;
  if (length(body) * leastShare > length(read)) return body;
  if (length(read) >= leastText) return read;
  return [read, all, body].reduce((best, each) => (length(each) > length(best) ? each : best));
}

/** The headline and what repeats it stand in the metadata, not in the text. */
function withoutTitle(lines: readonly string[], title: string | null): readonly string[] {
  const same = title?.toLowerCase();
  return lines.filter((line, index) => index > 3 || line.toLowerCase() !== same);
}

/**
 * Reads the HTML of a page. `fetched` is the address that it came from; null for a file.
 * Rejects with an InputError where the page has no article: none but menus, a cookie dialog, a script.
 */
export async function readPage(html: string, fetched: string | null): Promise<Article> {
  const page = await parsePage(html);
  const { linked, ...metadata } = metadataOf(page, fetched);
  cleanPage(page);
  const lines = withoutTitle(bestOf(page, asLines(linked?.body ?? null)), metadata.title);
  if (!lines.some((line) => /[.!?…”"’。！？]$/u.test(line))) {
    throw new InputError(
      'No article was found on the page; expected paragraphs of text. It may be a start page, a cookie dialog, or be drawn by a script.',
    );
  }
  return { ...metadata, text: lines.join('\n\n') };
}

/** Reads a piece of HTML that is an article's text already, as feeds and JSON records have it. */
export async function readFragment(html: string): Promise<string> {
  const document = await parsePage(html);
  cleanPage(document);
  return prose(linesOf(document.body)).join('\n\n');
}
