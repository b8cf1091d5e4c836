// The bytes of a page → a DOM of linkedom that can be walked without harm: bounded in size and
// depth, with one body, and without what is never text.

import { parseHTML } from 'linkedom';
import { InputError } from '../input-error.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** Pages with more elements are no articles. */
const mostElements = 60_000;
/** Pages that nest deeper are not given to Readability, whose time grows with the cube of it. */
const deepest = 150;
/** Pages that nest deeper than this are refused. */
const deepestAtAll = 2_000;

export interface Page {
  readonly document: PageDocument;
  /** Whether Readability can read it in good time. */
  readonly isFlat: boolean;
}

/** A whole page around what may be a fragment: linkedom takes the first element for the root. */
function whole(html: string): string {
  const clean = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const body = /<body[\s>]/i.test(clean);
  if (/<html[\s>]/i.test(clean) && body) return clean;
  const inner = clean.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '');
  if (body) return `<!doctype html><html>${inner}</html>`;
  const headEnd = /<\/head\s*>/i.exec(inner);
  if (!headEnd) return `<!doctype html><html><head></head><body>${inner}</body></html>`;
  const at = headEnd.index + headEnd[0].length;
  return `<!doctype html><html>${inner.slice(0, at)}<body>${inner.slice(at)}</body></html>`;
}

/** How deep the elements stand, and how many there are. Walks without recursion. */
function shapeOf(root: PageElement): { readonly depth: number; readonly elements: number } {
  let depth = 1;
  let level = 1;
  let elements = 1;
  let at: PageElement | null = root;
  while (at) {
    const child: PageElement | null = at.firstElementChild;
    if (child) {
      at = child;
      level += 1;
      elements += 1;
      depth = Math.max(depth, level);
      continue;
    }
    while (at && at !== root && !at.nextElementSibling) {
      at = at.parentElement;
      level -= 1;
    }
    if (!at || at === root) break;
    at = at.nextElementSibling;
    elements += 1;
  }
  return { depth, elements };
}

/** Parses a page. Throws InputError where it is too large or too deep to be an article. */
export function parsePage(html: string): Page {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostElements) {
    throw new InputError(
      `The page has more than ${mostElements} elements; expected the page of one article.`,
    );
  }
  const document = (parseHTML(whole(html)) as unknown as { document: PageDocument }).document;
  const root = document.documentElement;
  if (!root)
    throw new InputError('The page holds no HTML element; expected the page of an article.');
  const { depth } = shapeOf(root);
  if (depth > deepestAtAll) {
    throw new InputError(
      `The page nests its elements ${depth} deep, more than ${deepestAtAll}; expected the page of an article.`,
    );
  }
  return { document, isFlat: depth <= deepest };
}
