// What a verb acts on: its objects, the actors behind a preposition, and those inside its object
// ("imposed sanctions on Russia", "backed China's claim").

import { nounActs } from '../lexicon/index.ts';
import {
  type Actor,
  actorsOf,
  actorsWithin,
  children,
  prepositionOf,
  type Reading,
} from './reading.ts';

export type ObjectRule = 'verb-object' | 'verb-oblique' | 'verb-nested';

export interface VerbObject {
  readonly rule: ObjectRule;
  readonly actor: Actor;
  /** Tokens that belong to the relation beside the verb: object noun and preposition. */
  readonly words: readonly number[];
}

const towards =
  /^(?:with|against|to|on|upon|at|of|for|from|over|towards?|between|among|alongside|about|into|behind|by)$/;
const strong = /^(?:with|against|to|on|upon|at|towards?|alongside|between|behind|from|into|onto)$/;
const inside =
  /^(?:on|upon|against|with|to|of|for|from|towards?|between|over|in|by|into|about|among|at|behind)$/;

const attitude =
  /^(?:support|favou?r|defen[cs]e|opposition|response|protest|solidarity|retaliation|revenge|reply|answer|cooperation|partnership|alliance|conjunction|agreement|talks)$/;

/** The prepositions of a noun as tokens. */
const prepositionTokens = (reading: Reading, index: number): readonly number[] =>
  children(reading, index, /^case$/).filter((at) => reading.tokens[at]?.xpos !== 'POS');

/** Whose act or thing a noun is: "Russia's claim", "the Russian invasion". */
export function ownersOf(reading: Reading, noun: number): Actor[] {
  const possessors = children(reading, noun, /^nmod:poss$/).flatMap((at) => actorsOf(reading, at));
  if (possessors.length > 0) return possessors;
  return children(reading, noun, /^(?:amod|compound)$/).flatMap(
    (at) =>
      reading.mentions.find(({ head, mention }) => head === at && mention.role === 'attribute') ??
      [],
  );
}

export function isActNoun(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (!token || !/^(?:NOUN|PROPN)$/.test(token.upos)) return false;
  return nounActs.has(token.lemma.toLowerCase()) || nounActs.has(token.text.toLowerCase());
}

/**
 * Who is to act: "pressure on China to condemn the invasion". The parser may have them hang on the
 * noun, on its verb ("put pressure on"), or wrongly on a noun behind what they are to do.
 */
export function pressedBy(reading: Reading, noun: number): Actor[] {
  if (!isActNoun(reading, noun)) return [];
  const purposes = children(reading, noun, /^acl$/).filter(
    (at) => at > noun && children(reading, at, /^mark$/).length > 0,
  );
  return purposes.flatMap((verb) =>
    reading.mentions.filter(
      ({ head, mention }) =>
        head > noun &&
        head < verb &&
        mention.role === 'actor' &&
        /^(?:on|upon|for)$/.test(prepositionOf(reading, head)),
    ),
  );
}

/** Whose a thing is: "China's claim", or where nobody else is named, "the Iranian programme". */
function possessorsOf(reading: Reading, noun: number): Actor[] {
  const possessors = children(reading, noun, /^nmod:poss$/).flatMap((at) => actorsOf(reading, at));
  if (possessors.length > 0 || behindNoun(reading, noun, []).length > 0) return possessors;
  return ownersOf(reading, noun).filter(({ mention }) => mention.type === 'country');
}

/** Actors inside a noun phrase that is none itself; an act's doer before what it was done to. */
function nested(reading: Reading, noun: number, withNoun: readonly number[]): VerbObject[] {
  const owners = (
    isActNoun(reading, noun) ? ownersOf(reading, noun) : possessorsOf(reading, noun)
  ).filter(({ mention }) => mention.kind !== 'pronoun');
  if (owners.length > 0) {
    return owners.map((actor) => ({ rule: 'verb-nested', actor, words: withNoun }));
  }
  const joined = children(reading, noun, /^conj$/).filter(
    (at) => actorsOf(reading, at).length === 0,
  );
  return [
    ...behindNoun(reading, noun, withNoun),
    ...joined.flatMap((at) => nested(reading, at, [at])),
  ];
}

/** How many nouns may stand between: "a suspension of aid to Pakistan". */
const deepest = 3;

/** Actors behind a preposition of a noun: "sanctions on Russia", "sanctions imposed on Russia". */
function behindNoun(
  reading: Reading,
  noun: number,
  withNoun: readonly number[],
  depth = 1,
): VerbObject[] {
  const within = children(reading, noun, /^(?:nmod|obl)$/).flatMap((at) => {
    if (!inside.test(prepositionOf(reading, at))) return [];
    const words = [...withNoun, ...prepositionTokens(reading, at)];
    const actors = actorsWithin(reading, at, /^(?:of|in)$/);
    if (actors.length === 0 && depth < deepest) {
      return behindNoun(reading, at, [...words, at], depth + 1);
    }
    return actors.map((actor): VerbObject => ({ rule: 'verb-nested', actor, words }));
  });
  if (within.length > 0 || depth > 1) return within;
  return children(reading, noun, /^acl$/)
    .filter((at) => reading.tokens[at]?.xpos === 'VBN')
    .flatMap((at) => behindNoun(reading, at, withNoun, depth + 1));
}

/** "responded with sanctions against Belarus": the act before the preposition, where it hangs on the verb. */
function meansOf(reading: Reading, verb: number, oblique: number): number[] {
  const means = children(reading, verb, /^obl$/).findLast(
    (at) => at < oblique && prepositionOf(reading, at) === 'with' && isActNoun(reading, at),
  );
  return means === undefined ? [] : [...prepositionTokens(reading, means), means];
}

/** The objects of the verb, nearest tie first: objects, then prepositions, then what lies inside. */
export function objectsOf(reading: Reading, verb: number): VerbObject[] {
  const objects = children(reading, verb, /^(?:obj|iobj)$/);
  const direct = objects.flatMap((at) =>
    actorsOf(reading, at).map((actor): VerbObject => ({ rule: 'verb-object', actor, words: [] })),
  );
  // "imposed sanctions on Belarus": what stands between the two where both hang on the verb.
  const thingsOf = (oblique: number): number[] =>
    direct.length > 0 ? [] : objects.filter((at) => verb < at && at < oblique);
  const oblique = children(reading, verb, /^obl$/).flatMap((at) => {
    const preposition = prepositionOf(reading, at);
    // "intervened in support of Gambia", "in retaliation against Iran".
    if (preposition === 'in' && attitude.test(reading.tokens[at]?.lemma ?? '')) {
      return behindNoun(reading, at, [at]);
    }
    const fits = direct.length > 0 ? strong : towards;
    if (!fits.test(preposition)) return [];
    const actors = actorsOf(reading, at);
    const words = [
      ...(actors.length > 0 ? [...thingsOf(at), ...meansOf(reading, verb, at)] : []),
      ...prepositionTokens(reading, at),
    ];
    if (actors.length === 0) return behindNoun(reading, at, [...words, at]);
    return actors.map((actor): VerbObject => ({ rule: 'verb-oblique', actor, words }));
  });
  const within = objects.flatMap((at) =>
    actorsOf(reading, at).length === 0
      ? nested(reading, at, [at])
      : // "joined forces with Fiji": what belongs to the verb may hang on its object.
        behindNoun(reading, at, [at], deepest).filter(({ words }) =>
          /^(?:with|against|to|on)$/i.test(reading.tokens[words.at(-1) ?? -1]?.text ?? ''),
        ),
  );
  return [...direct, ...oblique, ...within];
}

/** The actors behind "by" at a passive verb. */
export function agentsOf(reading: Reading, verb: number): Actor[] {
  return children(reading, verb, /^obl/)
    .filter((at) => prepositionOf(reading, at) === 'by')
    .flatMap((at) => actorsWithin(reading, at, /^(?:of|from)$/));
}
