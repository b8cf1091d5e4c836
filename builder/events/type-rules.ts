// Rules on top of the classifier: what the PLOVER manual fixes for acts that could be two things,
// and what happens to acts that are still to come. Each has an id and an example; the first that
// fits decides.

import { eventTypes } from '../lexicon/index.ts';
import { type Coding, has, only, phrase, type TypeRule } from './coding.ts';
import { phraseRules } from './phrase-rules.ts';
import { toCome } from './stance-of-act.ts';

const quadOf = (type: string): number => eventTypes.get(type)?.quad ?? 0;

const probabilityOf = ({ ranked }: Coding, type: string): number =>
  ranked.find((each) => each.type === type)?.probability ?? 0;

/** Verbs that do what they name, or that are something else without a particle. */
const performative = /^(?:order|insist|call|seek|want)$/;

/** "refused to send": the governing verb decides over the act below it. */
const governing: TypeRule = {
  id: 'governing verb',
  example: 'Malta refused to let the ship dock.',
  decide(coding) {
    const { anchorAct, words } = coding;
    const type = anchorAct?.type;
    if (words.anchor === words.inner || !type || performative.test(anchorAct.lemma)) return null;
    if (!/^(?:REJECT|REQUEST|THREATEN)$/.test(type)) return null;
    return probabilityOf(coding, type) > 0.05 ? only(type) : null;
  },
};

/** What an act of a type is while it is only announced. */
function announced(type: string): string | null {
  if (type === 'RETREAT') return 'CONCEDE';
  if (quadOf(type) === 2 || type === 'CONSULT') return 'AGREE';
  return quadOf(type) === 4 && type !== 'PROTEST' ? 'THREATEN' : null;
}

const future: TypeRule = {
  id: 'act to come',
  example: 'Germany will deliver generators to Ukraine.',
  decide(coding) {
    const top = coding.ranked[0]?.type;
    if (!top || !toCome(coding.modality)) return null;
    // What is agreed is no threat, whatever is done to others by it: "agreed to send them back".
    const agreed = coding.anchorAct?.type === 'AGREE' && /^agree\b/.test(coding.anchorAct.lemma);
    const named = agreed ? null : (coding.innerAct?.type ?? coding.anchorAct?.type ?? null);
    const act = top === 'AGREE' && named && quadOf(named) === 4 ? named : top;
    const type = announced(act);
    return type ? only(type) : null;
  },
};

/** "did not attack": the statement is marked as negative, its act stays what it would be. */
const deniedAct: TypeRule = {
  id: 'act denied',
  example: 'Kenya did not attack Uganda.',
  decide({ denied, innerAct, anchorAct }) {
    // "has not asked him to withdraw": what did not happen is the asking.
    const asked = anchorAct?.type && !performative.test(anchorAct.lemma) ? anchorAct : innerAct;
    const type = asked?.type ?? anchorAct?.type;
    return denied && type ? only(type) : null;
  },
};

/** Cooperation that will not be, or was not reached: "will not lift the embargo". */
const refused: TypeRule = {
  id: 'cooperation denied',
  example: 'Slovakia says it will not take in refugees.',
  decide(coding) {
    const top = coding.ranked[0]?.type;
    if (!top) return null;
    const failed = has(coding, / (?:fail|neglect) /);
    const denied = coding.negated && (toCome(coding.modality) || quadOf(top) <= 2);
    const open = quadOf(top) <= 2 || top === 'THREATEN';
    return open && (denied || failed) ? only('REJECT') : null;
  },
};

/** How close a type must come to the first to take its place. */
const margins = { override: 0.85, consult: 0.9 };

const conflictOverride: TypeRule = {
  id: 'conflict override',
  example: 'Police beat students whom the minister had called traitors.',
  decide({ ranked }) {
    const [top, second] = ranked;
    if (!top || !second || quadOf(top.type) !== 3 || quadOf(second.type) !== 4) return null;
    return second.probability > margins.override * top.probability ? only(second.type) : null;
  },
};

const consultPenalty: TypeRule = {
  id: 'consult penalty',
  example: 'At their meeting the minister praised her guest.',
  decide({ ranked }) {
    const [top, second] = ranked;
    if (top?.type !== 'CONSULT' || !second) return null;
    return second.probability > margins.consult * top.probability ? only(second.type) : null;
  },
};

/** "said that Qatar must pay": what others have to do. */
const obligation: TypeRule = {
  id: 'obligation of others',
  example: 'The envoy said that both sides must lay down their arms.',
  decide({ tokens, words }) {
    const must = tokens.some(
      (token) =>
        token.head === words.inner &&
        /^aux/.test(token.relation ?? '') &&
        /^(?:must|should|ought)$/.test(token.lemma),
    );
    return must && words.anchor !== words.inner ? only('REQUEST') : null;
  },
};

/** In the order in which they are asked. */
export const typeRules: readonly TypeRule[] = [
  phrase(
    'envoy summoned',
    'Egypt summoned the Dutch ambassador.',
    / (?:summon|call in) .*(?:ambassador|envoy|diplomat|chargé|consul) /,
    only('ACCUSE', 'disapprove'),
  ),
  deniedAct,
  refused,
  obligation,
  ...phraseRules,
  governing,
  future,
  conflictOverride,
  consultPenalty,
];
