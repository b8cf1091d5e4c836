// Names that the language model finds: persons, organizations, places, nationalities.

import type { EntityType, Sentence, Token } from '../../schema/index.ts';
import { givenNameGenders, titleBefore } from '../lexicon/index.ts';
import { headOf, type TokenSpan } from './tree.ts';

export interface NameSpan {
  readonly span: TokenSpan;
  readonly type: EntityType;
  /** Of a prize, a law, a ship: nobody's name. */
  readonly isThing?: boolean;
}

const typeOf: Readonly<Record<string, EntityType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  OTH: 'group',
};

const acronym = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u;

/** Short forms that a document introduces somewhere, so that the model need not see them everywhere. */
export interface ShortForms {
  /** In brackets: "Civil Human Rights Front (CHRF)". */
  readonly acronyms: ReadonlySet<string>;
  /** Last words of people's full names. */
  readonly familyNames: ReadonlySet<string>;
  /** First words of them, which are the family's in Chinese or Korean: "Xi" of "Xi Jinping". */
  readonly firstNames: ReadonlySet<string>;
}

/** The short forms of a document. */
export function shortForms(sentences: readonly Sentence[]): ShortForms {
  const acronyms = new Set<string>();
  const familyNames = new Set<string>();
  const firstNames = new Set<string>();
  for (const { tokens } of sentences) {
    for (const [index, { text, name }] of tokens.entries()) {
      const bracketed = tokens[index - 1]?.text === '(' && tokens[index + 1]?.text === ')';
      if (bracketed && acronym.test(text)) acronyms.add(text);
      const ends = name === 'I-PER' && tokens[index + 1]?.name !== 'I-PER';
      if (ends && /^\p{Lu}\p{Ll}{2,}$/u.test(text)) familyNames.add(text);
      if (name === 'B-PER' && tokens[index + 1]?.name === 'I-PER') firstNames.add(text);
    }
  }
  return { acronyms, familyNames, firstNames };
}

const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

const capital = /\p{Lu}/u;

/** A name without the article and the titles in front of it: "The Front", "Gen. Tiani". */
function withoutTitles(tokens: readonly Token[], [from, end]: TokenSpan): TokenSpan {
  let start = from;
  if (/^the$/i.test(tokens[start]?.text ?? '') && end - start > 1) start += 1;
  for (let at = start + 1; at < end; at += 1) {
    const title = titleBefore(tokens, at);
    if (title?.[0] === start && !/^(?:CD|,|POS)$/.test(tokens[at]?.xpos ?? '')) start = at;
  }
  return [start, end];
}

const small = /^(?:of|and|for|the|on|in|to|&)$/i;

/**
 * Where the name that an acronym in brackets abbreviates begins, if it begins before `start`: of
 * "the Competition and Markets Authority (CMA)" the model may see the last two words only.
 */
function beginOfAbbreviated(tokens: readonly Token[], acronymAt: number, start: number): number {
  const letters = tokens[acronymAt]?.text.toUpperCase() ?? '';
  let initials = '';
  for (let at = acronymAt - 2; at >= 0 && acronymAt - at < 12; at -= 1) {
    const word = tokens[at]?.text ?? '';
    if (!small.test(word)) {
      if (!/^\p{Lu}/u.test(word)) return start;
      initials = word.charAt(0).toUpperCase() + initials;
    }
    if (initials === letters) return Math.min(at, start);
    if (initials.length >= letters.length) return start;
  }
  return start;
}

/** Where the name that begins at `start` ends; a person's goes on behind a hyphen: "Lvova-Belova". */
function endOfName(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  for (;;) {
    while (tokens[end]?.name?.startsWith('I-')) end += 1;
    const [hyphen, next] = [tokens[end], tokens[end + 1]];
    const joined =
      hyphen?.text === '-' && hyphen.start === tokens[end - 1]?.end && hyphen.end === next?.start;
    if (!joined || !/-PER$/.test(next?.name ?? '') || !/-PER$/.test(tokens[start]?.name ?? '')) {
      return end;
    }
    end += 2;
  }
}

const argument = /^(?:nsubj|nsubj:pass|obj|iobj|obl|obl:agent|nmod:poss|root|conj|appos)$/;

/** Two or more proper nouns in a row that the model did not mark, where somebody acts or is acted upon. */
function unmarkedNames({ tokens }: Sentence, names: readonly NameSpan[]): NameSpan[] {
  const free = (index: number): boolean => {
    const token = tokens[index];
    return (
      token?.upos === 'PROPN' &&
      !token.name &&
      /^\p{Lu}\p{L}+$/u.test(token.text) &&
      /\p{Ll}/u.test(token.text) &&
      !calendar.test(token.text) &&
      !names.some(({ span }) => span[0] <= index && index < span[1])
    );
  };
  const found: NameSpan[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    let end = index;
    while (free(end)) end += 1;
    const span: TokenSpan = withoutTitles(tokens, [index, end]);
    if (end - span[0] >= 2 && argument.test(tokens[headOf({ tokens }, span)]?.relation ?? '')) {
      const given = givenNameGenders.has(tokens[span[0]]?.text.toLowerCase() ?? '');
      found.push({ span, type: given ? 'person' : 'other' });
    }
    index = Math.max(index, end);
  }
  return found;
}

/** The name that begins with the tag at `index`; null where it has no capital, and so is none. */
function taggedName(
  tokens: readonly Token[],
  index: number,
  { acronyms, familyNames, firstNames }: ShortForms,
): NameSpan | null {
  const end = endOfName(tokens, index);
  const [from] = withoutTitles(tokens, [index, end]);
  const bracketed = tokens[end]?.text === '(' && acronyms.has(tokens[end + 1]?.text ?? '');
  const start = bracketed ? beginOfAbbreviated(tokens, end + 1, from) : from;
  if (!tokens.slice(start, end).some(({ text }) => capital.test(text))) return null;
  const type = typeOf[tokens[index]?.name?.slice(2) ?? ''] ?? 'other';
  const word = end - start === 1 ? (tokens[start]?.text ?? '') : '';
  const isPerson = type === 'place' && (familyNames.has(word) || firstNames.has(word));
  return { span: [start, end], type: isPerson ? 'person' : type };
}

/** All names of a sentence: those that the model marks, and short forms and others that it does not. */
export function findNames(sentence: Sentence, forms: ShortForms): NameSpan[] {
  const { tokens } = sentence;
  const { acronyms, familyNames } = forms;
  const names: NameSpan[] = [];
  for (const [index, { name, text, upos }] of tokens.entries()) {
    if ((names.at(-1)?.span[1] ?? 0) > index) continue;
    const alone: TokenSpan = [index, index + 1];
    if (name?.startsWith('B-')) {
      const found = taggedName(tokens, index, forms);
      while (found && (names.at(-1)?.span[1] ?? 0) > found.span[0]) names.pop();
      if (found) names.push(found);
    } else if (!name && acronyms.has(text)) names.push({ span: alone, type: 'organization' });
    else if (!name && upos === 'PROPN' && familyNames.has(text)) {
      names.push({ span: alone, type: 'person' });
    }
  }
  return [...names, ...unmarkedNames(sentence, names)];
}
