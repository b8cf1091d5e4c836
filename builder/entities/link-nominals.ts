// Whom a description speaks of: somebody named before ("the company"), somebody described before
// ("the rebels"), or somebody new.

import type { UnlinkedMention } from '../../schema/index.ts';
import type { KnownEntity } from '../lexicon/index.ts';
import type { Discourse, Referent } from './discourse.ts';

const definite = /^(?:the|this|that|these|those|its|his|her|their|our|both)$/i;
const reach = 6;
const lead = 1.15;

/** Nouns for a country. */
const countryNouns = /^(?:country|nation|state|republic|kingdom|neighbou?r|superpower)$/;
/** Nouns for who governs one: they act as the country. */
const governing = /^(?:government|administration|authority|authorities|regime|leadership)$/;
/** Before "authority": one of a country's bodies, and not its government, where it is anything else. */
const ofAll =
  /^(?:local|national|military|interim|transitional|central|federal|new|current|ruling|state|public)$/;
/** Before any of them: of a part of the country. */
const ofPart = /^(?:regional|provincial|municipal|city|district|county|territorial|cantonal)$/;
/** Nouns for any head of state or government. */
const leaders = /^(?:leader|ruler|strongman|statesman|head)$/;
const heads =
  /\b(?:president|premier|prime minister|chancellor|king|queen|emir|sultan|leader|taoiseach|ayatollah|crown prince)\b/;
/** Nouns for organizations of any kind, and of one kind by words of their names. */
const anyOrganization = /^(?:organi[sz]ation|group|body|agency|firm|company|institution|grouping)$/;
/** Bodies of which a country has one, so that no other body of the same sector is meant. */
const single = /^(?:treasury|senate|parliament|congress|cabinet|legislature|judiciary)$/;
const fighting = /^(?:REB|UAF|MIL|SPY)$/;

interface Phrase {
  /** The noun, singular, lower case. */
  readonly noun: string;
  /** Words before the noun, lower case, names of owners left out. */
  readonly modifiers: ReadonlySet<string>;
  readonly definite: boolean;
  readonly plural: boolean;
}

/** Phrases of mentions that were asked for before: each is compared with all later ones. */
const phrases = new WeakMap<UnlinkedMention, Phrase>();

/** What a description is made of. */
export function phraseOf(discourse: Discourse, mention: UnlinkedMention): Phrase {
  const known = phrases.get(mention) ?? readPhrase(discourse, mention);
  phrases.set(mention, known);
  return known;
}

function readPhrase(discourse: Discourse, mention: UnlinkedMention): Phrase {
  const { tokens } = discourse.sentenceOf(mention);
  const token = tokens[mention.head];
  const own = tokens.filter(({ head, start }) => head === mention.head && start >= mention.start);
  const before = own.filter(({ end }) => end <= (token?.start ?? 0));
  const determined = before.some(
    ({ text, relation }) => relation === 'nmod:poss' || definite.test(text),
  );
  const modifiers = before
    .filter(({ relation, upos }) => /^(?:amod|compound)$/.test(relation ?? '') && upos !== 'PROPN')
    .map(({ text }) => text.toLowerCase());
  return {
    noun: token?.lemma.toLowerCase() ?? '',
    modifiers: new Set(modifiers),
    definite: determined,
    plural: token?.features.number === 'plural',
  };
}

/** The most present of the referents; null where none leads. */
function mostPresent(
  discourse: Discourse,
  mention: UnlinkedMention,
  fits: (referent: Referent) => boolean,
  sentences = reach,
): Referent | null {
  const found: [Referent, number][] = [];
  for (const referent of discourse.referents.values()) {
    if (!fits(referent)) continue;
    const presence = discourse.presence(referent, mention, sentences);
    if (presence > 0) found.push([referent, presence]);
  }
  found.sort((a, b) => b[1] - a[1] || (a[0].key < b[0].key ? -1 : 1));
  const [first, second] = found;
  return first && (!second || first[1] >= second[1] * lead) ? first[0] : null;
}

/** Whether two descriptions may belong to the same owner. */
const sameOwner = (referent: Referent, of: string | null): boolean =>
  !of || referent.owners.size === 0 || referent.owners.has(of);

/** A person named before whose title the noun repeats: "the minister". */
function titled(
  discourse: Discourse,
  mention: UnlinkedMention,
  { noun, plural }: Phrase,
): Referent | null {
  if (plural) return null;
  const called = (referent: Referent): boolean =>
    [...referent.nouns].some((title) =>
      leaders.test(noun)
        ? heads.test(title)
        : title.split(/[ -]/).at(-1) === noun || title === noun,
    );
  const { of } = mention;
  const holders = [...discourse.referents.values()].filter(
    (each) => each.type === 'person' && called(each) && sameOwner(each, of),
  );
  // "The Russian president" is who was called Russia's; of two of whom nothing is said it may be either.
  const own = of ? holders.filter(({ owners }) => owners.has(of)) : holders;
  if (of && own.length === 0 && holders.length > 1) return null;
  const fitting = new Set(own.length > 0 ? own : holders);
  return mostPresent(discourse, mention, (each) => fitting.has(each), Number.POSITIVE_INFINITY);
}

/** An organization named before whose name or kind the noun repeats: "the bank", "the company". */
function organization(
  discourse: Discourse,
  mention: UnlinkedMention,
  phrase: Phrase,
  known: (key: string) => KnownEntity | null,
): Referent | null {
  if (phrase.plural) return null;
  const isOrganization = (each: Referent): boolean =>
    each.names.size > 0 &&
    (each.type === 'organization' || each.type === 'group') &&
    (!mention.of || `country:${known(each.key)?.country}` === mention.of);
  const byName = mostPresent(
    discourse,
    mention,
    (each) =>
      isOrganization(each) &&
      [...each.names].some((name) => name.split(/[ -]/).includes(phrase.noun)),
  );
  if (byName) return byName;
  return mostPresent(
    discourse,
    mention,
    (each) => {
      if (!isOrganization(each)) return false;
      const sectors = known(each.key)?.sectors ?? [];
      if (single.test(phrase.noun)) return false;
      if (sectors.length > 0) return mention.sector !== null && sectors.includes(mention.sector);
      return anyOrganization.test(phrase.noun);
    },
    3,
  );
}

/** The country that "the country" or "the government" speaks of. */
const presentCountry = (discourse: Discourse, mention: UnlinkedMention): string | null =>
  mostPresent(discourse, mention, ({ type }) => type === 'country', 3)?.key ?? null;

/** The country that an owner is, or that a person is of: "his country", "her government". */
function landOf(owner: string | null, owning: Referent | undefined): string | null {
  if (owner?.startsWith('country:')) return owner;
  if (owning?.type !== 'person') return null;
  return [...owning.owners].find((key) => key.startsWith('country:')) ?? null;
}

/** Somebody described before with the same noun. */
function described(
  discourse: Discourse,
  mention: UnlinkedMention,
  phrase: Phrase,
  owner: string | null,
): Referent | null {
  const matches = (referent: Referent): boolean => {
    if (referent.names.size > 0 || !sameOwner(referent, owner)) return false;
    const last = referent.sightings.findLast(({ mention: each }) => each.kind === 'nominal');
    if (!last) return false;
    const other = phraseOf(discourse, last.mention);
    if (other.noun !== phrase.noun || other.plural !== phrase.plural) return false;
    return [...phrase.modifiers].every((word) => other.modifiers.has(word));
  };
  return mostPresent(discourse, mention, matches, Number.POSITIVE_INFINITY);
}

/** What the noun of a country or of its government speaks of; undefined for other nouns. */
function countryMeant(
  discourse: Discourse,
  mention: UnlinkedMention,
  { noun, plural, modifiers, definite: isDefinite }: Phrase,
  owner: string | null,
): string | null | undefined {
  const owning = owner ? discourse.referents.get(owner) : undefined;
  const land = landOf(owner, owning);
  if (governing.test(noun)) {
    const words = [...modifiers];
    const isBody = /^auth/.test(noun) && words.some((word) => !ofAll.test(word));
    if (isBody || words.some((word) => ofPart.test(word))) return undefined;
    if (land || owner || plural) return land ?? undefined;
    return (isDefinite && presentCountry(discourse, mention)) || undefined;
  }
  if (!countryNouns.test(noun) || plural) return undefined;
  if (land) return owning?.type === 'person' ? land : null;
  return isDefinite && !owner ? presentCountry(discourse, mention) : null;
}

/**
 * Key of the one that a description speaks of; null where it speaks of no actor that is known, and
 * undefined for somebody new. `owner` is the key of the country, organization or person in its
 * possessive or before it ("its army", "M23 rebels").
 */
export function linkNominal(
  discourse: Discourse,
  mention: UnlinkedMention,
  owner: string | null,
  known: (key: string) => KnownEntity | null,
): string | null | undefined {
  const phrase = phraseOf(discourse, mention);
  const country = countryMeant(discourse, mention, phrase, owner);
  if (country !== undefined) return country;
  const owning = owner ? discourse.referents.get(owner) : undefined;
  const ofBody = owning?.type === 'organization' || owner?.startsWith('organization:');
  if (ofBody && phrase.plural && fighting.test(mention.sector ?? '')) return owner;
  if (!phrase.definite && !phrase.plural && phrase.noun !== 'police') return undefined;
  const before = described(discourse, mention, phrase, owner);
  if (before || !phrase.definite) return before?.key;
  const named =
    titled(discourse, mention, phrase) ?? organization(discourse, mention, phrase, known);
  return named?.key;
}
