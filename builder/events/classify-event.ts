// Which kind of act a statement is, after PLOVER: the classifier gives each type a probability, the
// rules on top decide what the manual fixes, and what is too unsure is left without a type.

import type { Event, EventReason, Modality, Quad, Statement, Token } from '../../schema/index.ts';
import { type Act, eventTypes } from '../lexicon/index.ts';
import { actInLexicon } from './act-in-lexicon.ts';
import { type ActWords, actWords, type Passage, type SentenceWithStates } from './act-words.ts';
import { checkPassage } from './check-passage.ts';
import { contextsOf } from './contexts.ts';
import { eventFeatures } from './event-features.ts';
import { type EventScores, modelTypes, scoreEvent } from './event-model.ts';
import { eventInOntology, type ReadyOntology } from './ontology.ts';
import { isNegated, modalityOfAct } from './stance-of-act.ts';
import { typeRules } from './type-rules.ts';
import { victimsOf } from './victims.ts';

export interface RankedType {
  readonly type: string;
  readonly probability: number;
}

export interface Classification {
  /** Types by their probability, most probable first; they sum to one. */
  readonly ranked: readonly RankedType[];
  /** What rules and threshold made of it; null where it abstains. */
  readonly type: string | null;
  /** The best type, even where it abstains. */
  readonly best: string;
  /** A mode that a rule fixed. */
  readonly mode: string | null;
  readonly rule: string | null;
  readonly words: ActWords;
  readonly scores: EventScores;
}

/** Below this probability there is no type; and no act at all where this class is likelier. */
const least = 0.3;
const noAct = 'NONE';
/** The same for modes; more where the lexicon knows the act and names no mode of it. */
const leastMode = { open: 0.5, known: 0.85 };

function rankedTypes(scores: EventScores): { ranked: RankedType[]; none: number } {
  const all = modelTypes.map((type, index) => ({
    type,
    probability: scores.types[index] as number,
  }));
  const none = all.find(({ type }) => type === noAct)?.probability ?? 0;
  const ranked = all
    .filter(({ type }) => type !== noAct)
    .map(({ type, probability }) => ({ type, probability: probability / (1 - none) }))
    .sort((a, b) => b.probability - a.probability);
  return { ranked, none };
}

/** The types that the trained reader of pairs gives a statement: their chances, and that of `other`. */
export type ReadTypes = Readonly<Record<string, number>>;

/** How much the reader's opinion of a type counts beside the classifier's; chosen on development articles. */
const readerWeight = 0.6;
/** More likely than this by the reader, an act has no type of the scheme. */
const mostOther = 0.5;
/** No type is less likely than this to either. */
const floor = 1e-4;

/** What the lexicon says of a word or phrase. */
type NamedAct = Pick<Act, 'lemma' | 'type'>;

/** "told the minister" says nothing of what was told. */
const telling: NamedAct = { lemma: 'tell', type: 'CONSULT' };

/**
 * How much likelier the type is that the lexicon gives the joining word, or the act below it: a phrase
 * ("imposed sanctions on") has fewer meanings than a word. Chosen on the same articles.
 */
const lexiconWeight = ({ lemma }: NamedAct): number => (lemma.includes(' ') ? 9 : 4.5);

/** Types ranked by classifier, reader and lexicon together: their chances multiplied, the reader's damped. */
function rankedTogether(
  ranked: readonly RankedType[],
  read: ReadTypes,
  named: NamedAct | null | undefined,
): RankedType[] {
  const joined = ranked.map(({ type, probability }) => ({
    type,
    probability:
      Math.max(probability, floor) *
      Math.max(read[type] ?? 0, floor) ** readerWeight *
      (type === named?.type ? lexiconWeight(named) : 1),
  }));
  const sum = joined.reduce((total, { probability }) => total + probability, 0);
  return joined
    .map(({ type, probability }) => ({ type, probability: probability / sum }))
    .sort((a, b) => b.probability - a.probability);
}

/** Lemmas of the relation and of the target's head, in the order of the text. */
const lemmasOf = (tokens: readonly Token[], { relation, target }: ActWords): string[] =>
  [...relation, ...(target === null ? [] : [target])]
    .sort((a, b) => a - b)
    .map((at) => tokens[at]?.lemma.toLowerCase() ?? '');

/**
 * Classifies what `passage` says in a sentence; `modality` where the statement knows more, `read`
 * where the trained reader of pairs has an opinion. Throws a PassageError for spans that do not fit the sentence.
 */
export function classify(
  sentence: SentenceWithStates,
  passage: Passage,
  modality: Modality = 'actual',
  read: ReadTypes | null = null,
): Classification {
  checkPassage(sentence, passage);
  return classified(sentence, passage, modality, false, read);
}

function classified(
  sentence: SentenceWithStates,
  passage: Passage,
  modality: Modality,
  denied: boolean,
  read: ReadTypes | null,
): Classification {
  const { tokens, states } = sentence;
  const words = actWords(tokens, passage);
  const scores = scoreEvent(eventFeatures(tokens, states, words));
  const alone = rankedTypes(scores);
  const { none } = alone;
  const anchorAct = actInLexicon(tokens, words.anchor);
  const innerAct = actInLexicon(tokens, words.inner);
  const tells = /^(?:tell|inform|brief)$/.test(tokens[words.anchor]?.lemma ?? '');
  const named = tells ? telling : [anchorAct, innerAct].find((act) => act?.type);
  const ranked = read ? rankedTogether(alone.ranked, read, named) : alone.ranked;
  const coding = {
    tokens,
    words,
    lemmas: ` ${lemmasOf(tokens, words).join(' ')} `,
    anchorAct,
    innerAct,
    modality: modality === 'actual' ? modalityOfAct(tokens, words) : modality,
    negated: isNegated(tokens, words),
    denied,
    ranked,
  };
  for (const rule of typeRules) {
    const decision = rule.decide(coding);
    if (decision && none < 0.5) {
      return { ranked, ...decision, best: decision.type, rule: rule.id, words, scores };
    }
  }
  const top = ranked[0] as RankedType;
  const enough = read ? (read.other ?? 0) <= mostOther : top.probability >= least;
  const sure = enough && none < 0.5;
  return {
    ranked,
    type: sure ? top.type : null,
    best: top.type,
    mode: null,
    rule: null,
    words,
    scores,
  };
}

function modeOf({ type, mode, words, scores }: Classification, tokens: readonly Token[]) {
  if (!type) return { mode: null, by: null };
  if (mode) return { mode, by: 'rule' };
  const modes = eventTypes.get(type)?.modes ?? {};
  const acts = [words.inner, words.anchor].map((at) => [at, actInLexicon(tokens, at)] as const);
  const known = acts.find((each): each is [number, Act] => each[1]?.type === type);
  if (known?.[1].mode && known[1].mode in modes) return { mode: known[1].mode, by: known[1].lemma };
  const [first] = scores.modesOf(type);
  const enough = known ? leastMode.known : leastMode.open;
  const sure = first && first.probability >= enough && first.mode in modes;
  return sure ? { mode: first.mode, by: 'classifier' } : { mode: null, by: null };
}

const textOf = (tokens: readonly Token[], indexes: readonly number[]): string =>
  indexes.map((index) => tokens[index]?.text ?? '').join(' ');

/** The words behind a block of features. */
function wordsOfBlock(block: string, tokens: readonly Token[], words: ActWords): string {
  const at: Readonly<Record<string, readonly (number | null)[]>> = {
    anchor: [words.anchor],
    'anchor act': [words.anchor],
    inner: [words.inner],
    'inner act': [words.inner],
    source: [words.source],
    target: [words.target],
  };
  const indexes = at[block] ?? (block.startsWith('sentence') ? [] : words.relation);
  return textOf(
    tokens,
    indexes.filter((index) => index !== null),
  );
}

const namedBlocks = 3;

function reasonsFor(
  found: Classification,
  tokens: readonly Token[],
  mode: { mode: string | null; by: string | null },
): EventReason[] {
  const { type, words, scores } = found;
  const types = type
    ? scores
        .weighing(type)
        .slice(0, namedBlocks)
        .filter(({ weight }) => weight > 0)
        .map(
          ({ block }): EventReason => ({
            decides: 'type',
            feature: block,
            text: wordsOfBlock(block, tokens, words),
          }),
        )
    : [];
  const modes: EventReason[] =
    mode.mode && mode.by
      ? [{ decides: 'mode', feature: mode.by, text: textOf(tokens, [words.inner]) }]
      : [];
  const contexts = contextsOf(tokens).map(
    (each): EventReason => ({
      decides: 'context',
      feature: each.context,
      text: each.words.join(', '),
    }),
  );
  return [...types, ...modes, ...contexts];
}

/** The event that a classification makes of a sentence. */
export function eventOf(found: Classification, tokens: readonly Token[]): Event {
  const { type, ranked, rule, words } = found;
  const entry = type ? eventTypes.get(type) : undefined;
  const mode = modeOf(found, tokens);
  const probability = ranked.find((each) => each.type === (type ?? found.best))?.probability ?? 0;
  const how = type ? 'classifier' : 'abstained: too unsure';
  return {
    scheme: 'PLOVER',
    type,
    mode: mode.mode,
    context: contextsOf(tokens).map(({ context }) => context),
    quad: (entry?.quad ?? 0) as Quad,
    intensity: (mode.mode ? entry?.modes[mode.mode] : undefined) ?? entry?.intensity ?? null,
    rule: rule ?? how,
    probability: Math.round(probability * 1000) / 1000,
    victims: victimsOf(tokens, [words.anchor, words.inner]),
    reasons: reasonsFor(found, tokens, mode),
  };
}

const inside = (sentence: SentenceWithStates, span: { start: number; end: number } | null) =>
  span && span.start >= sentence.start && span.end <= sentence.end ? span : null;

/**
 * The event of a statement; type null and quad 0 where it abstains; none for roles and stances.
 * `read`: what the trained reader of pairs says of the types, where it read the pair.
 */
export function classifyEvent(
  statement: Statement,
  sentence: SentenceWithStates,
  ontology: ReadyOntology | null = null,
  read: ReadTypes | null = null,
): Event | null {
  if (statement.kind !== 'event') return null;
  const { source, relation, target, modality, polarity, provenance } = statement;
  const passage = {
    source: inside(sentence, source),
    relation: inside(sentence, relation),
    target: inside(sentence, target),
  };
  const own = ontology?.known.length && eventInOntology(ontology, sentence, passage);
  if (own && (own.type !== null || !ontology.beside)) return own;
  const denied = polarity === 'negative' && modality === 'actual';
  const found = classified(sentence, passage, modality, denied, read);
  const phone =
    provenance.rule === 'telephone-call' || /\bby (?:tele)?phone\b/i.test(relation.text);
  const called = phone && (found.best === 'CONSULT' || provenance.rule === 'telephone-call');
  const event = eventOf(
    called ? { ...found, type: 'CONSULT', mode: 'phone', rule: 'telephone call' } : found,
    sentence.tokens,
  );
  return { ...event, quad: ontology?.quads[event.type ?? ''] ?? event.quad };
}
