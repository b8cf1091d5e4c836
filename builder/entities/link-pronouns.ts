// What a pronoun stands for. A wrong link is worse than none: where two could be meant, it stays
// open.

import type { Token, UnlinkedMention } from '../../schema/index.ts';
import type { Discourse, Gender, Referent } from './discourse.ts';
import { isMany, isOne } from './writers.ts';

const genders: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};

/** How many sentences back each kind of pronoun looks, and by how much the first must lead. */
const reach = { person: 3, group: 2, other: 1 } as const;
const lead = 1.3;
const rivalry = { singular: 1.3, plural: 1.3 };

/** How well a type fits "they" and "it". */
const fitness: Readonly<Record<string, Partial<Record<Referent['type'], number>>>> = {
  group: { group: 1, organization: 0.6, country: 0.25 },
  other: { organization: 1, country: 1, group: 0.8 },
};

export const genderOf = (pronoun: string): Gender | null => genders[pronoun] ?? null;

const tokenAt = (
  discourse: Discourse,
  mention: UnlinkedMention,
  index: number,
): Token | undefined => discourse.sentenceOf(mention).tokens[index];

/** Token of the clause that a mention stands in: the nearest verb or predicate above it. */
function clauseOf(discourse: Discourse, mention: UnlinkedMention): number {
  const { tokens } = discourse.sentenceOf(mention);
  let at = tokens[mention.head]?.head ?? -1;
  for (let step = 0; step < 8 && at >= 0; step += 1) {
    if (/^(?:VERB|AUX|ADJ)$/.test(tokens[at]?.upos ?? '')) break;
    at = tokens[at]?.head ?? -1;
  }
  return at;
}

/** Whether the pronoun cannot be the other: "China attacked it" is not China itself. */
function excluded(discourse: Discourse, pronoun: UnlinkedMention, other: UnlinkedMention): boolean {
  if (pronoun.sentence !== other.sentence) return false;
  const token = tokenAt(discourse, pronoun, pronoun.head);
  if (/sel(?:f|ves)$/.test(pronoun.name)) return false;
  // "its army": not the noun that it belongs to.
  if (token?.relation === 'nmod:poss') return token.head === other.head;
  const theirs = tokenAt(discourse, other, other.head);
  if (theirs?.relation === 'nmod:poss') return theirs.head === pronoun.head;
  return clauseOf(discourse, pronoun) === clauseOf(discourse, other);
}

/** Whether the other stands in the clause of a possessive pronoun. */
export const standsBeside = (
  discourse: Discourse,
  pronoun: UnlinkedMention,
  other: UnlinkedMention,
): boolean =>
  pronoun.sentence === other.sentence &&
  tokenAt(discourse, pronoun, pronoun.head)?.relation === 'nmod:poss' &&
  clauseOf(discourse, pronoun) === clauseOf(discourse, other);

function fits(referent: Referent, pronoun: UnlinkedMention): number {
  if (pronoun.type !== 'person') {
    if (referent.plural && pronoun.type === 'other') return 0;
    return (referent.type === 'person' ? 0 : fitness[pronoun.type]?.[referent.type]) ?? 0;
  }
  // A name of two words that nothing is known of may be a person's.
  const unknown =
    referent.type === 'other' && [...referent.names].some((name) => name.includes(' '));
  if ((referent.type !== 'person' && !unknown) || referent.plural) return 0;
  const gender = genderOf(pronoun.name);
  if (referent.gender && gender && referent.gender !== gender) return 0;
  return unknown ? 0.5 : 1;
}

/** How strongly things that are no actors speak against an actor for "it" and "they". */
function thingsAgainst(discourse: Discourse, pronoun: UnlinkedMention, distance: number): number {
  if (pronoun.type === 'person') return 0;
  const number = pronoun.type === 'group' ? 'plural' : 'singular';
  return rivalry[number] * discourse.presenceOfThings(pronoun, distance, number);
}

interface Candidate {
  readonly key: string;
  readonly score: number;
  /** In the clause of a possessive pronoun. */
  readonly isBeside: boolean;
}

/** Whom a pronoun could stand for, the most likely first. */
function candidatesFor(
  discourse: Discourse,
  pronoun: UnlinkedMention,
  speaker: string | null,
  distance: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const referent of discourse.referents.values()) {
    const fit = referent.key === speaker ? 0 : fits(referent, pronoun);
    if (fit === 0) continue;
    const mentions = referent.sightings.map(({ mention }) => mention);
    if (mentions.some((mention) => isBarred(discourse, pronoun, mention))) continue;
    const score = fit * discourse.presence(referent, pronoun, distance);
    const isBeside = mentions.some((mention) => standsBeside(discourse, pronoun, mention));
    if (score > 0) candidates.push({ key: referent.key, score, isBeside });
  }
  return candidates.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Whether the pronoun cannot be the other for its place, or because that one is "I" beside it. */
export const isBarred = (
  discourse: Discourse,
  pronoun: UnlinkedMention,
  other: UnlinkedMention,
): boolean =>
  excluded(discourse, pronoun, other) || (other.sentence === pronoun.sentence && isOne(other));

/**
 * The referent of a third-person pronoun, or null. `speaker` is who says the words that the
 * pronoun stands in; it is "I" there, and nobody that "he" could be.
 */
export function linkPronoun(
  discourse: Discourse,
  pronoun: UnlinkedMention,
  speaker: string | null,
): string | null {
  if (isOne(pronoun)) return speaker;
  if (isMany(pronoun)) return null;
  const distance = reach[pronoun.type as keyof typeof reach] ?? 1;
  const candidates = candidatesFor(discourse, pronoun, speaker, distance);
  const [first, second] = candidates;
  if (!first || first.score < thingsAgainst(discourse, pronoun, distance)) return null;
  // "sanctions on Russia after its invasion": who is nearer may be meant.
  if (!first.isBeside && candidates.some(({ isBeside }) => isBeside)) return null;
  return second && first.score < second.score * lead ? null : first.key;
}
