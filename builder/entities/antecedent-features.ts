// What the network is told of a pronoun or description and of each that it may mean: agreement,
// distance, place in the sentence, how often and by what words it was spoken of, who speaks, and
// what the rules would say. Each feature is a short text; the network looks up its hash.

import type { EntityType, Sentence, Token, UnlinkedMention } from '../../schema/index.ts';
import type { KnownEntity } from '../lexicon/index.ts';
import type { ReadSentence } from '../network/index.ts';
import type { Discourse, Referent, Sighting } from './discourse.ts';
import { phraseOf } from './link-nominals.ts';
import { genderOf, isBarred, standsBeside } from './link-pronouns.ts';
import { isMany, isOne } from './writers.ts';

/** A token of the document, whose state the network reads. */
export interface Place {
  readonly sentence: number;
  readonly token: number;
}

/** One that a mention may mean, or nobody spoken of before (`key` null). */
export interface Candidate {
  readonly key: string | null;
  /** Where it was spoken of. */
  readonly mentions: readonly UnlinkedMention[];
  /** What the network reads the states of: the mention and its governor, then the same of the candidate. */
  readonly places: readonly Place[];
  readonly features: readonly string[];
}

/** A pronoun or description, with what is known before it is asked whom it means. */
export interface Anaphor {
  readonly mention: UnlinkedMention;
  /** What the rules say; null where they are silent. */
  readonly rule: string | null;
  /** Key of who says the words that it stands in. */
  readonly speaker: string | null;
  readonly isQuoted: boolean;
  /** Key of what stands in its possessive. */
  readonly owner: string | null;
}

/** How far back a candidate may have been spoken of last, and how many there may be. */
const reach = { pronoun: 5, nominal: 30 } as const;
const most = 24;

const bin = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length;

const lower = (token: Token | undefined): string => token?.lemma.toLowerCase() ?? '';

/** The pronoun in its first form, or the number of a description. */
function kindOf(mention: UnlinkedMention, sentence: Sentence): string {
  if (mention.kind === 'nominal') {
    return `description ${sentence.tokens[mention.head]?.features.number ?? ''}`;
  }
  const word = mention.name;
  if (/^(?:he|him|his|himself)$/.test(word)) return 'he';
  if (/^(?:she|hers?|herself)$/.test(word)) return 'she';
  if (isOne(mention)) return 'i';
  if (isMany(mention)) return 'we';
  return word.startsWith('it') ? 'it' : 'they';
}

/** What the noun at a place does in its sentence, in a word. */
function functionOf({ tokens }: Sentence, head: number): string {
  let at = head;
  for (let step = 0; tokens[at]?.relation === 'conj' && step < 6; step += 1) {
    at = tokens[at]?.head ?? -1;
  }
  const relation = tokens[at]?.relation ?? '';
  if (relation.startsWith('nsubj')) return 'subject';
  if (/^(?:obj|iobj)$/.test(relation)) return 'object';
  if (relation === 'nmod:poss') return 'possessive';
  if (relation.startsWith('obl')) return 'oblique';
  if (/^(?:compound|amod|nmod:desc|flat)/.test(relation)) return 'part';
  return relation.startsWith('nmod') ? 'nmod' : 'other';
}

function cosineOf(a: Float32Array, b: Float32Array): number {
  let [both, ofA, ofB] = [0, 0, 0];
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index] as number, b[index] as number];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return both / Math.sqrt(ofA * ofB + 1e-9);
}

/** Whether a referent could be what the mention means, by type, number and gender. */
function agrees(kind: string, { mention }: Anaphor, { type, plural, gender }: Referent): boolean {
  if (kind === 'he' || kind === 'she' || kind === 'i') {
    const said = mention.kind === 'pronoun' ? genderOf(mention.name) : null;
    return type === 'person' && !plural && !(said && gender && said !== gender);
  }
  if (kind === 'it') return type !== 'person' && !plural;
  if (kind === 'they' || kind === 'we') return type !== 'person' || plural;
  return type === mention.type;
}

/** Candidates for the mentions of one document, with their features. */
export class Antecedents {
  readonly #discourse: Discourse;
  readonly #sentences: readonly ReadSentence[];
  readonly #known: (key: string) => KnownEntity | null;

  constructor(
    discourse: Discourse,
    sentences: readonly ReadSentence[],
    known: (key: string) => KnownEntity | null,
  ) {
    this.#discourse = discourse;
    this.#sentences = sentences;
    this.#known = known;
  }

  #sentence(index: number): ReadSentence {
    return this.#sentences[index] as ReadSentence;
  }

  #places({ sentence, head }: UnlinkedMention): [Place, Place] {
    const governor = this.#sentence(sentence).tokens[head]?.head ?? -1;
    return [
      { sentence, token: head },
      { sentence, token: governor < 0 ? head : governor },
    ];
  }

  /** Whom a mention may mean: nobody first, then who was spoken of, the latest first. */
  of(anaphor: Anaphor): Candidate[] {
    const { mention } = anaphor;
    const kind = kindOf(mention, this.#sentence(mention.sentence));
    const last = ({ sightings }: Referent): UnlinkedMention =>
      (sightings.at(-1) as Sighting).mention;
    const recent = [...this.#discourse.referents.values()]
      .filter((each) => {
        const { sentence, start, end } = last(each);
        const inside =
          sentence === mention.sentence && mention.start <= start && end <= mention.end;
        const isNear = mention.sentence - sentence <= reach[mention.kind as keyof typeof reach];
        return (
          (isNear || each.key === anaphor.speaker) && !inside && !this.#barred(kind, anaphor, each)
        );
      })
      .sort((a, b) => last(b).start - last(a).start || (a.key < b.key ? -1 : 1))
      .slice(0, most);
    const agreeing = recent.filter((each) => agrees(kind, anaphor, each));
    const presence = new Map(
      recent.map((each) => [each, this.#discourse.presence(each, mention, 5)]),
    );
    const present = [...agreeing].sort(
      (a, b) => (presence.get(b) ?? 0) - (presence.get(a) ?? 0) || (a.key < b.key ? -1 : 1),
    );
    const strength = presence.get(present[0] as Referent) ?? 0;
    const things = this.#things(mention, kind);
    const own = this.#ownFeatures(anaphor, kind);
    const nobody: Candidate = {
      key: null,
      mentions: [],
      places: this.#places(mention),
      features: [
        ...own.map((feature) => `none ${feature}`),
        `none agreeing ${kind} ${Math.min(4, agreeing.length)}`,
        `none strength ${kind} ${bin(strength, [0.01, 0.5, 1, 2, 3, 5])}`,
        `none things ${kind} ${bin(things / (strength + 0.1), [0.01, 0.3, 0.6, 1, 1.5, 3])}`,
        `none rule ${kind} ${anaphor.rule !== null}`,
      ],
    };
    const others = recent.map((referent, rank): Candidate => {
      const telling = this.#telling(referent);
      const share = (presence.get(referent) ?? 0) / (strength + 1e-9);
      return {
        key: referent.key,
        mentions: referent.sightings.map((each) => each.mention),
        places: [...this.#places(mention), ...this.#places(telling)],
        features: [
          ...this.#agreement(anaphor, kind, referent),
          ...this.#nearness(anaphor, kind, referent),
          ...(mention.kind === 'nominal' ? this.#likeness(anaphor, kind, referent) : []),
          `rank ${kind} ${Math.min(8, rank)}`,
          `rank agreeing ${kind} ${Math.min(5, agreeing.indexOf(referent))} of ${Math.min(4, agreeing.length)}`,
          `rank present ${kind} ${Math.min(5, present.indexOf(referent))}`,
          `share ${kind} ${bin(share, [0.01, 0.2, 0.4, 0.6, 0.8, 0.999])} ${agreeing.includes(referent)}`,
          `rule ${kind} ${anaphor.rule === null ? 'silent' : anaphor.rule === referent.key}`,
          `things ${kind} ${bin(things / ((presence.get(referent) ?? 0) + 0.1), [0.01, 0.3, 0.6, 1, 1.5, 3])}`,
          `cosine ${kind} ${this.#cosine(mention, telling)}`,
        ],
      };
    });
    return [nobody, ...others];
  }

  /** Whom "he" cannot mean for its place, or because that one speaks. */
  #barred(kind: string, { mention, speaker }: Anaphor, { key, sightings }: Referent): boolean {
    if (mention.kind !== 'pronoun' || kind === 'i' || kind === 'we') return false;
    return (
      key === speaker || sightings.some((each) => isBarred(this.#discourse, mention, each.mention))
    );
  }

  #things(mention: UnlinkedMention, kind: string): number {
    if (kind !== 'it' && kind !== 'they') return 0;
    const number = kind === 'it' ? 'singular' : 'plural';
    return this.#discourse.presenceOfThings(mention, 2, number);
  }

  #cosine(a: UnlinkedMention, b: UnlinkedMention): number {
    const state = ({ sentence, head }: UnlinkedMention): Float32Array =>
      this.#sentence(sentence).states[head] as Float32Array;
    return Math.round(10 * cosineOf(state(a), state(b)));
  }

  /** The last mention of a referent that is no pronoun. */
  #telling({ sightings }: Referent): UnlinkedMention {
    const told = sightings.findLast(({ mention }) => mention.kind !== 'pronoun');
    return (told ?? (sightings.at(-1) as Sighting)).mention;
  }

  #ownFeatures({ mention, isQuoted, speaker, owner }: Anaphor, kind: string): string[] {
    const sentence = this.#sentence(mention.sentence);
    const { tokens } = sentence;
    const token = tokens[mention.head];
    const governor = tokens[token?.head ?? -1];
    const own = functionOf(sentence, mention.head);
    const common = [
      kind,
      `function ${kind} ${own}`,
      `relation ${kind} ${token?.relation}`,
      `governor ${kind} ${own} ${lower(governor)}`,
      `quoted ${kind} ${isQuoted} ${speaker !== null}`,
      `first ${kind} ${mention.sentence === 0}`,
    ];
    if (mention.kind === 'pronoun') {
      const clause = tokens.filter(({ head }) => head === token?.head);
      return [
        ...common,
        `word ${mention.name}`,
        `clause ${kind} ${clause
          .map(({ relation }) => relation)
          .filter((each) => /^(?:cop|csubj|ccomp|advcl|xcomp|expl)/.test(each ?? ''))
          .join(' ')}`,
        `tag ${kind} ${governor?.upos}`,
        `initial ${kind} ${mention.head === 0}`,
      ];
    }
    const { noun, modifiers, definite } = phraseOf(this.#discourse, mention);
    const determiner = tokens.find(
      ({ head, relation }) => head === mention.head && relation === 'det',
    );
    return [
      ...common,
      `noun ${noun}`,
      `determiner ${kind} ${lower(determiner)}`,
      `definite ${kind} ${definite} ${modifiers.size > 0} ${owner !== null}`,
      `sector ${mention.sector}`,
      `type ${kind} ${mention.type}`,
    ];
  }

  #agreement({ mention, speaker }: Anaphor, kind: string, referent: Referent): string[] {
    const said = mention.kind === 'pronoun' ? genderOf(mention.name) : null;
    const { gender, type, plural, names } = referent;
    const agreement = !said || !gender ? 'unknown' : said === gender ? 'same' : 'other';
    const isNamed = names.size > 0;
    const isSpeaker = speaker === null ? 'nobody' : speaker === referent.key;
    return [
      `type ${kind} ${type} ${plural}`,
      `type ${kind} ${type} ${isNamed}`,
      `gender ${kind} ${agreement} ${type === 'person'}`,
      `speaker ${kind} ${isSpeaker}`,
    ];
  }

  #nearness(anaphor: Anaphor, kind: string, referent: Referent): string[] {
    const { mention } = anaphor;
    const { sightings } = referent;
    const last = (sightings.at(-1) as Sighting).mention;
    const sentence = this.#sentence(mention.sentence);
    const place = (each: UnlinkedMention): string =>
      functionOf(this.#sentence(each.sentence), each.head);
    const [own, other] = [place(mention), place(last)];
    const distance = Math.min(6, mention.sentence - last.sentence);
    const here = sightings.filter((each) => each.mention.sentence === mention.sentence);
    const before = sightings.filter((each) => each.mention.sentence === mention.sentence - 1);
    const subjects = (found: readonly Sighting[]): boolean =>
      found.some((each) => place(each.mention) === 'subject');
    const beside =
      mention.kind === 'pronoun' &&
      here.some((each) => standsBeside(this.#discourse, mention, each.mention));
    const pronoun = sightings.findLast((each) => each.mention.kind === 'pronoun')?.mention;
    const chain = pronoun ? kindOf(pronoun, sentence) === kind : 'no';
    const governor = sentence.tokens[sentence.tokens[mention.head]?.head ?? -1];
    return [
      `distance ${kind} ${distance}`,
      `distance ${kind} ${distance} ${last.kind} ${other}`,
      `functions ${kind} ${own} ${other} ${Math.min(2, distance)}`,
      `subject before ${kind} ${subjects(before)} ${subjects(here)} ${own}`,
      `beside ${kind} ${beside} ${own}`,
      `chain ${kind} ${chain} ${distance < 2}`,
      `last ${kind} ${last.kind} ${last.role}`,
      `often ${kind} ${bin(sightings.length, [2, 3, 5, 8, 13])}`,
      `opens ${kind} ${sightings[0]?.mention.sentence === 0}`,
      `governor ${referent.type} ${own} ${lower(governor)}`,
    ];
  }

  /** What a description has in common with the words that a referent was called by. */
  #likeness({ mention, owner }: Anaphor, kind: string, referent: Referent): string[] {
    const phrase = phraseOf(this.#discourse, mention);
    const { noun, modifiers } = phrase;
    const { sightings, nouns, names, owners, key, type } = referent;
    const described = sightings.filter((each) => each.mention.kind === 'nominal');
    const same = described.filter((each) => phraseOf(this.#discourse, each.mention).noun === noun);
    const alike = same.some((each) => {
      const other = phraseOf(this.#discourse, each.mention);
      return (
        other.plural === phrase.plural && [...modifiers].every((each) => other.modifiers.has(each))
      );
    });
    const known = this.#known(key);
    const called = [...nouns].some((title) => title.split(/[ -]/).at(-1) === noun);
    const inName = [...names].some((name) => name.split(/[ -]/).includes(noun));
    const sector = mention.sector && (known?.sectors ?? []).includes(mention.sector);
    const sectorBefore =
      mention.sector !== null && described.some((each) => each.mention.sector === mention.sector);
    const ownership =
      owner === null
        ? 'none'
        : owner === key
          ? 'itself'
          : owners.size === 0
            ? 'open'
            : owners.has(owner);
    const land = mention.of === null ? 'none' : `country:${known?.country}` === mention.of;
    const named = names.size > 0;
    return [
      `same noun ${kind} ${same.length > 0} ${named} ${phrase.definite}`,
      `alike ${kind} ${alike} ${modifiers.size > 0}`,
      `called ${kind} ${called} ${named}`,
      `in name ${kind} ${inName}`,
      `sector ${kind} ${sector} ${sectorBefore} ${named}`,
      `owner ${kind} ${ownership} ${land}`,
      `noun ${noun} ${type} ${named}`,
      `types ${kind} ${mention.type as EntityType} ${type} ${named}`,
      `plural ${kind} ${referent.plural}`,
      `first word ${kind} ${lower(this.#sentence(mention.sentence).tokens.find(({ start }) => start === mention.start))} ${named}`,
    ];
  }
}
