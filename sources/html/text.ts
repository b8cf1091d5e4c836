// An element of a page → its text: one line a paragraph, an empty line between them.

import type { PageNode } from './dom.ts';

const block =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TH|THEAD|TR|UL)$/;
const dropped =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG|IFRAME|OBJECT|BUTTON|SELECT|TEXTAREA|FIGCAPTION|HEAD|TITLE)$/;

/** Spaces of every kind in a row are one; what has no width is nothing. */
const line = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The lines of an element, a block each; walks without recursion. */
export function linesOf(root: PageNode): string[] {
  const lines: string[] = [];
  let open = '';
  const close = (): void => {
    const text = line(open);
    if (text) lines.push(text);
    open = '';
  };
  let at: PageNode | null = root;
  while (at) {
    const name: string = at.nodeName.toUpperCase();
    const isBlock = block.test(name);
    if (at.nodeType === 3) open += at.nodeValue ?? '';
    if (isBlock || name === 'BR') close();
    if (at.firstChild && !dropped.test(name)) {
      at = at.firstChild;
      continue;
    }
    while (at && at !== root && !at.nextSibling) {
      at = at.parentNode;
      if (at && block.test(at.nodeName.toUpperCase())) close();
    }
    if (!at || at === root) break;
    at = at.nextSibling;
  }
  close();
  return lines;
}

/** The text of a fragment of HTML that stands in a feed or a JSON record is read as a page's is. */
export function textOf(root: PageNode): string {
  return linesOf(root).join('\n\n');
}
