// Descriptions of people and bodies that act: "the rebels", "Kenyan police", "his government",
// "three soldiers". A noun that only stands beside a name ("President Ruto"), is part of another
// noun ("police chief") or says what somebody is ("Hamas is a group") describes nobody new.

import type { Sentence, Token, UnlinkedMention } from '../../schema/index.ts';
import {
  bodyNouns,
  type Gazetteer,
  titleAround,
  titleSectors,
  titleText,
} from '../lexicon/index.ts';
import type { ReadSentence } from '../network/index.ts';
import type { Describe, NominalCandidate } from './nominal-network.ts';
import { caseOf, dependents, lower, type TokenSpan } from './tree.ts';

/** A name already found, by the token that its others hang on. */
export interface Named {
  readonly mention: UnlinkedMention;
  readonly head: number;
  readonly span: TokenSpan;
}

/** Nouns that speak of anybody at all, or of a thing. */
const nobody = new Set(
  `person public media press side sides figure figures
  aircraft ambulance artillery bench boat frigate gunboat helicopter jet plane ship ships submarine tank tanker
  vehicle vessel warplane warship utility network website up place source sources appeal chair head power station
  base site board branch commerce defence defense house population monarchy world body everyone`.split(
    /\s+/,
  ),
);

/** Bodies that are people rather than institutions. */
const crowds =
  /^(?:police|army|military|militia|junta|opposition|force|crew|family|tribe|clan|gang|mob|crowd|cell|faction|resistance|insurgency|troop|patrol|garrison|mafia|clergy|team|squad|jury|staff|workforce|infantry|cartel|group)$/;

const silentDeterminer = /^(?:no|any|neither|either|each|every|whatever)$/i;
const asking = /^(?:what|which)$/i;
const ownPart = /^(?:amod|compound|nmod:poss|nummod|det|nmod:desc|det:predet|advmod)$/;
const content = /^(?:amod|compound)$/;

/** The sector of the noun at `index`, the longest phrase that ends there before the noun alone. */
function sectorOf(tokens: readonly Token[], index: number, gazetteer: Gazetteer): string | null {
  for (let length = 3; length > 0; length -= 1) {
    const words = tokens.slice(Math.max(0, index - length + 1), index + 1);
    const phrase = words.map(lower).join(' ');
    const found = gazetteer.agentSector(phrase) ?? titleSectors.get(phrase);
    if (found) return found;
  }
  const lemma = tokens[index]?.lemma.toLowerCase() ?? '';
  return gazetteer.agentSector(lemma) ?? titleSectors.get(lemma) ?? null;
}

/** Whether the noun is the title or apposition of a name, or has its name behind it. */
function besideName({ tokens }: Sentence, noun: number, names: readonly Named[]): boolean {
  const token = tokens[noun];
  const isBody = token !== undefined && typeOf(token) !== 'person';
  // Of "the ministry, Almaz Tursunbekov," the person is not the ministry, wherever the name hangs.
  const named = (at: number): boolean =>
    names.some(({ head, mention }) => head === at && !(isBody && mention.type === 'person'));
  const beside = /^(?:appos|flat|nmod:desc)$/;
  if (
    /^(?:appos|flat|nmod:desc|compound)$/.test(token?.relation ?? '') &&
    named(token?.head ?? -1)
  ) {
    return true;
  }
  return tokens.some(
    (other, at) => other.head === noun && beside.test(other.relation ?? '') && named(at),
  );
}

/** First token of the phrase: the noun's own words that stand before it without a gap. */
function phraseStart(sentence: Sentence, noun: number): number {
  const { tokens } = sentence;
  let start = noun;
  const belongs = (index: number): boolean => {
    let at = index;
    for (let step = 0; step < 6; step += 1) {
      const token = tokens[at];
      if (!token) return false;
      if (token.head === noun) return ownPart.test(token.relation ?? '');
      at = token.head;
    }
    return false;
  };
  while (start > 0 && belongs(start - 1)) start -= 1;
  // "accused of sheltering members": what they do, not what they are.
  const isDoing = sentence.tokens[start]?.xpos === 'VBG' && start < noun;
  return isDoing && sentence.tokens[start - 1]?.upos === 'ADP' ? start + 1 : start;
}

/** Where the phrase ends: behind "of Mali" where a name follows. */
function phraseEnd(sentence: Sentence, noun: number, names: readonly Named[]): number {
  const behind = names.find(({ head, span }) => {
    const token = sentence.tokens[head];
    if (token?.head !== noun || token.relation !== 'nmod' || span[0] - noun > 3) return false;
    return sentence.tokens.slice(noun + 1, span[0]).some((each) => lower(each) === 'of');
  });
  return behind ? behind.span[1] : endOfCounted(sentence, noun);
}

const quantity = /^(?:dozens|scores|hundreds|thousands|millions|most|majority|some|many|number)$/;

/** Behind what a quantity counts: "dozens of countries". */
function endOfCounted(sentence: Sentence, noun: number): number {
  if (!quantity.test(lower(sentence.tokens[noun]))) return noun + 1;
  const [counted] = dependents(sentence, noun, /^nmod$/).filter(
    (at) => at > noun && at - noun <= 4 && caseOf(sentence, at) === 'of',
  );
  return (counted ?? noun) + 1;
}

/** Key of the country or organization that the noun belongs to. */
function ownerOf(sentence: Sentence, noun: number, names: readonly Named[]): string | null {
  const owner = names.find(({ head, mention }) => {
    const token = sentence.tokens[head];
    if (!mention.key || token?.head !== noun) return false;
    if (/^(?:amod|compound|nmod:poss|nmod:desc)$/.test(token.relation ?? '')) return true;
    return token.relation === 'nmod' && head < phraseEnd(sentence, noun, names);
  });
  return owner?.mention.key ?? null;
}

function typeOf(token: Token): UnlinkedMention['type'] {
  const noun = token.lemma.toLowerCase();
  if (token.features.number === 'plural' && !/^(?:police|authorities)$/.test(lower(token)))
    return 'group';
  if (!bodyNouns.has(noun) && !bodyNouns.has(lower(token))) return 'person';
  return crowds.test(noun) ? 'group' : 'organization';
}

/** Bodies that may be a person as well. */
const personToo =
  /^(?:brewer|competitor|developer|executive|grocer|guard|maker|operator|patrol|press|producer|publisher|refiner|shipper|supplier)$/;

/** One person is no body and not several: "the watchdog", "three drivers". */
function typeInNumber(token: Token, type: UnlinkedMention['type']): UnlinkedMention['type'] {
  return type === 'person' && !personToo.test(token.lemma.toLowerCase()) ? typeOf(token) : type;
}

/** Whether the noun at `index` could stand for somebody of its own: by its place in the sentence. */
function standsFree(sentence: Sentence, index: number, names: readonly Named[]): boolean {
  const token = sentence.tokens[index] as Token;
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return false;
  if (names.some(({ span }) => span[0] <= index && index < span[1])) return false;
  if (/^(?:amod|compound|flat|nmod:desc|fixed|vocative)$/.test(token.relation ?? '')) return false;
  if (endOfCounted(sentence, token.head) === index + 1) return false;
  return (
    !besideName(sentence, index, names) &&
    !insideTitle(sentence, index) &&
    !meansNobody(sentence, index)
  );
}

/** "its opposition to the sale": what somebody thinks, and not who. */
const isAbout = (sentence: Sentence, index: number): boolean =>
  lower(sentence.tokens[index]) === 'opposition' &&
  dependents(sentence, index, /^(?:nmod|acl)$/).some((at) => caseOf(sentence, at) === 'to');

/**
 * "others", "under the auspices of", "no police force": nobody in particular is spoken of. "Sudan is a
 * member": of somebody else is said what he is.
 */
function meansNobody(sentence: Sentence, index: number): boolean {
  if (/^(?:others|auspices|behalf|behest|aegis|sake|wake)$/.test(lower(sentence.tokens[index]))) {
    return true;
  }
  const has = (relation: RegExp): boolean => dependents(sentence, index, relation).length > 0;
  if ((has(/^cop$/) && has(/^nsubj$/)) || isAbout(sentence, index)) return true;
  const own = dependents(sentence, index, /^(?:det|advmod)$/);
  return own.some((at) => /^(?:no|neither|not|n['’]t|never)$/.test(lower(sentence.tokens[at])));
}

/** "Which river …": a question names nobody. */
const isAskedFor = (sentence: Sentence, index: number): boolean =>
  dependents(sentence, index, /^det$/).some((at) => asking.test(lower(sentence.tokens[at])));

/** Whether a noun that stands free describes somebody, as far as rules can tell. */
function describes(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index] as Token;
  if (nobody.has(lower(token)) || nobody.has(token.lemma.toLowerCase())) return false;
  if (token.relation === 'xcomp') return false;
  if (dependents(sentence, index, /^cop$/).length > 0) return false;
  if (caseOf(sentence, index) === 'as') return false;
  if (
    /^(?:people|persons)$/.test(lower(token)) &&
    dependents(sentence, index, /^nummod$/).length === 0
  ) {
    return false;
  }
  const determiners = dependents(sentence, index, /^det$/).map((at) => lower(sentence.tokens[at]));
  return !determiners.some((word) => silentDeterminer.test(word));
}

/** The title that a person is described by, "foreign minister"; null where the noun is none. */
function titleOf(tokens: readonly Token[], index: number): string | null {
  if (tokens[index]?.features.number === 'plural' || typeOf(tokens[index] as Token) !== 'person')
    return null;
  const title = titleAround(tokens, index);
  return title ? titleText(tokens.slice(title[0], title[1])) : null;
}

/** Whether a noun alone, without article or any other word, can describe somebody: "police", "rebels". */
function standsAlone(sentence: Sentence, index: number): boolean {
  const token = sentence.tokens[index];
  if (token?.features.number === 'plural' || /^(?:police|congress|parliament)$/.test(lower(token)))
    return true;
  const own = sentence.tokens.slice(0, index).filter(({ head }) => head === index);
  return own.some(({ relation }) =>
    /^(?:det|amod|compound|nmod:poss|nummod)$/.test(relation ?? ''),
  );
}

/** Whether the noun is a later word of somebody's title: "chief of staff". */
function insideTitle({ tokens }: Sentence, index: number): boolean {
  const title = titleAround(tokens, index);
  if (!title) return false;
  const head = tokens[index]?.head ?? -1;
  return head >= title[0] && head < index;
}

/** The nouns of a sentence that stand free, and so may describe somebody. */
export function nominalCandidates(
  sentence: Sentence,
  names: readonly Named[],
  gazetteer: Gazetteer,
): NominalCandidate[] {
  return sentence.tokens.flatMap((token, index): NominalCandidate[] => {
    if (!standsFree(sentence, index, names) || isAskedFor(sentence, index)) return [];
    const sector = sectorOf(sentence.tokens, index, gazetteer);
    const says = describes(sentence, index);
    const alone = standsAlone(sentence, index);
    const byRule = sector !== null && says && alone;
    const own = (relation: RegExp): string =>
      dependents(sentence, index, relation)
        .map((at) => lower(sentence.tokens[at]))
        .join(' ');
    const features = [
      `rule ${byRule}`,
      `sector ${sector}`,
      `says ${says} ${sector !== null}`,
      `alone ${alone}`,
      `relation ${token.relation}`,
      `number ${token.features.number}`,
      `determiner ${own(/^det$/)}`,
      `case ${caseOf(sentence, index)}`,
      `type ${typeOf(token)}`,
      `owner ${ownerOf(sentence, index, names) !== null}`,
      `copula ${own(/^cop$/) !== ''}`,
      `possessive ${own(/^nmod:poss$/) !== ''}`,
      `counted ${own(/^nummod$/) !== ''}`,
      `lemma ${token.lemma.toLowerCase()}`,
    ];
    return [{ index, sector, byRule, features }];
  });
}

/** What the rules alone say. */
export const describedByRule: Describe = ({ tokens }, { index, byRule }) =>
  byRule ? typeOf(tokens[index] as Token) : null;

/** All descriptions of a sentence whose names are known. */
export function nominalMentions(
  text: string,
  sentence: ReadSentence,
  names: readonly Named[],
  gazetteer: Gazetteer,
  describe: Describe,
): UnlinkedMention[] {
  const { tokens } = sentence;
  const candidates = nominalCandidates(sentence, names, gazetteer);
  return candidates.flatMap((candidate): UnlinkedMention[] => {
    const { index, sector } = candidate;
    const described = describe(sentence, candidate);
    if (!described) return [];
    const token = tokens[index] as Token;
    const type = typeInNumber(token, described);
    const from = phraseStart(sentence, index);
    const to = phraseEnd(sentence, index, names);
    const own = tokens.findIndex(
      (each, at) =>
        at >= from && (at === index || (each.head === index && content.test(each.relation ?? ''))),
    );
    const end = tokens[to - 1]?.end ?? token.end;
    return [
      {
        sentence: sentence.index,
        start: tokens[from]?.start ?? token.start,
        end,
        head: index,
        kind: 'nominal',
        type,
        role: 'actor',
        name: text.slice(tokens[own]?.start ?? token.start, end).replace(/\s+/g, ' '),
        key: null,
        title: titleOf(tokens, index),
        of: ownerOf(sentence, index, names),
        sector,
      },
    ];
  });
}
