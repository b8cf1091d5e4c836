// Rules whose words settle the type alone: what the PLOVER manual fixes for certain phrases, whatever
// the classifier says. The first that fits decides.

import { has, only, phrase, type TypeRule } from './coding.ts';
import { toCome } from './stance-of-act.ts';

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

const friendly =
  /^(?:friend|partner|ally|brother|sister|hero|champion|patriot|neighbou?r|leader|pioneer|model|success|great|good|important|strategic|crucial|close|dear|reliable|trusted|wise|brave)$/;
const hostile =
  /^(?:killer|murderer|terrorist|traitor|puppet|liar|thug|enemy|criminal|aggressor|dictator|tyrant|butcher|usurper|occupier|fascist|nazi|racist|coward|fool|idiot|clown|thief|threat|danger|monster|dog|disgrace|hypocrite|extremist|illegal|unacceptable|irresponsible|corrupt|weak|dangerous|reckless|shameful)$/;

/** "called him a killer", "described Russia as a partner": praise or blame by the noun and its adjectives. */
const named: TypeRule = {
  id: 'named by an opinion',
  example: 'The minister called the ambassador a liar.',
  decide({ tokens, words: { anchor } }) {
    const verb = tokens[anchor]?.lemma ?? '';
    if (!/^(?:call|describe|brand|label|dub|hail|denounce|portray|see|regard)$/.test(verb))
      return null;
    const isAs = (index: number): boolean =>
      tokens.some(({ head, lemma }) => head === index && lemma === 'as');
    const name = tokens.findIndex(
      ({ head, relation }, index) =>
        head === anchor && (relation === 'xcomp' || (relation === 'obl' && isAs(index))),
    );
    if (name < 0) return null;
    const opinions = tokens.filter(
      ({ head, relation }, index) => index === name || (head === name && relation === 'amod'),
    );
    const some = (words: RegExp): boolean => opinions.some(({ lemma }) => words.test(lemma));
    if (some(hostile)) return only('ACCUSE', 'disapprove');
    return some(friendly) ? only('SUPPORT') : null;
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

/** "declared a state of siege": the law is suspended, whoever it is against. */
const emergency: TypeRule = {
  id: 'emergency declared',
  example: 'The president declared a state of siege in two provinces.',
  decide({ tokens, words }) {
    const declared = tokens.some(({ head, lemma, relation }, index) => {
      const [of, what] = [tokens[index + 1]?.lemma, tokens[index + 2]?.lemma ?? ''];
      const state = lemma === 'state' && of === 'of' && /^(?:siege|emergency)$/.test(what);
      const martial = lemma === 'law' && tokens[index - 1]?.lemma.toLowerCase() === 'martial';
      return (
        (state || martial) && head === words.anchor && /^(?:obj|nsubj:pass)$/.test(relation ?? '')
      );
    });
    const verb = /^(?:declare|impose|proclaim|extend)$/.test(tokens[words.anchor]?.lemma ?? '');
    return declared && verb ? only('COERCE', 'martial-law') : null;
  },
};

const meetings = '(?:meeting|visit|talk|talks|summit|trip|negotiation|session)';

/** In the order in which they are asked. */
export const phraseRules: readonly TypeRule[] = [
  telephone,
  named,
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
  emergency,
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
    'The army was deployed to the flood zone of Derna.',
    / (?:deploy|send|mobilise|mobilize) .*(?:flood|quake|earthquake|cyclone|hurricane|rescue|relief) /,
    only('AID'),
  ),
  phrase(
    'prisoners of war',
    "Ukraine's army captured two hundred soldiers.",
    / (?:capture .*(?:soldier|troop|troops)|take .*prisoner) /,
    only('ASSAULT', 'abduct'),
  ),
];
