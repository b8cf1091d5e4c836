// A finding of a rule or of the trained reader → a statement with ids, time, place, speaker and evidence.

import { type Argument, identifier, type Statement } from '../../schema/index.ts';
import { attributionOf } from './attribution.ts';
import { locationOf, timeOf } from './circumstances.ts';
import { type Context, datesIn } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Actor, Finding, Reading } from './reading.ts';

const extractor = 'rules@0.1.0';

/** Set by hand, not yet measured; the method of the confidence says so. */
const prior: Readonly<Record<string, number>> = {
  'verb-object': 0.8,
  'verb-oblique': 0.7,
  'verb-nested': 0.6,
  'verb-passive': 0.8,
  'verb-reciprocal': 0.8,
  'noun-compound': 0.7,
  'noun-between': 0.8,
  'noun-with': 0.7,
  'noun-on': 0.7,
  'noun-from': 0.7,
  'noun-of': 0.7,
  'role-title': 0.9,
  'role-apposition': 0.9,
  'role-copula': 0.8,
  'role-attribute': 0.8,
  'verb-received': 0.7,
  'telephone-call': 0.6,
};

function argumentOf({ text }: Reading, { mention }: Actor): Argument {
  const { entity, start, end } = mention;
  return { entity, text: text.slice(start, end), start, end };
}

export function statementOf(context: Context, finding: Finding, siblings: number): Statement {
  const { document, reading, quoted, countries } = context;
  const { kind, relation, reciprocal, polarity, modality, rule } = finding;
  const source = argumentOf(reading, finding.source);
  const target = finding.target ? argumentOf(reading, finding.target) : null;
  const place = [source.start, source.end, relation.start, relation.end];
  const { index } = reading.sentence;
  return {
    id: identifier('st', [
      document.id,
      kind,
      source.entity,
      ...place,
      target?.entity ?? null,
      target?.start ?? null,
      target?.end ?? null,
      relation.lemma,
      reciprocal,
      polarity,
      modality,
    ]),
    kind,
    group: siblings > 1 ? identifier('gr', [document.id, index, rule, finding.anchor]) : null,
    source,
    relation,
    target,
    reciprocal,
    event: null,
    polarity,
    modality,
    time: kind === 'role' ? null : timeOf(reading, datesIn(context), finding),
    location: kind === 'role' ? null : locationOf(reading, finding, countries),
    attribution: attributionOf(reading, finding, quoted),
    evidence: evidenceOf(document.id, document.text, reading.sentence),
    confidence: { value: prior[rule] ?? 0.5, method: 'prior of the rule, not calibrated' },
    provenance: { extractor, model: null, rule },
  };
}
