// Sentences → mentions: known names, names that the model finds with their titles, descriptions
// such as "Russian forces" or "the ministry", and pronouns.

import type { EntityType, Sentence, UnlinkedMention } from '../../schema/index.ts';
import type { Gazetteer } from '../lexicon/index.ts';
import type { ReadSentence } from '../network/index.ts';
import { findForms, type KnownName, roleOfForm } from './lexicon-mentions.ts';
import { findNames, type NameSpan, shortForms } from './name-mentions.ts';
import { nameFeatures, typedNames } from './name-network.ts';
import { type Named, nominalCandidates, nominalMentions } from './nominal-mentions.ts';
import { type Describe, describedType, type NominalCandidate } from './nominal-network.ts';
import { roleInTitle } from './person-title.ts';
import { pronounMentions } from './pronoun-mentions.ts';
import { caseOf, dependents, headOf, type TokenSpan, tokenSpan } from './tree.ts';

const length = ([start, end]: TokenSpan): number => end - start;
const overlap = (a: TokenSpan, b: TokenSpan): boolean => a[0] < b[1] && b[0] < a[1];

/** Words that may stand beside a known name inside a longer one without making it another name. */
const thin = /^(?:the|'s|’s|’|'|-|–|[.,])$/i;

/** Whether a name of the model is really longer than the known name inside it: "South China Sea". */
function outgrows({ tokens }: Sentence, name: TokenSpan, known: TokenSpan): boolean {
  if (!overlap(name, known) || length(name) <= length(known)) return false;
  return tokens
    .slice(name[0], name[1])
    .some(
      (token, at) => !overlap([name[0] + at, name[0] + at + 1], known) && !thin.test(token.text),
    );
}

function knownNames(text: string, sentence: Sentence, gazetteer: Gazetteer): KnownName[] {
  return findForms(text, sentence, gazetteer).flatMap((found) => {
    const span = tokenSpan(sentence, found.start, found.end);
    return span ? [{ ...found, span, head: headOf(sentence, span) }] : [];
  });
}

/** What a gazetteer does not say the model may know. */
function typeOfKnown({ form, span }: KnownName, names: readonly NameSpan[]): EntityType {
  if (form.entity.type !== 'other') return form.entity.type;
  return names.find((name) => overlap(name.span, span))?.type ?? 'other';
}

function mentionOfKnown(
  sentence: Sentence,
  known: KnownName,
  names: readonly NameSpan[],
  others: readonly KnownName[],
): UnlinkedMention {
  const { entity } = known.form;
  const type = typeOfKnown(known, names);
  const title = type === 'person' ? roleInTitle(sentence, known.span, others) : null;
  return {
    sentence: sentence.index,
    start: known.start,
    end: known.end,
    head: known.head,
    kind: 'named',
    type,
    role: roleOfForm(known, sentence, known.span),
    name: entity.name,
    key: entity.key,
    title: title?.title ?? null,
    of: title?.of ?? null,
    sector: null,
  };
}

const whereabouts =
  /^(?:in|at|near|inside|outside|across|throughout|around|within|through|via|off|along|from|to|into|onto|towards?|of|over|above|beyond|under|up|down|for|out of|north of|south of|east of|west of)$/;
const argument = /^(?:nsubj|nsubj:pass|obj|iobj|obl:agent|nmod:poss|nmod|obl)$/;

/**
 * Whether a name that the model takes for a place acts or is acted upon: "Texas sued", "shelled
 * Kherson", "seized the town of Walikale", "sanctions on Belavia".
 */
function actsAsPlace(sentence: Sentence, head: number, depth = 0): boolean {
  const { tokens } = sentence;
  const token = tokens[head];
  const governor = tokens[token?.head ?? -1];
  const preposition = caseOf(sentence, head);
  if (token?.relation === 'conj' && !preposition && depth < 6) {
    return actsAsPlace(sentence, token.head, depth + 1);
  }
  if (preposition === 'of' && governor?.relation === 'obj') {
    return /^(?:town|city|village|port|district|region|province|island|camp)$/.test(governor.lemma);
  }
  if (!argument.test(token?.relation ?? '')) return false;
  const subject = /^(?:nsubj|obj|iobj|obl:agent|nmod:poss)/.test(token?.relation ?? '');
  return preposition ? !whereabouts.test(preposition) : subject;
}

/** What an unknown name does: a place is a place, part of another noun an attribute. */
function roleOfName(sentence: Sentence, { span, type }: NameSpan): UnlinkedMention['role'] {
  const head = headOf(sentence, span);
  const token = sentence.tokens[head];
  if (type === 'place') return actsAsPlace(sentence, head) ? 'actor' : 'place';
  if (/^(?:amod|compound)$/.test(token?.relation ?? '')) return 'attribute';
  if (type === 'group' && token?.upos === 'ADJ') return 'attribute';
  return 'actor';
}

function mentionOfName(
  text: string,
  sentence: Sentence,
  name: NameSpan,
  known: readonly KnownName[],
): UnlinkedMention | null {
  const first = sentence.tokens[name.span[0]];
  const last = sentence.tokens[name.span[1] - 1];
  if (!first || !last) return null;
  const start = first.start;
  const possessive = last.xpos === 'POS' && length(name.span) > 1;
  const end = possessive ? (sentence.tokens[name.span[1] - 2]?.end ?? last.end) : last.end;
  const title = name.type === 'person' ? roleInTitle(sentence, name.span, known) : null;
  const country = known.find((each) => overlap(each.span, name.span))?.form.entity;
  return {
    sentence: sentence.index,
    start,
    end,
    head: headOf(sentence, name.span),
    kind: 'named',
    type: name.type,
    role: roleOfName(sentence, name),
    name: text.slice(start, end).replace(/\s+/g, ' '),
    key: null,
    title: title?.title ?? null,
    of: title?.of ?? (country?.type === 'country' ? country.key : null),
    sector: null,
  };
}

/** Whether a known name only says where the person beside it holds a title. */
function servesTitle(
  sentence: Sentence,
  known: KnownName,
  names: readonly UnlinkedMention[],
): boolean {
  const titled = names.filter((name) => name.title && name.of === known.form.entity.key);
  return titled.some((name) => {
    const span = tokenSpan(sentence, name.start, name.end);
    if (!span) return false;
    const head = headOf(sentence, span);
    const beside = [
      head,
      sentence.tokens[head]?.relation === 'appos' ? (sentence.tokens[head]?.head ?? -1) : -1,
      ...dependents(sentence, head, /^(?:appos|nmod:desc|compound|flat|conj)$/),
    ];
    const governor = sentence.tokens[known.head]?.head ?? -1;
    return beside.includes(governor) && governor >= 0;
  });
}

/** Names of a sentence and where they stand in it: of actors and places, and of things, which are no mentions. */
function namedMentions(
  text: string,
  sentence: Sentence,
  spans: readonly NameSpan[],
  gazetteer: Gazetteer,
): { readonly names: Named[]; readonly things: Named[] } {
  const found = knownNames(text, sentence, gazetteer);
  const longer = spans.filter((name) =>
    found.some((each) => outgrows(sentence, name.span, each.span)),
  );
  const known = found.filter((each) => !longer.some((name) => overlap(name.span, each.span)));
  const unknown = spans.filter((name) => !known.some((each) => overlap(name.span, each.span)));
  const mentionsOf = (some: readonly NameSpan[]): UnlinkedMention[] =>
    some.flatMap((name) => mentionOfName(text, sentence, name, found) ?? []);
  const things = mentionsOf(unknown.filter(({ isThing }) => isThing));
  const names = mentionsOf(unknown.filter(({ isThing }) => !isThing));
  const others = known.map((each): UnlinkedMention => {
    const mention = mentionOfKnown(sentence, each, spans, found);
    return servesTitle(sentence, each, names) ? { ...mention, role: 'attribute' } : mention;
  });
  const placed = (mentions: readonly UnlinkedMention[]): Named[] =>
    mentions.flatMap((mention) => {
      const span = tokenSpan(sentence, mention.start, mention.end);
      return span ? [{ mention, head: mention.head, span }] : [];
    });
  return { names: placed([...others, ...names]), things: placed(things) };
}

/** The names that are not looked up, of each sentence. */
function unknownNames(sentences: readonly Sentence[]): NameSpan[][] {
  const forms = shortForms(sentences);
  return sentences.map((sentence) => findNames(sentence, forms));
}

/** Every mention of a document's parsed sentences, in the order of the text. */
export function findMentions(
  text: string,
  sentences: readonly ReadSentence[],
  gazetteer: Gazetteer,
  describe: Describe = describedType,
): UnlinkedMention[] {
  const spans = typedNames(sentences, unknownNames(sentences));
  return sentences.flatMap((sentence, index) => {
    const { names, things } = namedMentions(text, sentence, spans[index] ?? [], gazetteer);
    return [
      ...names.map(({ mention }) => mention),
      ...nominalMentions(text, sentence, [...names, ...things], gazetteer, describe),
      ...pronounMentions(sentence),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

/** The nouns that may describe somebody, sentence by sentence: what the network is trained on. */
export function findNominalCandidates(
  text: string,
  sentences: readonly ReadSentence[],
  gazetteer: Gazetteer,
): NominalCandidate[][] {
  const spans = typedNames(sentences, unknownNames(sentences));
  return sentences.map((sentence, index) => {
    const { names, things } = namedMentions(text, sentence, spans[index] ?? [], gazetteer);
    return nominalCandidates(sentence, [...names, ...things], gazetteer);
  });
}

/** A name that the network judges: where it stands, the token that heads it, and its features. */
export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  /** What the language model marks it as. */
  readonly marked: EntityType;
  readonly features: readonly string[];
}

/** The names that are not looked up, sentence by sentence: what the network of their types is trained on. */
export function findNameCandidates(sentences: readonly ReadSentence[]): NameCandidate[][] {
  const found = unknownNames(sentences);
  return sentences.map((sentence, at) =>
    (found[at] ?? []).map((name) => ({
      start: sentence.tokens[name.span[0]]?.start ?? 0,
      end: sentence.tokens[name.span[1] - 1]?.end ?? 0,
      index: headOf(sentence, name.span),
      marked: name.type,
      features: nameFeatures(sentence, name),
    })),
  );
}
