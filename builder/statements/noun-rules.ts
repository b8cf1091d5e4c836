// Statements that a noun of action makes between two actors.
//
//   noun-compound   a China–Russia partnership                       China – Russia
//   noun-between    talks between Israel and Hamas                   Israel – Hamas
//   noun-with       Chinese ties with Moscow                         China – Russia
//   noun-on         the Russian invasion of Ukraine                  Russia → Ukraine
//   noun-of         the company's takeover by Shell                  Shell → company
//   noun-from       pressure from the U.S. and the EU on China       U.S., EU → China
//                   pressure from the EU on China to condemn Russia  EU → China

import type { Token } from '../../schema/index.ts';
import { nounActs } from '../lexicon/index.ts';
import { subjectsOf } from './clause.ts';
import { isActNoun, ownersOf, pressedBy } from './objects.ts';
import {
  type Actor,
  actorsWithin,
  children,
  type Finding,
  pairsOf,
  prepositionOf,
  type Reading,
} from './reading.ts';

type Party = readonly [rule: string, source: Actor, target: Actor, reciprocal: boolean];

const upon = /^(?:on|upon|against|of|to|for|towards?|over|with|in)$/;
/** "its withdrawal of troops from Iraq". */
const uponOrFrom = /^(?:on|upon|against|of|to|for|towards?|over|with|in|from)$/;
const by = /^(?:from|by)$/;
/** What is "from" somewhere without being done by whoever is there: "the deportation of children from Ukraine". */
const moving =
  /^(?:deportation|withdrawal|evacuation|expulsion|removal|transfer|export|import|release|escape|exit|departure|abduction|retreat|pullout|eviction|extradition|flight|exodus)$/;

/** Actors behind a preposition of the noun that fits. */
function behind(reading: Reading, noun: number, preposition: RegExp): Actor[] {
  return children(reading, noun, /^(?:nmod|obl)/)
    .filter((at) => at > noun && preposition.test(prepositionOf(reading, at)))
    .flatMap((at) => actorsWithin(reading, at, /^of$/));
}

/** Two actors that only a dash joins in front of the noun: "the U.S.-China talks". */
function dashed(reading: Reading, noun: number): [Actor, Actor] | null {
  const before = reading.mentions.filter(({ to }) => to <= noun && noun - to < 4);
  const last = before.at(-1);
  const other = reading.mentions.findLast(({ to }) => last && to <= last.from);
  if (!last || !other) return null;
  const gap = reading.text.slice(other.mention.end, last.mention.start);
  const modifiers = reading.tokens.slice(last.to, noun);
  return /^\s*[-–‑]\s*$/.test(gap) && modifiers.every(({ upos }) => /^(?:ADJ|NOUN)$/.test(upos))
    ? [other, last]
    : null;
}

/** Who undergoes the act as subject of its verb: "Kenya faces pressure from". */
function undergoing(reading: Reading, noun: number): Actor[] {
  const token = reading.tokens[noun];
  const verb = token?.relation === 'obj' || token?.relation === 'obl' ? token.head : -1;
  const lemma = reading.tokens[verb]?.lemma ?? '';
  return /^(?:face|suffer|receive|draw|come|undergo|endure|earn|win|get|attract|provoke|meet)$/.test(
    lemma,
  )
    ? subjectsOf(reading, verb)
    : [];
}

function partiesOf(reading: Reading, noun: number, mutual: boolean): Party[] {
  const pair = dashed(reading, noun);
  if (pair) return [['noun-compound', ...pair, true]];
  const between = behind(reading, noun, /^(?:between|among)$/);
  if (between.length > 1) {
    return pairsOf(between).map(([a, b]): Party => ['noun-between', a, b, true]);
  }
  const owners = ownersOf(reading, noun);
  const doers = behind(reading, noun, /^by$/);
  if (owners.length > 0 && doers.length > 0) {
    return doers.flatMap((doer) => owners.map((owner): Party => ['noun-of', doer, owner, false]));
  }
  const { lemma } = reading.tokens[noun] as Token;
  const sources =
    owners.length > 0 ? owners : behind(reading, noun, moving.test(lemma) ? /^by$/ : by);
  const rule = owners.length > 0 ? 'noun-on' : 'noun-from';
  const partners = mutual ? behind(reading, noun, /^with$/) : [];
  if (partners.length > 0) {
    return sources.flatMap((source) =>
      partners.map((partner): Party => ['noun-with', source, partner, true]),
    );
  }
  const own = behind(reading, noun, owners.length > 0 ? uponOrFrom : upon);
  // "pressure from the U.S. on China": what follows the source may hang on it.
  const targets =
    own.length > 0 || owners.length > 0
      ? own
      : [
          ...sources.flatMap((source) => behind(reading, source.head, /^(?:on|upon|against)$/)),
          ...pressedBy(reading, noun),
          ...undergoing(reading, noun),
        ];
  return sources.flatMap((source) => targets.map((target): Party => [rule, source, target, false]));
}

/** All findings of the nouns of a sentence. */
export function nounFindings(reading: Reading): Finding[] {
  return reading.tokens.flatMap((token, noun): Finding[] => {
    if (!isActNoun(reading, noun)) return [];
    const act = nounActs.get(token.text.toLowerCase()) ?? nounActs.get(token.lemma.toLowerCase());
    if (!act?.type) return [];
    return partiesOf(reading, noun, act.reciprocal).map(
      ([rule, source, target, reciprocal]): Finding => ({
        rule,
        kind: 'event',
        source,
        target,
        relation: { text: token.text, lemma: act.lemma, start: token.start, end: token.end },
        reciprocal,
        polarity: 'positive',
        modality: 'actual',
        anchor: noun,
      }),
    );
  });
}
