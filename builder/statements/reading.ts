// One parsed sentence with its mentions laid over its tokens: what the rules look at.

import type {
  Mention,
  Modality,
  Polarity,
  Sentence,
  StatementKind,
  Token,
} from '../../schema/index.ts';

/** A mention with the tokens `[from, to)` that it covers and the one that the others hang on. */
export interface Actor {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

export interface Reading {
  /** Text of the document. */
  readonly text: string;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Mentions of every role, in the order of the text. */
  readonly mentions: readonly Actor[];
  /** Indexes of the tokens that hang on each token. */
  readonly below: readonly (readonly number[])[];
}

/** What a rule finds: a statement without ids, evidence and event. */
export interface Finding {
  readonly rule: string;
  readonly kind: StatementKind;
  readonly source: Actor;
  readonly target: Actor | null;
  readonly relation: { text: string; lemma: string; start: number; end: number };
  readonly reciprocal: boolean;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Token that makes the statement; findings that share one belong to one clause. */
  readonly anchor: number;
}

function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const head = tokens[index]?.head ?? -1;
    if (head < from || head >= to) return index;
  }
  return from;
}

/** Lays the mentions of a sentence over its tokens; one that covers no token is left out. */
export function readingOf(text: string, sentence: Sentence, mentions: readonly Mention[]): Reading {
  const { tokens } = sentence;
  const actors = mentions.flatMap((mention): Actor[] => {
    const from = tokens.findIndex((token) => token.end > mention.start);
    const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
    return from >= 0 && to > from ? [{ mention, from, to, head: headOf(tokens, from, to) }] : [];
  });
  const below = tokens.map((): number[] => []);
  tokens.forEach((token, index) => {
    below[token.head]?.push(index);
  });
  return { text, sentence, tokens, mentions: actors, below };
}

/** Tokens that hang on `index` with a relation that fits. */
export function children(reading: Reading, index: number, relation: RegExp): number[] {
  return (reading.below[index] ?? []).filter((at) =>
    relation.test(reading.tokens[at]?.relation ?? ''),
  );
}

/** Whether a clause is introduced by a word that fits: "if", "whereas". */
export const isMarked = (reading: Reading, index: number, words: RegExp): boolean =>
  children(reading, index, /^mark$/).some((at) => words.test(reading.tokens[at]?.text ?? ''));

/** The preposition of a noun as one lower-case phrase, for example "on behalf of"; "" for none. */
export function prepositionOf(reading: Reading, index: number): string {
  return children(reading, index, /^case$/)
    .flatMap((at) => [at, ...children(reading, at, /^fixed$/)])
    .map((at) => reading.tokens[at] as Token)
    .filter((token) => token.xpos !== 'POS')
    .map((token) => token.text.toLowerCase())
    .join(' ');
}

const isActing = (actor: Actor): boolean => actor.mention.role === 'actor';

/** The acting mention that token `index` is the head of. */
function actorAt(reading: Reading, index: number): Actor | null {
  const fitting = reading.mentions.filter((actor) => actor.head === index && isActing(actor));
  return fitting.at(-1) ?? null;
}

/**
 * The actors that a noun phrase stands for: its head and what is joined to it by "and" or stands
 * in apposition: "China, India and Brazil", "the two neighbours, Chad and Sudan".
 */
export function actorsOf(reading: Reading, index: number): Actor[] {
  const own = actorAt(reading, index);
  const joined = children(reading, index, /^conj$/).flatMap((at) => actorsOf(reading, at));
  const restated = own
    ? []
    : children(reading, index, /^appos$/).flatMap((at) => actorsOf(reading, at));
  return [...(own ? [own] : []), ...restated, ...joined];
}

/** Actors, or where the phrase is none itself, those that own it or belong to it. */
export function actorsWithin(reading: Reading, index: number, prepositions: RegExp): Actor[] {
  const actors = actorsOf(reading, index);
  if (actors.length > 0) return actors;
  return children(reading, index, /^nmod/).flatMap((at) => {
    const possessive = reading.tokens[at]?.relation === 'nmod:poss';
    const preposition = prepositionOf(reading, at);
    return possessive || prepositions.test(preposition) ? actorsOf(reading, at) : [];
  });
}

/** Each two of the actors, in order. */
export function pairsOf(actors: readonly Actor[]): [Actor, Actor][] {
  return actors.flatMap((a, index) => actors.slice(index + 1).map((b): [Actor, Actor] => [a, b]));
}

/** The text from the first to the last of the given tokens, words in between left out. */
export function phraseOf(reading: Reading, indexes: readonly number[]): string {
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => reading.tokens[index]?.text ?? '')
    .join(' ')
    .replace(/ (?=n[’']t\b)/g, '');
}
