// A verb with its arguments, those that it shares with another verb included: "China criticised
// and sanctioned Taiwan", "Iran agreed to release …", "the court that convicted him".

import type { Token } from '../../schema/index.ts';
import { demanding, objectControl, subjectControl } from './governing-verbs.ts';
import { pressedBy } from './objects.ts';
import { type Actor, actorsOf, actorsWithin, children, type Reading } from './reading.ts';

export interface Clause {
  readonly verb: number;
  readonly passive: boolean;
  /** Who is said to act; of a passive verb, who it happens to. */
  readonly subjects: readonly Actor[];
}

const belonging = /^(?:of|from)$/;
const subjectRelation = /^nsubj/;
const relativePronoun = /^(?:who|which|that|whom)$/i;

/** "the U.S., Japan and others that imposed sanctions": they all did; "Begum, a lawyer who …": she does. */
function antecedents(reading: Reading, noun: number): Actor[] {
  const token = reading.tokens[noun];
  const closes = token?.relation === 'conj' && /^others?$/i.test(token.text);
  if (closes) return actorsOf(reading, token.head);
  const actors = actorsOf(reading, noun);
  const restates = actors.length === 0 && token?.relation === 'appos';
  return restates ? actorsOf(reading, token.head).slice(0, 1) : actors;
}

function ownSubjects(reading: Reading, verb: number): Actor[] | null {
  const subject = children(reading, verb, subjectRelation)[0];
  if (subject === undefined) return null;
  if (relativePronoun.test(reading.tokens[subject]?.text ?? '')) {
    const token = reading.tokens[verb];
    if (token?.relation === 'acl:relcl') return antecedents(reading, token.head);
  }
  return actorsWithin(reading, subject, belonging);
}

/** Objects of the governing verb, which do what the lower verb says; null where it has none. */
function controllers(reading: Reading, governor: number): Actor[] | null {
  const objects = children(reading, governor, /^(?:obj|iobj|nsubj:pass)$/);
  return objects.length > 0 ? objects.flatMap((at) => actorsOf(reading, at)) : null;
}

/** Whether the object of a governing verb is who acts at the lower one: "urged Iran to stop". */
function objectActs(governor: Token, verb: Token): boolean {
  if (verb.relation === 'xcomp') return !subjectControl.has(governor.lemma);
  // The parser may make "to withdraw" of "influenced Iran to withdraw" an aside.
  const isAsked = demanding.has(governor.lemma) && verb.features.verbForm === 'infinitive';
  return verb.relation === 'advcl' && (objectControl.has(governor.lemma) || isAsked);
}

/** Who acts below a noun that does not: "sent a ship to help", "wrote a report accusing Mali". */
function ownersOfPurpose(reading: Reading, noun: number, depth: number): Actor[] {
  const token = reading.tokens[noun];
  if (!token || !/^(?:obj|obl|nsubj:pass)$/.test(token.relation ?? '')) return [];
  return subjectsOf(reading, token.head, depth + 1);
}

/** Subjects that a verb takes over from the one that it hangs on. */
function inheritedSubjects(reading: Reading, verb: Token, depth: number): Actor[] {
  const governor = reading.tokens[verb.head];
  if (!governor || depth > 5) return [];
  switch (verb.relation) {
    case 'conj':
      return subjectsOf(reading, verb.head, depth + 1);
    case 'xcomp':
    case 'advcl':
    case 'ccomp': {
      if (verb.relation === 'ccomp' && verb.features.verbForm === 'finite') return [];
      const controlled = objectActs(governor, verb) ? controllers(reading, verb.head) : null;
      if (controlled) return controlled;
      return /^(?:VERB|AUX|ADJ|NOUN)$/.test(governor.upos)
        ? subjectsOf(reading, verb.head, depth + 1)
        : [];
    }
    case 'acl': {
      const pressed = pressedBy(reading, verb.head);
      if (pressed.length > 0) return pressed;
      const described = actorsOf(reading, verb.head);
      const purpose = described.length === 0 && verb.xpos !== 'VBN';
      return purpose ? ownersOfPurpose(reading, verb.head, depth) : described;
    }
    default:
      return [];
  }
}

/** Who acts at token `verb`: its own subject, or the one that it shares. */
export function subjectsOf(reading: Reading, verb: number, depth = 0): Actor[] {
  const own = ownSubjects(reading, verb);
  if (own) return own;
  const token = reading.tokens[verb];
  return token ? inheritedSubjects(reading, token, depth) : [];
}

/** Whether the verb is passive; a bare participle behind its noun is too: "talks hosted by". */
function isPassive({ tokens }: Reading, verb: number): boolean {
  const token = tokens[verb];
  if (token?.features.voice === 'passive') return true;
  return token?.relation === 'acl' && token.xpos === 'VBN';
}

/** The clauses of a sentence, one for each verb that has somebody to act. */
export function clausesOf(reading: Reading): Clause[] {
  return reading.tokens.flatMap((token, verb): Clause[] => {
    if (token.upos !== 'VERB') return [];
    return [{ verb, passive: isPassive(reading, verb), subjects: subjectsOf(reading, verb) }];
  });
}
