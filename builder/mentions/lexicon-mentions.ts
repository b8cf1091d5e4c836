// Names that stand in the lexicon: countries with adjectives and capitals, governments by their
// palaces, organizations.

import type { MentionRole, Sentence } from '../../schema/index.ts';
import type { Form, Gazetteer } from '../lexicon/index.ts';
import { caseOf, dependents, headOf, type TokenSpan } from './tree.ts';

/** A form of the lexicon found in the text, before it is judged what it does there. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** A found form with the tokens that it covers and the one that the others hang on. */
export interface KnownName extends Found {
  readonly span: TokenSpan;
  readonly head: number;
}

const wordStart = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** A name of one word that is another word here: "Will talks resume?", "Mark the date". */
function isPlainWord({ tokens }: Sentence, start: number, end: number): boolean {
  const token = tokens.find((each) => each.start === start);
  return (
    token?.end === end && /^(?:VERB|AUX|PRON|DET|ADP|ADV|[CS]CONJ|PART)$/.test(token.upos ?? '')
  );
}

/** A headline in capitals as it would be written otherwise, of the same length; the text as it is else. */
function withoutCapitals(text: string, { start, end, tokens }: Sentence): string {
  const words = tokens.filter(({ text: word }) => /\p{L}{2}/u.test(word));
  if (words.length < 3 || words.some(({ text: word }) => /\p{Ll}/u.test(word))) return text;
  const lowered = text.slice(start, end).replace(/(?<=\p{L})\p{Lu}+/gu, (letters) => {
    const small = letters.toLowerCase();
    return small.length === letters.length ? small : letters;
  });
  return text.slice(0, start) + lowered + text.slice(end);
}

/** Forms of the lexicon in a sentence, longest first at each place, none inside another. */
export function findForms(text: string, sentence: Sentence, gazetteer: Gazetteer): Found[] {
  const found: Found[] = [];
  const written = withoutCapitals(text, sentence);
  wordStart.lastIndex = sentence.start;
  for (let match = wordStart.exec(text); match; match = wordStart.exec(text)) {
    if (match.index >= sentence.end) break;
    const form = gazetteer.match(text, match.index) ?? gazetteer.match(written, match.index);
    if (!form) continue;
    const end = match.index + form.text.length;
    if (isPlainWord(sentence, match.index, end)) continue;
    found.push({ start: match.index, end, form });
    wordStart.lastIndex = end;
  }
  return found;
}

const inside =
  /^(?:in|at|near|inside|outside|across|throughout|around|within|through|via|off|along)$/;
const motion =
  /^(?:go|fly|travel|return|move|come|arrive|flee|head|land|sail|drive|walk|live|leave|visit|cross|enter|reach|tour)$/;
const partOfNoun = /^(?:amod|compound|flat|nmod:desc)$/;

/** "A degree in French", "spoke Danish and Italian": a language, and not "the French" who said so. */
function isLanguage(sentence: Sentence, index: number, depth = 0): boolean {
  const token = sentence.tokens[index];
  if (!token || token.features.number === 'plural') return false;
  const before = dependents(sentence, index, /^(?:det|nummod|amod|nmod:poss)$/);
  if (before.some((at) => sentence.tokens[at]?.text.toLowerCase() !== 'some')) return false;
  if (token.relation === 'conj' && depth < 6) return isLanguage(sentence, token.head, depth + 1);
  return /^(?:obj|obl|nmod)$/.test(token.relation ?? '');
}

/**
 * What a known name does in its sentence, told by its case and what it hangs on: "in Moscow" and
 * "flew to Moscow" are places, "the Moscow talks" an attribute, "Moscow said" an actor.
 */
export function roleOfForm({ form }: Found, sentence: Sentence, span: TokenSpan): MentionRole {
  const { tokens } = sentence;
  const head = headOf(sentence, span);
  const token = tokens[head];
  if (form.kind === 'adjective' && token?.upos !== 'PROPN' && token?.upos !== 'NOUN') {
    return 'attribute';
  }
  if (form.kind === 'adjective' && isLanguage(sentence, head)) return 'attribute';
  if (partOfNoun.test(token?.relation ?? '')) return 'attribute';
  const preposition = caseOf(sentence, head);
  if (form.entity.type === 'place') return 'place';
  const territorial = form.entity.type === 'country' || form.kind !== 'name';
  if (!territorial) return 'actor';
  if (preposition && inside.test(preposition)) return 'place';
  const governor = tokens[token?.head ?? -1];
  const moves = motion.test(governor?.lemma ?? '');
  if (moves && (preposition === 'to' || preposition === 'from' || preposition === 'into')) {
    return 'place';
  }
  return 'actor';
}
