// Who has been spoken of so far, and how strongly each is in the reader's mind: recent mentions and
// subjects weigh more (after Lappin & Leass 1994, "An algorithm for pronominal anaphora resolution").

import type { EntityType, Sentence, UnlinkedMention } from '../../schema/index.ts';

export type Gender = 'male' | 'female';

/** One mention whose identity is known. */
export interface Sighting {
  readonly key: string;
  readonly mention: UnlinkedMention;
  readonly weight: number;
}

/** What is known of somebody spoken of. */
export interface Referent {
  readonly key: string;
  type: EntityType;
  gender: Gender | null;
  /** Titles and nouns that it was called by, lower case. */
  readonly nouns: Set<string>;
  readonly owners: Set<string>;
  readonly names: Set<string>;
  plural: boolean;
  readonly sightings: Sighting[];
}

/** Nouns of time, which no pronoun takes up. */
const times =
  /^(?:day|week|month|year|hour|minute|decade|time|today|yesterday|tomorrow|\p{Lu}\p{Ll}+day|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** How much of a mention's weight is left one sentence later. */
const fading = 0.55;

/** The weight that its place in the sentence gives to the noun at `head`. */
function weightOfPlace({ tokens }: Sentence, head: number): number {
  const token = tokens[head];
  let weight = 1;
  if (/^nsubj/.test(token?.relation ?? '')) weight = 2;
  else if (/^(?:obj|iobj)$/.test(token?.relation ?? '')) weight = 1.2;
  else if (/^(?:nmod:poss|compound|amod)$/.test(token?.relation ?? '')) weight = 0.7;
  if (token?.relation === 'conj' && /^nsubj/.test(tokens[token.head]?.relation ?? '')) weight = 1.8;
  return weight;
}

function weightOf(sentence: Sentence, { head, role, kind }: UnlinkedMention): number {
  let weight = weightOfPlace(sentence, head);
  if (role !== 'actor') weight *= 0.5;
  return kind === 'pronoun' ? weight * 1.1 : weight;
}

/** The people and bodies of one document, in the order in which they come up. */
export class Discourse {
  readonly referents = new Map<string, Referent>();
  readonly #sentences: readonly Sentence[];
  /** Places of all mentions seen, as "sentence:token". */
  readonly #seen = new Set<string>();

  constructor(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
  }

  sentenceOf({ sentence }: UnlinkedMention): Sentence {
    return this.#sentences[sentence] as Sentence;
  }

  /** Notes that a mention is of `key`. */
  see(key: string, mention: UnlinkedMention): Referent {
    const known = this.referents.get(key);
    const referent: Referent = known ?? {
      key,
      type: mention.type,
      gender: null,
      nouns: new Set(),
      owners: new Set(),
      names: new Set(),
      plural: false,
      sightings: [],
    };
    const weight = weightOf(this.sentenceOf(mention), mention);
    referent.sightings.push({ key, mention, weight });
    this.#seen.add(`${mention.sentence}:${mention.head}`);
    if (mention.title) referent.nouns.add(mention.title);
    if (mention.of) referent.owners.add(mention.of);
    if (mention.kind === 'named') referent.names.add(mention.name.toLowerCase());
    if (!known) this.referents.set(key, referent);
    return referent;
  }

  /**
   * The person that the text has described so far without a name and names here; null where there
   * is none or more than one. The description must hold an office, and be a subject like the name.
   */
  namedBy(key: string, name: UnlinkedMention): Referent | null {
    const isSubject = ({ sentence, head }: UnlinkedMention): boolean =>
      /^nsubj/.test(this.#sentences[sentence]?.tokens[head]?.relation ?? '');
    if (this.referents.has(key) || name.type !== 'person' || !name.name.includes(' ')) return null;
    if (name.title || !isSubject(name)) return null;
    const described = [...this.referents.values()].filter(
      ({ type, names, owners, sightings }) =>
        type === 'person' &&
        names.size === 0 &&
        owners.size > 0 &&
        sightings.some(({ mention }) => mention.title && isSubject(mention)) &&
        name.sentence - (sightings[0]?.mention.sentence ?? 0) <= 2 &&
        (sightings[0]?.mention.sentence ?? 9) <= 2,
    );
    return described.length === 1 ? (described[0] ?? null) : null;
  }

  /** Lets a referent go by another key from here on. */
  rename(from: string, key: string): void {
    const referent = this.referents.get(from);
    if (!referent) return;
    this.referents.delete(from);
    this.referents.set(key, { ...referent, key });
  }

  /** How present a referent is at a mention: 0 where it was not spoken of in the last sentences. */
  presence({ sightings }: Referent, at: UnlinkedMention, sentences: number): number {
    let sum = 0;
    for (let index = sightings.length - 1; index >= 0; index -= 1) {
      const { mention, weight } = sightings[index] as Sighting;
      const distance = at.sentence - mention.sentence;
      if (distance > sentences) break;
      sum += weight * fading ** distance;
    }
    return sum;
  }

  /**
   * How present the most present thing is: a noun of that number that is no actor, and could be
   * what a pronoun at `at` means all the same.
   */
  presenceOfThings(at: UnlinkedMention, sentences: number, number: 'singular' | 'plural'): number {
    const sums = new Map<string, number>();
    for (let index = Math.max(0, at.sentence - sentences); index <= at.sentence; index += 1) {
      const sentence = this.#sentences[index] as Sentence;
      for (const [head, token] of sentence.tokens.entries()) {
        if (index === at.sentence && token.start >= at.start) break;
        if (!/^(?:NOUN|PROPN)$/.test(token.upos) || token.features.number !== number) continue;
        if (/^(?:compound|flat|fixed|nmod:unmarked|obl:unmarked)/.test(token.relation ?? ''))
          continue;
        if (times.test(token.lemma) || this.#seen.has(`${index}:${head}`)) continue;
        const weight = weightOfPlace(sentence, head) * fading ** (at.sentence - index);
        sums.set(token.lemma, (sums.get(token.lemma) ?? 0) + weight);
      }
    }
    return Math.max(0, ...sums.values());
  }
}
