// Titles beside names: "U.S. Secretary of State Antony Blinken", "Mr. Wang",
// "Wang Yi, China's foreign minister,", "the president of Kenya, William Ruto".

import type { Sentence } from '../../schema/index.ts';
import { titleAround, titleBefore, titleText } from '../lexicon/index.ts';
import type { KnownName } from './lexicon-mentions.ts';
import { dependents, headOf, type TokenSpan } from './tree.ts';

export interface TitleRole {
  /** Lower case, as written. */
  readonly title: string;
  /** Key of what the title is in, for example country:CHN. */
  readonly of: string | null;
}

/** What the title is in: the known name that modifies one of the words. */
function placeOfTitle(
  sentence: Sentence,
  words: readonly number[],
  title: TokenSpan,
  known: readonly KnownName[],
): string | null {
  const modifies = known.find((each) => {
    const token = sentence.tokens[each.head];
    if (!token || !words.includes(token.head)) return false;
    return /^(?:amod|compound|nmod|nmod:poss|nmod:desc|flat)$/.test(token.relation ?? '');
  });
  const adjacent = known.find((each) => {
    const possessive = sentence.tokens[title[0] - 1]?.xpos === 'POS' ? 1 : 0;
    return each.span[1] + possessive === title[0];
  });
  return (adjacent ?? modifies)?.form.entity.key ?? null;
}

/** The title of the person whose name covers the span, before it or in apposition; null if none. */
export function roleInTitle(
  sentence: Sentence,
  name: TokenSpan,
  known: readonly KnownName[],
): TitleRole | null {
  const { tokens } = sentence;
  const head = headOf(sentence, name);
  const before = titleBefore(tokens, name[0]);
  const governor = tokens[head]?.relation === 'appos' ? [tokens[head]?.head ?? -1] : [];
  const nouns = [...dependents(sentence, head, /^appos$/), ...governor];
  const around = nouns.map((noun) => titleAround(tokens, noun)).find((title) => title !== null);
  const title = before ?? around;
  if (!title) return null;
  const inside = Array.from({ length: title[1] - title[0] }, (_, at) => title[0] + at);
  const words = before ? [...inside, head] : inside;
  return {
    title: titleText(tokens.slice(title[0], title[1])),
    of: placeOfTitle(sentence, words, title, known),
  };
}
