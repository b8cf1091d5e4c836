// Who says it: "X said that …", "…, X said", "according to X", a direct quotation.
// Source, cue and content after PARC and PolNeAR.

import type { Attribution, Token } from '../../schema/index.ts';
import { subjectsOf } from './clause.ts';
import { reporting } from './governing-verbs.ts';
import { actorsOf, children, type Finding, prepositionOf, type Reading } from './reading.ts';

const byAuthor: Attribution = { type: 'author', speaker: null, text: null, cue: null };

/** The speaker of a reporting verb; one that is no actor is kept by its words. */
function speakerOf(reading: Reading, verb: number): Attribution | null {
  const subject = children(reading, verb, /^nsubj/)[0];
  const cue = reading.tokens[verb]?.text ?? null;
  if (subject === undefined) return null;
  const actor = subjectsOf(reading, verb)[0];
  const token = reading.tokens[subject];
  if (token?.upos === 'PRON' && !actor)
    return { type: 'indirect', speaker: null, text: token.text, cue };
  const words = actor
    ? reading.text.slice(actor.mention.start, actor.mention.end)
    : (token?.text ?? null);
  return { type: 'indirect', speaker: actor?.mention.entity ?? null, text: words, cue };
}

/** "accused Israel of attacking": what follows is the accuser's word. */
const accusing = /^(?:accuse|blame|suspect|charge|criticise|criticize|condemn|denounce)$/;

const isReporting = (reading: Reading, index: number): boolean => {
  const token = reading.tokens[index];
  return token?.upos === 'VERB' && reporting.has(token.lemma);
};

/** "according to the ministry" at token `index` or anything that hangs on it. */
function accordingTo(reading: Reading, index: number): Attribution | null {
  const source = children(reading, index, /^(?:obl|nmod)/).find((at) =>
    /^according to$/.test(prepositionOf(reading, at)),
  );
  if (source === undefined) return null;
  const actor = actorsOf(reading, source)[0];
  const text = actor
    ? reading.text.slice(actor.mention.start, actor.mention.end)
    : (reading.tokens[source]?.text ?? null);
  return { type: 'indirect', speaker: actor?.mention.entity ?? null, text, cue: 'according to' };
}

/** The speaker that the step from a token up to its head brings in. */
function speakerOfStep(reading: Reading, { relation, head }: Token): Attribution | null {
  const reported = /^(?:ccomp|parataxis|xcomp)$/.test(relation ?? '') && isReporting(reading, head);
  const accused = relation === 'advcl' && accusing.test(reading.tokens[head]?.lemma ?? '');
  return reported || accused ? speakerOf(reading, head) : null;
}

/** The nearest speaker above a token. */
function speakerAbove(reading: Reading, anchor: number): Attribution | null {
  let at = anchor;
  for (let step = 0; step < reading.tokens.length; step += 1) {
    const aside = children(reading, at, /^parataxis$/).find((child) => isReporting(reading, child));
    const source =
      accordingTo(reading, at) ?? (aside === undefined ? null : speakerOf(reading, aside));
    if (source) return source;
    const token = reading.tokens[at];
    if (!token || token.head < 0) return null;
    const speaker = speakerOfStep(reading, token);
    if (speaker) return speaker;
    at = token.head;
  }
  return null;
}

/** Whether an offset lies between an opening and a closing quotation mark of its sentence. */
function isQuoted({ text, sentence }: Reading, offset: number): boolean {
  const before = text.slice(sentence.start, offset);
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”');
  return curly || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** The attribution of a finding. */
export function attributionOf(reading: Reading, finding: Finding): Attribution {
  const speaker = speakerAbove(reading, finding.anchor);
  const type = isQuoted(reading, finding.relation.start) ? 'direct-quote' : null;
  if (speaker) return type ? { ...speaker, type } : speaker;
  return type ? { ...byAuthor, type } : byAuthor;
}
