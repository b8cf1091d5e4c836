// Identity keys of all mentions of a document: names first, then descriptions and pronouns in the
// order of the text, each against who has been spoken of so far.

import type { EntityType, UnlinkedMention } from '../../schema/index.ts';
import type { Gazetteer } from '../lexicon/index.ts';
import type { ReadSentence } from '../network/index.ts';
import { isQuoted, quotations, quotedSpeakers, type Speaker } from '../quotations/index.ts';
import { Antecedents } from './antecedent-features.ts';
import { type Judge, networkJudge } from './antecedent-network.ts';
import { Discourse } from './discourse.ts';
import { genderOfName, genderOfTitle } from './gender.ts';
import { linkNames } from './link-names.ts';
import { linkNominal, phraseOf } from './link-nominals.ts';
import { genderOf, linkPronoun } from './link-pronouns.ts';
import { isAddressed, isMany, isOne, isWriter, writerKey } from './writers.ts';

/** A description that is the same in every document: the police of a country, not three soldiers. */
function lasting(mention: UnlinkedMention, owner: string | null): boolean {
  return owner?.startsWith('country:') === true && /^(?:organization|group)$/.test(mention.type);
}

/** Types of the names of the document, by key: what most mentions say. */
function typesOf(
  mentions: readonly UnlinkedMention[],
  keys: readonly (string | null)[],
  gazetteer: Gazetteer,
): Map<string, EntityType> {
  const counts = new Map<string, Map<EntityType, number>>();
  mentions.forEach((mention, index) => {
    const key = keys[index];
    if (!key || mention.kind !== 'named') return;
    const own = counts.get(key) ?? new Map<EntityType, number>();
    const weight = mention.title ? 10 : mention.type === 'other' ? 0.1 : 1;
    const type = mention.title ? 'person' : mention.type;
    own.set(type, (own.get(type) ?? 0) + weight);
    counts.set(key, own);
  });
  return new Map(
    [...counts].map(([key, own]) => {
      const most = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
      return [key, gazetteer.entity(key)?.type ?? most?.[0] ?? 'other'];
    }),
  );
}

/**
 * Who signed a sentence, by its index: "I was told to leave. Ana Pires", as newspapers set off a quotation;
 * the same words elsewhere are hers too.
 */
function signaturesOf(
  text: string,
  sentences: readonly ReadSentence[],
  mentions: readonly UnlinkedMention[],
  keys: readonly (string | null)[],
): Map<number, string> {
  const found = new Map<number, string>();
  for (const [index, { sentence: at, kind, type, start, end }] of mentions.entries()) {
    const [sentence, key] = [sentences[at], keys[index]];
    if (kind !== 'named' || type !== 'person' || !sentence || !key) continue;
    const before = text.slice(sentence.start, start).trim();
    if (!/^[\s.]*$/.test(text.slice(end, sentence.end))) continue;
    // The name may be a sentence of its own.
    const signed = before === '' ? sentences[at - 1] : sentence;
    const words = before || text.slice(signed?.start ?? 0, signed?.end ?? 0).trim();
    if (!signed || !/[.!?…]$/.test(words)) continue;
    for (const { index: other, start: from, end: to } of sentences) {
      if (other === signed.index || text.slice(from, to).trim() === words) found.set(other, key);
    }
  }
  return found;
}

/** The mentions of one document on their way to their keys. */
class Linking {
  readonly keys: (string | null)[];
  readonly #document: { readonly id: string; readonly text: string };
  readonly #gazetteer: Gazetteer;
  readonly #mentions: readonly UnlinkedMention[];
  readonly #types: ReadonlyMap<string, EntityType>;
  readonly #discourse: Discourse;
  readonly #places: ReadonlyMap<string, number>;
  readonly #quoted: ReturnType<typeof quotations>;
  readonly #speakers: ReadonlyMap<number, Speaker<UnlinkedMention>>;
  /** Key of who signed a sentence, by its index. */
  readonly #signatures: ReadonlyMap<number, string>;
  readonly #antecedents: Antecedents;
  readonly #judge: Judge;
  /** Whether the author says "I", so that "you" is somebody: terms of use say "we" and "you" of anybody. */
  readonly #isLetter: boolean;

  constructor(
    document: { readonly id: string; readonly text: string },
    sentences: readonly ReadSentence[],
    mentions: readonly UnlinkedMention[],
    gazetteer: Gazetteer,
    judge: Judge,
  ) {
    const named = mentions.filter(({ kind }) => kind === 'named');
    const names = new Map(
      linkNames(named, document.text).map((key, index) => [named[index], key] as const),
    );
    this.keys = mentions.map((mention) => names.get(mention) ?? null);
    this.#document = document;
    this.#gazetteer = gazetteer;
    this.#mentions = mentions;
    this.#types = typesOf(mentions, this.keys, gazetteer);
    this.#discourse = new Discourse(sentences);
    this.#antecedents = new Antecedents(this.#discourse, sentences, gazetteer.entity);
    this.#judge = judge;
    this.#places = new Map(mentions.map((each, index) => [`${each.sentence}:${each.head}`, index]));
    this.#signatures = signaturesOf(document.text, sentences, mentions, this.keys);
    this.#quoted = quotations(document.text);
    this.#isLetter = mentions.some((each) => isOne(each) && !this.#isQuoted(each));
    this.#speakers = quotedSpeakers(document.text, this.#quoted, sentences, (sentence, head) => {
      const index = this.#places.get(`${sentence}:${head}`);
      return index === undefined ? null : (mentions[index] ?? null);
    });
  }

  #keyAt(sentence: number, head: number): string | null {
    const index = this.#places.get(`${sentence}:${head}`);
    return index === undefined ? null : (this.keys[index] ?? null);
  }

  /** Key of what stands in the possessive of a description or before it. */
  #ownerOf(mention: UnlinkedMention): string | null {
    if (mention.of) return mention.of;
    const { tokens } = this.#discourse.sentenceOf(mention);
    for (const [index, { head, relation }] of tokens.entries()) {
      if (head !== mention.head || !/^(?:nmod:poss|compound|amod)$/.test(relation ?? '')) continue;
      const key = this.#keyAt(mention.sentence, index);
      if (key) return key;
    }
    return null;
  }

  #isQuoted({ start }: UnlinkedMention): boolean {
    return isQuoted(this.#quoted, start);
  }

  #speakerOf(mention: UnlinkedMention): string | null {
    const speaker = this.#isQuoted(mention) && this.#speakers.get(mention.sentence)?.mention;
    return speaker ? this.#keyAt(speaker.sentence, speaker.head) : null;
  }

  /** Whom a pronoun means: what the network says, which knows what the rules say. */
  #keyOfPronoun(mention: UnlinkedMention): string | null {
    const speaker = this.#speakerOf(mention);
    const writer = this.#isQuoted(mention) ? null : writerKey(mention, this.#document.id);
    if (isAddressed(mention)) return this.#isLetter ? writer : null;
    if (writer && isOne(mention)) return this.#signatures.get(mention.sentence) ?? writer;
    const rule = linkPronoun(this.#discourse, mention, speaker);
    // Who says "I" is told by the quotation marks.
    if (rule && rule === speaker) return rule;
    const anaphor = { mention, rule, speaker, owner: null, isQuoted: this.#isQuoted(mention) };
    const judged = this.#judge(anaphor, this.#antecedents.of(anaphor));
    if (judged || writer) return judged ?? writer;
    return speaker && isMany(mention) ? this.#sideOf(speaker) : null;
  }

  /** For whom a speaker says "we": a body or country for itself, a person for that of its title. */
  #sideOf(speaker: string): string | null {
    const type = this.#types.get(speaker) ?? this.#discourse.referents.get(speaker)?.type;
    if (type && /^(?:organization|group|country)$/.test(type)) return speaker;
    const own = this.#mentions.find(({ of }, index) => of && this.keys[index] === speaker);
    const owners = this.#discourse.referents.get(speaker)?.owners;
    return own?.of ?? (owners?.size === 1 ? ([...owners][0] ?? null) : null);
  }

  /** Whom a description means, or a key of its own where it speaks of somebody new. */
  #keyOfNominal(mention: UnlinkedMention): string | null {
    const owner = this.#ownerOf(mention);
    const said = linkNominal(this.#discourse, mention, owner, this.#gazetteer.entity);
    const phrase = phraseOf(this.#discourse, mention);
    const words = [...phrase.modifiers, phrase.noun].join(' ');
    const own = lasting(mention, owner)
      ? `description:${owner}/${words}`
      : `description:${this.#document.id}/${words}/${mention.start}`;
    const isOpen = phrase.definite || phrase.plural || phrase.noun === 'police';
    const rule = said ?? null;
    const speaker = this.#speakerOf(mention);
    const anaphor = { mention, rule, speaker, owner, isQuoted: this.#isQuoted(mention) };
    const candidates = isOpen ? this.#antecedents.of(anaphor) : [];
    // "his country": not spoken of yet, but known.
    if (rule && !candidates.some(({ key }) => key === rule)) return rule;
    const key = isOpen ? this.#judge(anaphor, candidates) : null;
    return key ?? (said === null ? null : own);
  }

  /**
   * "China's foreign minister called Russia a partner. Wang Yi said …": a description that opens the
   * story and a full name that follows without a title are one person.
   */
  #nameDescribed(key: string, mention: UnlinkedMention): void {
    const described = this.#discourse.namedBy(key, mention);
    if (!described) return;
    for (const [index, other] of this.keys.entries()) {
      if (other === described.key) this.keys[index] = key;
    }
    this.#discourse.rename(described.key, key);
  }

  /** Decides the key of a mention and notes that its referent was spoken of. */
  link(index: number): void {
    const mention = this.#mentions[index] as UnlinkedMention;
    if (mention.kind === 'pronoun') {
      this.keys[index] = this.#keyOfPronoun(mention);
    } else if (mention.kind === 'nominal') this.keys[index] = this.#keyOfNominal(mention);
    const key = this.keys[index];
    if (!key || isWriter(key)) return;
    if (mention.kind === 'named') this.#nameDescribed(key, mention);
    const referent = this.#discourse.see(key, mention);
    referent.type = this.#types.get(key) ?? referent.type;
    referent.gender ??=
      mention.kind === 'pronoun' ? genderOf(mention.name) : genderOfWords(this.#discourse, mention);
    if (mention.kind !== 'nominal') return;
    const { plural, noun } = phraseOf(this.#discourse, mention);
    const owner = this.#ownerOf(mention);
    if (owner && owner !== key) referent.owners.add(owner);
    referent.plural = referent.sightings.length === 1 && plural;
    if (referent.type === 'person') referent.nouns.add(noun);
  }
}

/**
 * Key of each mention, in their order; null where nobody that is known is meant. `judge` decides
 * whom pronouns and descriptions mean: the network, or what the network is to learn.
 */
export function linkMentions(
  document: { readonly id: string; readonly text: string },
  sentences: readonly ReadSentence[],
  mentions: readonly UnlinkedMention[],
  gazetteer: Gazetteer,
  judge: Judge = networkJudge(sentences),
): readonly (string | null)[] {
  const linking = new Linking(document, sentences, mentions, gazetteer, judge);
  // What stands inside a description ("its army") is decided before it.
  const open: number[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (mention.kind === 'nominal') open.push(index);
    else linking.link(index);
    const next = mentions[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    while (open.length > 0 && (mentions[open.at(-1) ?? 0]?.end ?? 0) <= next) {
      linking.link(open.pop() as number);
    }
  }
  return linking.keys;
}

/** What a title or noun says of the person's gender. */
function genderOfWords(discourse: Discourse, mention: UnlinkedMention): 'male' | 'female' | null {
  const noun = mention.kind === 'nominal' ? phraseOf(discourse, mention).noun : '';
  return genderOfTitle(`${mention.title ?? ''} ${noun}`) ?? genderOfName(mention);
}
