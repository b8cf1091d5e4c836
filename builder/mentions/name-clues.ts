// What the words of a name and those beside it tell of whose it is, whatever the network makes of it: a
// body's, which it often takes for a person's or place's, or nobody's.

import type { Sentence, Token } from '../../schema/index.ts';
import { bodyNouns, titleBefore } from '../lexicon/index.ts';
import type { NameSpan } from './name-mentions.ts';
import { dependents, headOf, lower } from './tree.ts';

/** "GIZ", "H&M": initials in a sentence that is not all capitals, which are no person's. */
export function isInitials({ tokens }: Sentence, { span: [from, to] }: NameSpan): boolean {
  const word = to - from === 1 ? (tokens[from]?.text ?? '') : '';
  if (tokens[to]?.text === ':' || titleBefore(tokens, from)) return false;
  const small = tokens.filter(({ text }) => /^\p{Ll}{2,}$/u.test(text));
  return small.length > 2 && /^(?:\p{Lu}{3,}|\p{Lu}+&\p{Lu}+)$/u.test(word);
}

/** What people agree on, lay down, win or fight, and who is nobody: the last word of its name, or before "of". */
const things =
  /^(?:accords?|act|agreement|award|bill|constitution|convention|cup|deal|declaration|games|law|memorandum|olympics|pact|plan|prize|protocol|resolution|revolution|treaty|war)$/;

/** "West African leaders": a part of the world, which does nothing. */
const region =
  /^(?:(?:north|south|east|west|central|latin|north-?east|north-?west|south-?east|south-?west)(?:ern)?[ -]\p{L}+(?:an|ern)|european|african|asian|arctic|antarctic)$/u;

/** Whether the words of a name say that it is nobody's; a person may be called Law or Bill. */
export function isOfThing({ tokens }: Sentence, { span, type }: NameSpan, head: number): boolean {
  const [from, to] = span;
  if (type === 'person') return false;
  const noun = tokens[head];
  const words = tokens.slice(from, to).map(lower).join(' ');
  if (noun?.relation === 'amod' && region.test(words)) return true;
  const governor = tokens[noun?.head ?? -1];
  // "The Joint Comprehensive Plan of Action (JCPOA)", of which only the short form is marked.
  const isNamed = /^\p{Lu}/u.test(governor?.text ?? '');
  if (noun?.relation === 'appos' && isNamed && things.test(lower(governor))) return true;
  const isLast = head === to - 1 || /^(?:of|on|for)$/.test(lower(tokens[head + 1]));
  return to - from > 1 && isLast && things.test(lower(noun));
}

/** Of two words and more, and marked as a person's: "the ministry, Almaz Uulu, complained". */
const isFullName = ({ span: [from, to], type }: NameSpan): boolean =>
  type === 'person' && to - from > 1;

/** Bodies that a place or a person is called as well. */
const ofNoOne = /^(?:state|developer|family|couple|base|station|house|municipality|community)$/;

function isBodyNoun(token: Token | undefined): boolean {
  const noun = token?.upos === 'NOUN' ? token.lemma.toLowerCase() : '';
  return bodyNouns.has(noun) && !ofNoOne.test(noun);
}

/**
 * Whether a noun beside the name says that it is a body's: "the airline Belavia", "its party, Oriol,",
 * "Palika, a moderate party,".
 */
function isCalledBody(sentence: Sentence, { span: [from, to] }: NameSpan): boolean {
  const { tokens } = sentence;
  const head = headOf(sentence, [from, to]);
  const beside = tokens[from - 1]?.text === ',' ? from - 2 : from - 1;
  const joined = (one: number, other: number): boolean =>
    tokens[one]?.head === other &&
    /^(?:compound|nmod:desc|appos|flat)$/.test(tokens[one]?.relation ?? '');
  if (isBodyNoun(tokens[beside]) && (joined(beside, head) || joined(head, beside))) return true;
  return (
    tokens[to]?.text === ',' &&
    dependents(sentence, head, /^appos$/).some(
      (at) => at > to && at - to < 6 && isBodyNoun(tokens[at]),
    )
  );
}

/** Who belongs to a body, or leads one, and not to a person. */
const ofBody =
  /^(?:deputies|lawmakers?|legislators?|mps?|members?|chairman|chairwoman|leaders?|shareholders?|subsidiary|editors?|strikers?|goalkeeper|midfielder|defender|winger|coach|militiamen)$/;

/** "ten deputies of Lista", "Chadema's chairman". */
function hasMembers({ tokens }: Sentence, head: number): boolean {
  const token = tokens[head];
  const governor = tokens[token?.head ?? -1];
  return (
    /^(?:nmod|nmod:poss|compound)$/.test(token?.relation ?? '') && ofBody.test(lower(governor))
  );
}

/** "Rovers have sacked their manager": one name with a verb of many. */
function actsAsMany(sentence: Sentence, head: number): boolean {
  const { tokens } = sentence;
  const token = tokens[head];
  if (token?.relation !== 'nsubj' || token.features.number === 'plural') return false;
  if (dependents(sentence, head, /^conj$/).length > 0) return false;
  const verb = [token.head, ...dependents(sentence, token.head, /^(?:aux|cop)$/)];
  return verb.some((at) => tokens[at]?.xpos === 'VBP');
}

/** Whether the sentence tells that the name is a body's, of a kind that the network often takes for somebody else. */
export const isOfBody = (sentence: Sentence, name: NameSpan, head: number): boolean =>
  (name.type === 'person' && hasMembers(sentence, head)) ||
  (!isFullName(name) && (isCalledBody(sentence, name) || actsAsMany(sentence, head)));

/** The short form in brackets behind a name, "(JCPOA)". */
export function acronymBehind({ tokens }: Sentence, { span: [, to] }: NameSpan): string | null {
  return tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' ? lower(tokens[to + 1]) : null;
}
