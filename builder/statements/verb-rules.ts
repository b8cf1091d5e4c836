// Statements that a verb makes between two actors of its clause.
//
//   verb-object      Kuleba asked China                               Kuleba → China
//   verb-oblique     Japan called on North Korea                      Japan → North Korea
//   verb-nested      The EU imposed sanctions on Belarus              EU → Belarus
//   verb-passive     Italy was criticised by France                   France → Italy
//   verb-received    Mali received grain from Russia                  Russia → Mali
//   verb-reciprocal  Xi and Putin met                                 Xi – Putin

import { nounActs, verbActs } from '../lexicon/index.ts';
import { type Clause, clausesOf } from './clause.ts';
import { agentsOf, objectsOf, type VerbObject } from './objects.ts';
import { type Actor, children, type Finding, pairsOf, phraseOf, type Reading } from './reading.ts';
import { stanceOf } from './stance.ts';

/** The verbs that lead to this one: "agreed to lift", outermost first. */
function chainOf(reading: Reading, verb: number): number[] {
  const chain = [verb];
  for (let step = 0; step < 4; step += 1) {
    const token = reading.tokens[chain[0] as number];
    const governor = reading.tokens[token?.head ?? -1];
    if (token?.relation !== 'xcomp' || governor?.upos !== 'VERB') break;
    // "asked China to stop": the lower verb has another subject, the higher one is no part of it.
    if (children(reading, token.head, /^(?:obj|iobj)$/).length > 0) break;
    chain.unshift(token.head);
  }
  return chain;
}

const lowerCase = (reading: Reading, index: number): string =>
  reading.tokens[index]?.text.toLowerCase() ?? '';

/** The longest phrase of the lexicon that the verb makes with its object noun and preposition. */
function lemmaOf(reading: Reading, verb: number, words: readonly number[]): string {
  const base = reading.tokens[verb]?.lemma.toLowerCase() ?? '';
  const particles = children(reading, verb, /^compound:prt$/).map((at) => lowerCase(reading, at));
  const stem = [base, ...particles].join(' ');
  const written = words.map((at) => lowerCase(reading, at));
  const lemmas = words.map((at) => reading.tokens[at]?.lemma.toLowerCase() ?? '');
  const candidates = [
    [stem, ...written].join(' '),
    [stem, ...lemmas].join(' '),
    [stem, written.at(-1) ?? ''].join(' '),
    [stem, lemmas[0] ?? ''].join(' '),
    stem,
  ];
  return candidates.find((phrase) => verbActs.has(phrase.trim()))?.trim() ?? stem;
}

/** Verb with negation, particle, object noun and preposition, as one phrase: "spoke by telephone with". */
function relationOf(reading: Reading, verb: number, words: readonly number[]): Finding['relation'] {
  const chain = chainOf(reading, verb);
  const marks = chain.slice(1).flatMap((at) => children(reading, at, /^mark$/));
  const particles = chain.flatMap((at) => children(reading, at, /^compound:prt$/));
  const negations = chain.flatMap((at) =>
    children(reading, at, /^(?:advmod|neg)$/).filter((child) =>
      /^(?:not|n't|never)$/.test(reading.tokens[child]?.lemma ?? ''),
    ),
  );
  const telephone = children(reading, verb, /^obl/).filter((at) =>
    /^(?:telephone|phone)$/.test(lowerCase(reading, at)),
  );
  const means = telephone.flatMap((at) => [...children(reading, at, /^case$/), at]);
  const core = [...chain, ...marks, ...particles, ...means];
  const token = reading.tokens[verb];
  return {
    text: phraseOf(reading, [...core, ...negations, ...words]),
    lemma: lemmaOf(reading, verb, words),
    start: token?.start ?? 0,
    end: token?.end ?? 0,
  };
}

type Party = readonly [
  rule: string,
  source: Actor,
  target: Actor,
  words: readonly number[],
  reciprocal: boolean,
];

/** Verbs whose subject is given something by who follows "from". */
const receiving =
  /^(?:receive|get|obtain|secure|win|gain|accept|draw|face|suffer|inherit|hear|learn)$/;

const eachOther = /^(?:each|one)$/i;

function passiveParties(reading: Reading, clause: Clause): Party[] {
  const agents = agentsOf(reading, clause.verb);
  const affected: readonly Pick<VerbObject, 'actor' | 'words'>[] =
    clause.subjects.length > 0
      ? clause.subjects.map((actor) => ({ actor, words: [] }))
      : objectsOf(reading, clause.verb).filter(
          ({ actor }) => !agents.some((agent) => agent.head === actor.head),
        );
  return agents.flatMap((agent) =>
    affected.map(({ actor, words }): Party => ['verb-passive', agent, actor, words, false]),
  );
}

/** "told reporters": who only hears it. */
const isAudience = (reading: Reading, verb: number, { head }: Actor): boolean =>
  /^(?:tell|speak|say|talk)$/.test(reading.tokens[verb]?.lemma ?? '') &&
  /^(?:reporter|journalist|viewer|listener|audience)$/.test(reading.tokens[head]?.lemma ?? '');

/** The object by which two subjects do something with one another: "signed a pact", "held talks". */
function sharedAct(reading: Reading, verb: number): number[] {
  return children(reading, verb, /^obj$/).filter((at) => {
    const token = reading.tokens[at];
    const act =
      nounActs.get(token?.lemma.toLowerCase() ?? '') ?? nounActs.get(lowerCase(reading, at));
    return act?.reciprocal ?? false;
  });
}

function activeParties(reading: Reading, { verb, subjects }: Clause): Party[] {
  const objects = objectsOf(reading, verb).filter(({ actor }) => !isAudience(reading, verb, actor));
  const mutual = children(reading, verb, /^(?:obj|obl)$/).some((at) =>
    [at, ...children(reading, at, /^det$/)].some((word) =>
      eachOther.test(lowerCase(reading, word)),
    ),
  );
  const act = verbActs.get(lemmaOf(reading, verb, []));
  const shared = objects.length === 0 ? sharedAct(reading, verb) : [];
  const together = act?.reciprocal && objects.length === 0;
  if (subjects.length > 1 && (mutual || together || shared.length > 0)) {
    return pairsOf(subjects).map(([a, b]): Party => ['verb-reciprocal', a, b, shared, true]);
  }
  return subjects.flatMap((subject) =>
    objects.map(({ rule, actor, words }): Party => {
      const known = verbActs.get(lemmaOf(reading, verb, words));
      const withThem = lowerCase(reading, words.at(-1) ?? -1) === 'with';
      if (
        receiving.test(reading.tokens[verb]?.lemma ?? '') &&
        lowerCase(reading, words.at(-1) ?? -1) === 'from'
      ) {
        return ['verb-received', actor, subject, words, false];
      }
      const reciprocal = (known?.reciprocal ?? false) && (rule === 'verb-object' || withThem);
      return [reciprocal ? 'verb-reciprocal' : rule, subject, actor, words, reciprocal];
    }),
  );
}

/** All findings of the verbs of a sentence. */
export function verbFindings(reading: Reading): Finding[] {
  return clausesOf(reading).flatMap((clause) => {
    const { verb, passive } = clause;
    const parties = passive ? passiveParties(reading, clause) : activeParties(reading, clause);
    if (parties.length === 0) return [];
    const stance = stanceOf(reading, verb);
    return parties.map(
      ([rule, source, target, words, reciprocal]): Finding => ({
        rule,
        kind: 'event',
        source,
        target,
        relation: relationOf(reading, verb, words),
        reciprocal,
        ...stance,
        anchor: verb,
      }),
    );
  });
}
