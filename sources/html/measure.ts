// How much text each element of a page holds, and how much of it is links; in one walk, so that no
// page takes time in the square of its size.

import type { PageElement, PageNode } from './dom.ts';

export interface Measure {
  /** Letters and other signs, spaces in a row counted once. */
  text: number;
  /** Of them, how many stand in links. */
  linked: number;
  links: number;
}

export type Measures = ReadonlyMap<PageNode, Measure>;

const nothing: Readonly<Measure> = { text: 0, linked: 0, links: 0 };

/** The measure of an element; nothing for one that was not there. */
export const measureOf = (measures: Measures, element: PageNode): Readonly<Measure> =>
  measures.get(element) ?? nothing;

function add(to: Measure | undefined, from: Measure, isLink: boolean): void {
  if (!to) return;
  to.text += from.text;
  to.linked += isLink ? from.text : from.linked;
  to.links += from.links + (isLink ? 1 : 0);
}

/** Measures all elements below a root. */
export function measured(root: PageElement): Measures {
  const measures = new Map<PageNode, Measure>([[root, { ...nothing }]]);
  let at: PageNode = root;
  for (;;) {
    const child: PageNode | null = at.firstChild;
    if (child && at.nodeType === 1) {
      at = child;
    } else {
      while (at !== root && !at.nextSibling && at.parentNode) {
        close(at);
        at = at.parentNode;
      }
      if (at === root) return measures;
      close(at);
      const next: PageNode | null = at.nextSibling;
      if (!next) return measures;
      at = next;
    }
    if (at.nodeType === 1) measures.set(at, { ...nothing });
  }

  function close(node: PageNode): void {
    const parent = node.parentNode ? measures.get(node.parentNode) : undefined;
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      add(parent, { text: text === ' ' ? 0 : text.length, linked: 0, links: 0 }, false);
      return;
    }
    const own = measures.get(node);
    if (own) add(parent, own, node.nodeName.toUpperCase() === 'A');
  }
}
