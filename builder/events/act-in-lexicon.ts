// A word with its particle, object and preposition in the lexicon of acts: "imposed sanctions on"
// before "imposed"; the longest entry wins.

import type { Token } from '../../schema/index.ts';
import { type Act, nounActs, verbActs } from '../lexicon/index.ts';

const below = (tokens: readonly Token[], head: number, relation: RegExp): number[] =>
  tokens.flatMap((token, index) =>
    token.head === head && relation.test(token.relation ?? '') ? [index] : [],
  );

const wordsOf = (tokens: readonly Token[], indexes: readonly number[]): string[] =>
  indexes.flatMap((index) => {
    const token = tokens[index] as Token;
    return [...new Set([token.text.toLowerCase(), token.lemma.toLowerCase()])];
  });

/** Prepositions of what hangs on a word: "on" of "on Russia". */
const prepositions = (tokens: readonly Token[], head: number): string[] =>
  below(tokens, head, /^(?:obl|nmod|advcl|obl:agent)$/).flatMap((noun) =>
    wordsOf(tokens, below(tokens, noun, /^(?:case|mark)$/)),
  );

function verbPhrases(tokens: readonly Token[], index: number): string[] {
  const lemma = (tokens[index] as Token).lemma.toLowerCase();
  const particles = wordsOf(tokens, below(tokens, index, /^(?:compound:prt|advmod)$/));
  const objects = below(tokens, index, /^(?:obj|xcomp|obl)$/);
  const ends = prepositions(tokens, index);
  const withObject = objects.flatMap((object) =>
    wordsOf(tokens, [object]).flatMap((noun) => [
      ...[...prepositions(tokens, object), ...ends].map((end) => `${lemma} ${noun} ${end}`),
      `${lemma} ${noun}`,
      ...wordsOf(tokens, below(tokens, object, /^(?:case|mark)$/)).map(
        (mark) => `${lemma} ${mark} ${noun}`,
      ),
    ]),
  );
  const withParticle = particles.flatMap((particle) => [
    ...ends.map((end) => `${lemma} ${particle} ${end}`),
    `${lemma} ${particle}`,
  ]);
  return [...withObject, ...withParticle, ...ends.map((end) => `${lemma} ${end}`), lemma];
}

function nounPhrases(tokens: readonly Token[], index: number): string[] {
  const nouns = wordsOf(tokens, [index]);
  const before = wordsOf(tokens, below(tokens, index, /^(?:compound|amod)$/));
  return [...before.flatMap((word) => nouns.map((noun) => `${word} ${noun}`)), ...nouns];
}

function lookUp(tokens: readonly Token[], index: number): Act | null {
  const token = tokens[index];
  if (!token) return null;
  const [acts, phrases] =
    token.upos === 'VERB'
      ? [verbActs, verbPhrases(tokens, index)]
      : [nounActs, nounPhrases(tokens, index)];
  const words = (phrase: string): number => phrase.split(' ').length;
  const longest = [...phrases].sort((a, b) => words(b) - words(a));
  const found = longest.find((phrase) => acts.has(phrase));
  return found === undefined ? null : (acts.get(found) ?? null);
}

/** What was found in a sentence before, by token: its statements ask for the same words. */
const known = new WeakMap<readonly Token[], Map<number, Act | null>>();

/** The act that a verb or noun names with the words around it; null where the lexicon has none. */
export function actInLexicon(tokens: readonly Token[], index: number): Act | null {
  const acts = known.get(tokens) ?? new Map<number, Act | null>();
  if (acts.size === 0) known.set(tokens, acts);
  const before = acts.get(index);
  if (before !== undefined) return before;
  const act = lookUp(tokens, index);
  acts.set(index, act);
  return act;
}
