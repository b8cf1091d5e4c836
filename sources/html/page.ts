// The bytes of a page → a DOM of linkedom that can be walked without harm: bounded in size and
// depth, with one body, and without what is never text.

import { parseHTML } from 'linkedom';
import { InputError } from '../input-error.ts';
import type { PageDocument, PageNode } from './dom.ts';

/** Pages with more elements and entities are no articles. */
const mostParts = 100_000;
/** Pages that nest deeper are refused. */
const deepest = 2_000;
/**
 * Readability takes time in the sum of the depths of all nodes, some 10 µs for each step: a page of
 * 5,000 nodes 15 deep has 75,000. Heavier pages are read without it.
 */
const heaviest = 250_000;

/** A whole page around what may be a fragment: linkedom takes the first element for the root. */
function whole(html: string): string {
  const clean = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<(?![a-z/!?])/gi, '&lt;');
  const body = /<body[\s>]/i.test(clean);
  if (/<html[\s>]/i.test(clean) && body) return clean;
  const inner = clean.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '');
  if (body) return `<!doctype html><html>${inner}</html>`;
  const headEnd = /<\/head\s*>/i.exec(inner);
  if (!headEnd) return `<!doctype html><html><head></head><body>${inner}</body></html>`;
  const at = headEnd.index + headEnd[0].length;
  return `<!doctype html><html>${inner.slice(0, at)}<body>${inner.slice(at)}</body></html>`;
}

/** How deep the nodes stand at most and together. Walks without recursion. */
function shapeOf(root: PageNode): { readonly depth: number; readonly weight: number } {
  let depth = 1;
  let level = 1;
  let weight = 1;
  let at: PageNode | null = root;
  while (at) {
    const child: PageNode | null = at.nodeType === 1 ? at.firstChild : null;
    if (child) {
      at = child;
      level += 1;
      depth = Math.max(depth, level);
    } else {
      while (at && at !== root && !at.nextSibling) {
        at = at.parentNode;
        level -= 1;
      }
      if (!at || at === root) break;
      at = at.nextSibling;
    }
    weight += level;
  }
  return { depth, weight };
}

/** Whether Readability can read a page in good time. */
export function isLight(document: PageDocument): boolean {
  return shapeOf(document.documentElement).weight <= heaviest;
}

/** Parses a page. Throws InputError where it is too large or too deep to be an article. */
export function parsePage(html: string): PageDocument {
  if ((html.match(/<(?!\/)|&/g)?.length ?? 0) > mostParts) {
    throw new InputError(
      `The page has more than ${mostParts} elements and entities; expected the page of one article.`,
    );
  }
  const { document } = parseHTML(whole(html)) as unknown as { document: PageDocument };
  if (!document.documentElement) {
    throw new InputError('The page holds no HTML element; expected the page of an article.');
  }
  const { depth } = shapeOf(document.documentElement);
  if (depth > deepest) {
    throw new InputError(
      `The page nests its elements ${depth} deep, more than ${deepest}; expected the page of an article.`,
    );
  }
  return document;
}
