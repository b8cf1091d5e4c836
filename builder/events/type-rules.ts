// Rules on top of the classifier: what the PLOVER manual fixes for acts that could be two things,
// and what happens to acts that are still to come. Each has an id and an example; the first that
// fits decides.

import type { Modality, Token } from '../../schema/index.ts';
import { type Act, eventTypes } from '../lexicon/index.ts';
import type { ActWords } from './act-words.ts';

/** What a rule looks at. */
export interface Coding {
  readonly tokens: readonly Token[];
  readonly words: ActWords;
  /** Lemmas of the relation and the target's head with a space around each: " issue arrest warrant for ". */
  readonly lemmas: string;
  readonly anchorAct: Act | null;
  readonly innerAct: Act | null;
  readonly modality: Modality;
  /** "not" and its kin at the act. */
  readonly negated: boolean;
  /** The statement itself is marked as denied, so the act keeps its own type. */
  readonly denied: boolean;
  /** Types by their probability, most probable first. */
  readonly ranked: readonly { readonly type: string; readonly probability: number }[];
}

export interface TypeRule {
  readonly id: string;
  readonly example: string;
  /** The type it decides on, with a mode where the manual names one; null where it does not fit. */
  decide(coding: Coding): { type: string; mode: string | null } | null;
}

const only = (type: string, mode: string | null = null) => ({ type, mode });
const quadOf = (type: string): number => eventTypes.get(type)?.quad ?? 0;

const has = (coding: Coding, pattern: RegExp): boolean => pattern.test(coding.lemmas);

/** A rule for words that settle the type alone. */
const phrase = (
  id: string,
  example: string,
  pattern: RegExp,
  decision: ReturnType<typeof only>,
): TypeRule => ({ id, example, decide: (coding) => (has(coding, pattern) ? decision : null) });

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

const toCome = (modality: Modality): boolean => modality === 'future' || modality === 'threatened';

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
    const named = coding.innerAct?.type ?? coding.anchorAct?.type ?? null;
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
    const type = innerAct?.type ?? anchorAct?.type;
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

/** "called King Salman": an object that is called, not named or asked. */
const telephone: TypeRule = {
  id: 'call of a person',
  example: 'The president called the emir on Sunday.',
  decide({ tokens, words }) {
    const { anchor, target } = words;
    if (tokens[anchor]?.lemma !== 'call' || target === null) return null;
    const direct = tokens[target]?.head === anchor && tokens[target]?.relation === 'obj';
    const named = tokens.some(
      ({ head, relation }) => head === anchor && /^(?:xcomp|compound:prt)$/.test(relation ?? ''),
    );
    return direct && !named ? only('CONSULT', 'phone') : null;
  },
};

/** Soldiers sent to keep a peace are help, not a show of force. */
const peacekeeping: TypeRule = {
  id: 'peacekeepers sent',
  example: 'Nepal sent troops to the peacekeeping force in Lebanon.',
  decide: (coding) =>
    has(coding, / (?:send|deploy|provide|contribute|deployment|dispatch) /) &&
    coding.tokens.some(({ lemma }) => /^peace-?keep(?:ing|er)$/i.test(lemma)) &&
    !toCome(coding.modality)
      ? only('AID')
      : null,
};

const meetings = '(?:meeting|visit|talk|talks|summit|trip|negotiation|session)';

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
  telephone,
  peacekeeping,
  {
    id: 'warrant in absentia',
    example: 'A Spanish judge issued a warrant for the leader, who had fled to Belgium.',
    decide: (coding) =>
      has(coding, / (?:issue|seek|put) .*warrant /) &&
      coding.tokens.some(({ lemma }) =>
        /^(?:absentia|fugitive|flee|exile|exiled|abroad)$/.test(lemma),
      )
        ? only('THREATEN', 'arrest')
        : null,
  },
  phrase(
    'emergency declared',
    'The president declared a state of siege in two provinces.',
    / (?:declare|impose|proclaim|extend) .*(?:state siege|state emergency|state of (?:siege|emergency)|martial law) /,
    only('COERCE', 'martial-law'),
  ),
  phrase(
    'agreement concluded',
    'Chile and Peru signed a trade agreement.',
    / (?:reach|sign|conclude|seal|finalise|finalize|initial|ratify) .*(?:agreement|deal|accord|treaty|pact|memorandum) /,
    only('SUPPORT'),
  ),
  phrase(
    'joint exercise',
    'The Thai army held a joint exercise with American marines.',
    / (?:joint|war) .*(?:exercise|drill|manoeuvre|maneuver|game|games) /,
    only('COOPERATE'),
  ),
  phrase(
    'meeting cancelled',
    'Mexico cancelled the meeting with the American envoy.',
    new RegExp(` (?:cancel|postpone|scrap|boycott|snub|skip) .*${meetings} `),
    only('REJECT', 'meet'),
  ),
  phrase(
    'help ended',
    'Washington suspended aid to Sudan.',
    / (?:suspend|suspension|halt|cut|freeze|stop|end|discontinue|withdraw) .*(?:aid|assistance|funding|loan|loans) /,
    only('SANCTION', 'discontinue'),
  ),
  phrase(
    'help in disaster',
    'The army was sent to dig out the flooded suburbs.',
    / (?:deploy|send|mobilise|mobilize) .*(?:flood|quake|earthquake|cyclone|hurricane|rescue|relief) /,
    only('AID'),
  ),
  phrase(
    'prisoners of war',
    "Ukraine's army captured two hundred soldiers.",
    / (?:capture .*(?:soldier|troop|troops)|take .*prisoner) /,
    only('ASSAULT', 'abduct'),
  ),
  governing,
  future,
  conflictOverride,
  consultPenalty,
];
