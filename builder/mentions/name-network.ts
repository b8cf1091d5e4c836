// What a name is of, judged by a small network (training/reader.py) over the language model's states
// and features of the name, at all places of a document where it stands: "Terma" and "Conaf" are no
// persons, whatever a single sentence makes them look like.

import type { EntityType, Sentence, Token } from '../../schema/index.ts';
import { bodyNouns, givenNameGenders, titleBefore } from '../lexicon/index.ts';
import { networkOf, type ReadSentence, softmax } from '../network/index.ts';
import type { NameSpan } from './name-mentions.ts';
import model from './name-model.json' with { type: 'json' };
import { caseOf, dependents, headOf } from './tree.ts';

const network = networkOf(model);
/** A thing is nobody: a prize, a law, a ship. */
const types = model.types as readonly (EntityType | 'thing')[];
/** A thing has to be three times as likely as anybody, since nothing is read of it. */
const doubt = Math.log(3);

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';

/** What the network is told of a name, beside the states of its head and of what that hangs on. */
export function nameFeatures(sentence: Sentence, { span, type }: NameSpan): string[] {
  const { tokens } = sentence;
  const head = headOf(sentence, span);
  const token = tokens[head];
  const governor = tokens[token?.head ?? -1];
  const words = tokens.slice(span[0], span[1]);
  const [first, last] = [words[0], words.at(-1)];
  const own = dependents(sentence, head, /^(?:compound|amod|nmod:desc|det)$/).filter(
    (at) => at < span[0],
  );
  const behind = dependents(sentence, head, /^(?:appos|nmod:desc)$/);
  return [
    `marked ${type}`,
    `marked ${type} ${words.length}`,
    `words ${Math.min(5, words.length)}`,
    `given ${givenNameGenders.has(lower(first))} ${type} ${Math.min(3, words.length)}`,
    `title ${titleBefore(tokens, span[0]) !== null}`,
    `article ${own.some((at) => lower(tokens[at]) === 'the')} ${type}`,
    `relation ${token?.relation} ${type}`,
    `case ${caseOf(sentence, head)}`,
    `case ${caseOf(sentence, head)} ${type}`,
    `governor ${token?.relation} ${governor?.lemma.toLowerCase()}`,
    `tag ${token?.xpos} ${type}`,
    `capitals ${words.some(({ text }) => /^\p{Lu}{2,}$/u.test(text))} ${words.length > 1}`,
    `small ${words.some(({ text }) => /^(?:of|and|for|the|&)$/.test(text))} ${type}`,
    `marks ${words.some(({ text }) => /[\d&.!’'-]/.test(text))}`,
    `ending ${lower(last).slice(-3)}`,
    `last ${lower(last)}`,
    ...words.map((each) => `word ${lower(each)}`),
    ...own.map((at) => `before ${tokens[at]?.lemma.toLowerCase()}`),
    ...behind.map((at) => `behind ${tokens[at]?.lemma.toLowerCase()}`),
  ];
}

/** "GIZ", "H&M": initials in a sentence that is not all capitals, which are no person's. */
function isInitials({ tokens }: Sentence, { span: [from, to] }: NameSpan): boolean {
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

/** Whether the words of a name say that it is nobody's. */
function isOfThing(sentence: Sentence, name: NameSpan, head: number): boolean {
  const [from, to] = name.span;
  const { tokens } = sentence;
  const noun = tokens[head];
  const words = tokens.slice(from, to).map(lower).join(' ');
  if (noun?.relation === 'amod' && region.test(words)) return true;
  const governor = tokens[noun?.head ?? -1];
  // "The Joint Comprehensive Plan of Action (JCPOA)", of which only the short form is marked.
  if (
    noun?.relation === 'appos' &&
    things.test(lower(governor)) &&
    /^\p{Lu}/u.test(governor?.text ?? '')
  )
    return true;
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
const isOfBody = (sentence: Sentence, name: NameSpan, head: number): boolean =>
  (name.type === 'person' && hasMembers(sentence, head)) ||
  (!isFullName(name) && (isCalledBody(sentence, name) || actsAsMany(sentence, head)));

/** The type that `sum`, the logarithms of chances, speaks for. */
function likeliestType(sum: Float32Array): EntityType | 'thing' {
  const scores = sum.map((value, at) => (types[at] === 'thing' ? value - doubt : value));
  return types[scores.indexOf(Math.max(...scores))] as EntityType | 'thing';
}

/** What a document tells of the names of the same words. */
interface Told {
  /** Sums of the logarithms of chances, by type. */
  sum: Float32Array;
  isBody: boolean;
  isThing: boolean;
}

const textOf = ({ tokens }: Sentence, { span: [from, to] }: NameSpan): string =>
  tokens.slice(from, to).map(lower).join(' ');

/** The short form in brackets behind a name, "(JCPOA)". */
function acronymBehind({ tokens }: Sentence, { span: [, to] }: NameSpan): string | null {
  return tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' ? lower(tokens[to + 1]) : null;
}

function toldOf(
  sentences: readonly ReadSentence[],
  found: readonly (readonly NameSpan[])[],
): Map<string, Told> {
  const told = new Map<string, Told>();
  const of = (text: string): Told => {
    const nothing = { sum: new Float32Array(types.length), isBody: false, isThing: false };
    const known = told.get(text) ?? nothing;
    told.set(text, known);
    return known;
  };
  for (const [index, sentence] of sentences.entries()) {
    for (const name of found[index] ?? []) {
      const head = headOf(sentence, name.span);
      const governor = Math.max(0, sentence.tokens[head]?.head ?? 0);
      const projections = [head, governor].map((at, block) => network.project(sentence, block, at));
      const chances = softmax(network.scores(projections, nameFeatures(sentence, name)));
      const own = of(textOf(sentence, name));
      own.sum = own.sum.map((value, type) => value + Math.log(chances[type] as number));
      own.isBody ||= isOfBody(sentence, name, head);
      if (!isOfThing(sentence, name, head)) continue;
      own.isThing = true;
      const acronym = acronymBehind(sentence, name);
      if (acronym) of(acronym).isThing = true;
    }
  }
  return told;
}

/** The same names with the type that the whole document speaks for. */
export function typedNames(
  sentences: readonly ReadSentence[],
  found: readonly (readonly NameSpan[])[],
): NameSpan[][] {
  const told = toldOf(sentences, found);
  return sentences.map((sentence, index) =>
    (found[index] ?? []).map((name): NameSpan => {
      const { sum, isBody, isThing } = told.get(textOf(sentence, name)) as Told;
      const type = likeliestType(sum);
      if (type === 'thing' || isThing) return { ...name, type: 'other', isThing: true };
      const isMistaken =
        (type === 'person' && isInitials(sentence, name)) ||
        (isBody && /^(?:person|place|other)$/.test(type));
      return { ...name, type: isMistaken ? 'organization' : type };
    }),
  );
}
