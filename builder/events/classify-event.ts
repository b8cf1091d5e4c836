// Which kind of act a statement is, after PLOVER: its verb or noun in the lexicon, then what the
// ontology does with acts that are only announced or threatened.

import type { Event, Quad, Statement } from '../../schema/index.ts';
import { type Act, eventTypes, nounActs, verbActs } from '../lexicon/index.ts';

function actOf({ relation, provenance }: Statement): Act | null {
  const acts = provenance.rule.startsWith('noun-') ? nounActs : verbActs;
  return acts.get(relation.lemma) ?? null;
}

/** Cooperation to come is AGREE, material conflict to come is THREATEN; else the act's own type. */
function remap(type: string, modality: Statement['modality']): { type: string; by: string } {
  const quad = eventTypes.get(type)?.quad;
  if (modality === 'future' && quad === 2) return { type: 'AGREE', by: 'future cooperation' };
  if (modality === 'threatened' && quad === 4)
    return { type: 'THREATEN', by: 'threatened conflict' };
  return { type, by: '' };
}

function eventOf(act: Act, type: string, rule: string): Event {
  const entry = eventTypes.get(type);
  const mode = type === act.type ? act.mode : null;
  return {
    scheme: 'PLOVER',
    type,
    mode,
    context: [],
    quad: (entry?.quad ?? 0) as Quad,
    intensity: (mode ? entry?.modes[mode] : undefined) ?? entry?.intensity ?? null,
    rule,
  };
}

/** The event of a statement; type null and quad 0 where the lexicon does not know the act; none for a role. */
export function classifyEvent(statement: Statement): Event | null {
  if (statement.kind !== 'event') return null;
  if (statement.provenance.rule === 'telephone-call') {
    const phone = { lemma: 'telephone call', type: 'CONSULT', mode: 'phone', reciprocal: true };
    return eventOf(phone, 'CONSULT', 'telephone-call');
  }
  const act = actOf(statement);
  if (!act?.type) {
    return {
      scheme: 'PLOVER',
      type: null,
      mode: null,
      context: [],
      quad: 0,
      intensity: null,
      rule: act ? 'no political act' : 'not in the lexicon',
    };
  }
  const { type, by } = remap(act.type, statement.modality);
  const called = type === 'CONSULT' && /\bby (?:tele)?phone\b/i.test(statement.relation.text);
  return eventOf(
    called ? { ...act, mode: 'phone' } : act,
    type,
    `lexicon: ${act.lemma}${by ? `, ${by}` : ''}`,
  );
}
