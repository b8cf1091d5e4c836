// One list out of two readers: statements of the rules, judged by the trained reader, and those that
// the reader alone finds. Every one says who found it, and has its evidence like any other.

import type { Mention, ReadPair, Statement } from '../../schema/index.ts';
import { isClaim } from './claim.ts';
import type { Context } from './context.ts';
import { type Actor, children, type Finding, phraseOf, type Reading } from './reading.ts';
import { stanceOf } from './stance.ts';
import { statementOf } from './statement-of.ts';

/** Which reader's statements are given. */
export type Engine = 'rules' | 'reader' | 'both';

/** A statement of the rules that the reader thinks less likely than this is left out. */
const doubted = 0.28;
/** A pair that no rule found is a statement from here on. */
const trusted = 0.5;

const calibrated = 'calibrated on annotated articles';

const isOf = ({ source, target }: ReadPair, statement: Statement): boolean =>
  source.entity === statement.source.entity && target.entity === statement.target?.entity;

/** How likely a statement of the rules is, as the reader says; null where it has no opinion. */
function likelihood(statement: Statement, pairs: readonly ReadPair[]): number | null {
  if (!statement.target) return null;
  const back = { ...statement, source: statement.target, target: statement.source };
  const own = pairs.filter(
    (pair) =>
      pair.sentence === statement.evidence.sentence &&
      (isOf(pair, statement) || (statement.reciprocal && isOf(pair, back))),
  );
  return own.length > 0 ? Math.max(...own.map(({ probability }) => probability)) : 0;
}

/** Whether two are coordinated: "A and B imposed sanctions on C" stands or falls as a whole. */
const isSibling = (a: Statement, b: Statement): boolean =>
  a.evidence.sentence === b.evidence.sentence &&
  a.provenance.rule === b.provenance.rule &&
  a.relation.start === b.relation.start &&
  (a.source.entity === b.source.entity || a.target?.entity === b.target?.entity);

function judged(
  statement: Statement,
  likelihoods: ReadonlyMap<Statement, number | null>,
): Statement[] {
  if ((likelihoods.get(statement) ?? null) === null) return [statement];
  const siblings = [...likelihoods].filter(([other]) => isSibling(statement, other));
  const likely = Math.max(...siblings.map(([, each]) => each ?? 0));
  // "impose sanctions on": a phrase that the lexicon has as a whole is not doubted.
  const value = statement.relation.lemma.split(' ').length > 2 ? Math.max(likely, doubted) : likely;
  if (value < doubted) return [];
  const { provenance } = statement;
  const model = value >= trusted ? 'reader' : null;
  return [
    {
      ...statement,
      confidence: { value: Math.round(value * 100) / 100, method: calibrated },
      provenance: { ...provenance, model },
    },
  ];
}

function actorOf({ mentions }: Reading, mention: Mention): Actor | null {
  return (
    mentions.find(
      (actor) => actor.mention.start === mention.start && actor.mention.end === mention.end,
    ) ?? null
  );
}

function findingOf(reading: Reading, pair: ReadPair): Finding | null {
  const [source, target] = [actorOf(reading, pair.source), actorOf(reading, pair.target)];
  const token = reading.tokens[pair.anchor];
  if (!source || !target || !token) return null;
  return {
    rule: `reader-${pair.kind}`,
    kind: pair.kind,
    source,
    target,
    relation: {
      text: phraseOf(reading, pair.words),
      lemma: token.lemma.toLowerCase(),
      start: token.start,
      end: token.end,
    },
    reciprocal: pair.reciprocal,
    ...(pair.kind === 'role'
      ? ({ polarity: 'positive', modality: 'actual' } as const)
      : stanceOf(reading, pair.anchor)),
    anchor: pair.anchor,
  };
}

type Span = Pick<Finding['relation'], 'start' | 'end'>;

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Whether a title, or an act with a subject of its own, is somebody else's by a rule: "Xi and Russian
 * President Putin" makes one president, "the rebels fled and France evacuated them" one who evacuates.
 */
const isTaken = (
  reading: Reading,
  pair: ReadPair,
  finding: Finding,
  kept: readonly Statement[],
): boolean =>
  (pair.kind === 'role' || children(reading, finding.anchor, /^nsubj/).length > 0) &&
  kept.some(
    ({ kind, target, relation, evidence }) =>
      kind === pair.kind &&
      evidence.sentence === pair.sentence &&
      target?.entity === pair.target.entity &&
      overlap(relation, finding.relation),
  );

/** "According to France, Russia attacked Ukraine": who says it does not do it, nor is it done to them. */
const isSaid = (pair: ReadPair, finding: Finding, kept: readonly Statement[]): boolean =>
  kept.some(({ attribution: { speaker }, source, target, relation, evidence }) => {
    const isOfSpeaker =
      (speaker === pair.source.entity && target?.entity === pair.target.entity) ||
      (speaker === pair.target.entity &&
        source.entity === pair.source.entity &&
        pair.target.kind !== 'pronoun');
    return (
      isOfSpeaker && evidence.sentence === pair.sentence && overlap(relation, finding.relation)
    );
  });

/** "The Houthis claimed the attack; Riyadh blamed Iran": behind a semicolon somebody else acts. */
const isApart = (reading: Reading, pair: ReadPair, { anchor }: Finding): boolean => {
  const act = reading.tokens[anchor]?.start ?? 0;
  const mark = reading.tokens.findLast(({ text, start }) => text === ';' && start < act)?.start;
  return (
    mark !== undefined &&
    pair.source.end <= mark &&
    children(reading, anchor, /^nsubj/).some((at) => (reading.tokens[at]?.start ?? 0) > mark)
  );
};

/** "Ireland condemned Russia's invasion of Ukraine": it does not condemn Ukraine. */
const isNested = (pair: ReadPair, finding: Finding, kept: readonly Statement[]): boolean => {
  const here = kept.filter(({ evidence }) => evidence.sentence === pair.sentence);
  const blamed = here.filter(
    ({ source, relation, provenance }) =>
      provenance.rule === 'verb-nested' &&
      source.entity === pair.source.entity &&
      relation.start <= finding.relation.start &&
      finding.relation.start < relation.end,
  );
  return here.some(
    ({ source, target }) =>
      target?.entity === pair.target.entity &&
      blamed.some((each) => each.target?.entity === source.entity),
  );
};

/** "Chinese leader Xi and Putin", "Taiwan and Singapore": no word of a name carries a statement. */
const isNameWord = ({ mentions }: Reading, { relation }: Finding): boolean =>
  mentions.some(
    ({ mention }) =>
      mention.kind === 'named' && mention.start <= relation.start && relation.start < mention.end,
  );

const pairKey = (sentence: number, a: string, b: string): string =>
  [sentence, ...[a, b].sort()].join(' ');

/** The likelier direction of each pair of actors in a sentence. */
function likeliest(pairs: readonly ReadPair[]): ReadPair[] {
  const best = new Map<string, ReadPair>();
  for (const pair of pairs) {
    const key = pairKey(pair.sentence, pair.source.entity, pair.target.entity);
    if (pair.probability > (best.get(key)?.probability ?? 0)) best.set(key, pair);
  }
  return [...best.values()];
}

/** Statements of rules and reader in the order of the text; no two with the same id. */
export function joinPairs(
  contexts: readonly Context[],
  found: readonly Statement[],
  pairs: readonly ReadPair[],
  engine: Engine = 'both',
): Statement[] {
  const likelihoods = new Map(found.map((each) => [each, likelihood(each, pairs)]));
  const kept =
    engine === 'reader' ? [] : found.flatMap((statement) => judged(statement, likelihoods));
  const known = new Set(
    kept.flatMap(({ evidence, source, target }) =>
      target ? [pairKey(evidence.sentence, source.entity, target.entity)] : [],
    ),
  );
  const fresh = likeliest(pairs).filter(
    ({ sentence, source, target, probability }) =>
      probability >= trusted && !known.has(pairKey(sentence, source.entity, target.entity)),
  );
  const read = contexts.flatMap((context) => {
    const { reading } = context;
    const own = fresh.filter(
      (pair) =>
        pair.sentence === reading.sentence.index &&
        (pair.kind !== 'role' || isClaim(reading.sentence)),
    );
    return own.flatMap((pair): Statement[] => {
      const finding = findingOf(reading, pair);
      if (!finding || isNameWord(reading, finding)) return [];
      if (isTaken(reading, pair, finding, kept) || isApart(reading, pair, finding)) return [];
      if ([isSaid, isNested].some((rule) => rule(pair, finding, kept))) return [];
      const statement = statementOf(context, finding, 1);
      return [
        {
          ...statement,
          confidence: { value: Math.round(pair.probability * 100) / 100, method: calibrated },
          provenance: { extractor: 'reader@0.1.0', model: 'reader', rule: finding.rule },
        },
      ];
    });
  });
  const all = [...kept, ...read].sort(
    (a, b) =>
      a.evidence.start - b.evidence.start ||
      a.relation.start - b.relation.start ||
      (a.id < b.id ? -1 : 1),
  );
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
