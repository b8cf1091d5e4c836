// Which entity of an annotation an entity of ours is: the one whose marked mentions it shares most.

import type { Mention } from '../schema/index.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import type { MarkedMention } from './marked-text.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Shared characters over all characters of both, 0 to 1. */
const likeness = (a: Span, b: Span): number => {
  const shared = overlap(a, b);
  return shared / (a.end - a.start + b.end - b.start - shared);
};

/** Less shared than this, and two mentions are not of the same words. */
const least = 0.3;

/** Whether our description holds all of a marked one: "the pilots of Air Mali" marked as "pilots". */
const holds = (ours: Mention, marked: MarkedMention): boolean =>
  ours.kind === 'nominal' &&
  marked.kind === 'nominal' &&
  ours.start <= marked.start &&
  marked.end <= ours.end;

/** What a noun is followed by where its own phrase goes on, and not by another noun: "a man in a mask". */
const goesOn =
  /^,? (?:about|against|all|among|at|behind|by|from|for|he|in|into|it|near|of|on|over|she|that|they|to|under|we|which|who|whom|whose|with|within|\p{Ll}+(?:ed|ing))\b/u;

/** Whether ours is the beginning of a marked description, its noun and all: "a man" of "a man in a mask". */
const begins = (text: string, ours: Mention, marked: MarkedMention): boolean =>
  ours.kind === 'nominal' &&
  marked.kind === 'nominal' &&
  ours.start === marked.start &&
  ours.end < marked.end &&
  goesOn.test(text.slice(ours.end, marked.end));

/**
 * The marked mention that a mention of ours covers best; null where none is like it. A description is
 * first of all a description, whatever longer name stands within.
 */
export function markedMention(
  { mentions, text }: AnnotatedArticle,
  mention: Mention,
): MarkedMention | null {
  let best: MarkedMention | null = null;
  let most = least;
  for (const marked of mentions) {
    const same = holds(mention, marked) || begins(text, mention, marked);
    const value = likeness(mention, marked) + (same ? 1 : 0);
    if (value > most) [best, most] = [marked, value];
  }
  return best;
}

const bodies = /^(?:organization|group)$/;

/** The same type, groups and organizations being one. */
export const isKin = (a: string, b: string): boolean =>
  a === b || (bodies.test(a) && bodies.test(b));

/** Shared so far, two mentions are of the same words but for some at their ends. */
const mostly = 0.5;

/**
 * Whether a mention of ours is of the words of a marked one of the entity, and not only of a name in it
 * or round it ("the Chinese embassy" where "Chinese" is marked), nor of one that only says where
 * ("in Paris", marked as France).
 */
export function isNamedAlike(article: AnnotatedArticle, mention: Mention, entity: string): boolean {
  const marked = markedMention(article, mention);
  if (marked?.entity !== entity || marked.kind === 'location') return false;
  const ofOneNoun = holds(mention, marked) || begins(article.text, mention, marked);
  return ofOneNoun || likeness(mention, marked) >= mostly;
}

/**
 * Our entity ids → marked entities. An entity whose mentions are nobody's has no entry; two of
 * ours may be the same marked entity (a split).
 */
export function alignEntities(
  article: AnnotatedArticle,
  mentions: readonly Mention[],
): Map<string, string> {
  const weights = new Map<string, Map<string, number>>();
  for (const mention of mentions) {
    const marked = markedMention(article, mention);
    if (!marked?.entity) continue;
    const counts = weights.get(mention.entity) ?? new Map<string, number>();
    const weight = likeness(mention, marked) * (marked.kind === 'pronoun' ? 0.2 : 1);
    counts.set(marked.entity, (counts.get(marked.entity) ?? 0) + weight);
    weights.set(mention.entity, counts);
  }
  return new Map(
    [...weights].map(([ours, counts]) => {
      const [theirs] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [''];
      return [ours, theirs];
    }),
  );
}
