// Takes out of a page what is no text of its article: scripts, menus, pictures with their captions,
// cookie dialogs, related links, bylines, newsletters. Done before Readability weighs what is left.

import type { PageDocument, PageElement } from './dom.ts';
import { type Measure, measured, measureOf } from './measure.ts';

const never =
  'script, style, template, noscript, svg, canvas, iframe, object, embed, video, audio, picture, img, map, ' +
  'input, select, textarea, button, dialog, nav, figcaption, menu, ' +
  '[role="dialog"], [role="alertdialog"], [aria-modal="true"], [itemprop="author"], [rel="author"]';

/** Seldom part of an article, but pages exist whose article stands in a form. */
const seldom =
  'form, aside, footer, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], ' +
  '[role="search"], [role="menu"]';

/** Names of what asks for consent; no article stands in one. */
const consent = /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|didomi)(?=$|[\s_-])/i;

/** A class or id whose element stands around the article, word by word. */
const around =
  /(?:^|[\s_-])(?:newsletters?|sign-?up|subscri(?:be|ption)\w*|paywall|regwall|related|recommend(?:ed|ations?)|read-?(?:more|next|also)|see-?also|more-(?:on|from|stories|news)|most-(?:read|popular|viewed)|trending|share|sharing|social|promo(?:tion|s)?|advert(?:s|isement|ising)?|ads?|sponsor(?:ed)?|outbrain|taboola|comments?|captions?|credits?|byline|author-?(?:bio|info|box|card|name)?|tags?|breadcrumbs?|pull-?quotes?|sidebar|rail|masthead|toolbar|skip-link|copyright|disclaimer|print-only|visually-hidden|sr-only|screen-reader-text)(?=$|[\s_-])/i;

/** An element with more than this share of the page's text holds the article, whatever its name. */
const mostShare = 0.4;

function isInvisible(element: PageElement): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** What an element is called, in all the ways that pages have for it. */
const nameOf = (element: PageElement): string =>
  ['class', 'id', 'data-component', 'data-testid']
    .map((attribute) => element.getAttribute(attribute) ?? '')
    .join(' ');

/** A figure is a picture with its caption, unless a table or a quotation stands in it. */
function isPicture(element: PageElement): boolean {
  return !element.querySelector('table, blockquote, p + p');
}

/** A list, box or cell of which nearly all text is links: where to read on. */
function isLinks({ text, linked, links }: Measure): boolean {
  return links >= 2 && linked > 0.75 * text;
}

/** Changes the page in place. */
export function cleanPage(document: PageDocument): void {
  for (const figure of [...document.querySelectorAll('figure')]) {
    if (isPicture(figure)) figure.remove();
  }
  for (const element of [...document.querySelectorAll(never)]) element.remove();
  const measures = measured(document.body);
  const most = mostShare * measureOf(measures, document.body).text;
  const named = `${seldom}, [class], [id], [style], [data-component], [data-testid]`;
  for (const element of [...document.querySelectorAll(named)]) {
    if (/^(?:ARTICLE|MAIN|HTML|BODY)$/.test(element.tagName)) continue;
    const name = nameOf(element);
    const stands =
      consent.test(name) || around.test(name) || isInvisible(element) || element.matches(seldom);
    if (stands && (measureOf(measures, element).text <= most || consent.test(name))) {
      element.remove();
    }
  }
  for (const box of [...document.querySelectorAll('ul, ol, section, td, div')]) {
    const measure = measureOf(measures, box);
    if (isLinks(measure) && measure.text <= most) box.remove();
  }
}
