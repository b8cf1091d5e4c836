// The dateline at the head of a news article: where and on which day it was written.
//
//     "KYIV, Ukraine, Feb. 27, 2022 (Agency) — Talks …" → { place: "KYIV, Ukraine", date: "2022-02-27" }

import { publishedOf } from './published.ts';

export interface Dateline {
  /** As it is written. */
  readonly place: string;
  /** ISO date, where the dateline has day, month and year; else null. */
  readonly date: string | null;
}

const head =
  /^\s*(\p{Lu}[\p{Lu}’'. -]+(?:(?:, ?|\/)\p{Lu}[\p{L}.’' -]*)*?)(?:,? ((?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{4})?))? ?(?:\([^)]{2,30}\))? ?[—–-]{1,2}\s/u;

/** The dateline of an article's text, or null where it has none. */
export function datelineOf(text: string): Dateline | null {
  const match = head.exec(text.slice(0, 200));
  if (!match?.[1]) return null;
  return { place: match[1].trim(), date: publishedOf(match[2]) };
}
