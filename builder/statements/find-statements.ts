// Sentences and mentions → statements, each with its evidence and the rule that found it.

import {
  type Argument,
  type Document,
  type Entity,
  identifier,
  type Mention,
  type Sentence,
  type Statement,
} from '../../schema/index.ts';
import { attributionOf } from './attribution.ts';
import { datesOf, locationOf, timeOf } from './circumstances.ts';
import type { DateWords } from './dates.ts';
import { evidenceOf } from './evidence.ts';
import { nounFindings } from './noun-rules.ts';
import { type Actor, type Finding, type Reading, readingOf } from './reading.ts';
import { attributeFindings, roleFindings } from './role-rules.ts';
import { telephoneFindings } from './telephone-rule.ts';
import { verbFindings } from './verb-rules.ts';

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

/** What the statements of a sentence share. */
interface Context {
  readonly document: Document;
  readonly reading: Reading;
  readonly dates: readonly DateWords[];
  readonly countries: ReadonlyMap<string, string | null>;
}

function statementOf(
  { document, reading, dates, countries }: Context,
  finding: Finding,
  siblings: number,
): Statement {
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
    time: kind === 'role' ? null : timeOf(reading, dates, finding),
    location: kind === 'role' ? null : locationOf(reading, finding, countries),
    attribution: attributionOf(reading, finding),
    evidence: evidenceOf(document.id, document.text, reading.sentence),
    confidence: { value: prior[rule] ?? 0.5, method: 'prior of the rule, not calibrated' },
    provenance: { extractor, model: null, rule },
  };
}

const speaksOfTwo = ({ source, target }: Finding): boolean =>
  target !== null && source.mention.entity !== target.mention.entity;

/** What makes two findings say the same: a noun inside an object is found by its verb as well. */
const keyOf = ({ anchor, source, target, reciprocal }: Finding): string =>
  [anchor, source.mention.entity, target?.mention.entity, reciprocal].join();

/** "received an invitation from": the verb says already what its noun says. */
const includes = (verb: Finding, noun: Finding): boolean =>
  noun.rule.startsWith('noun-') &&
  verb.source.mention.entity === noun.source.mention.entity &&
  verb.target?.mention.entity === noun.target?.mention.entity &&
  verb.relation.text.includes(noun.relation.text);

function statementsIn(
  document: Document,
  reading: Reading,
  countries: ReadonlyMap<string, string | null>,
): Statement[] {
  if (reading.mentions.length < 2) return [];
  const verbs = verbFindings(reading).filter(speaksOfTwo);
  const others = [
    ...nounFindings(reading),
    ...roleFindings(reading),
    ...attributeFindings(reading),
    ...telephoneFindings(reading, verbs),
  ];
  const all = [
    ...verbs,
    ...others.filter((each) => speaksOfTwo(each) && !verbs.some((verb) => includes(verb, each))),
  ];
  const findings = all.filter(
    (finding, index) =>
      all.findIndex((other) => keyOf(other) === keyOf(finding)) === index ||
      finding.rule === 'telephone-call',
  );
  if (findings.length === 0) return [];
  const dates = datesOf(reading, document.published);
  const context: Context = { document, reading, dates, countries };
  return findings.map((finding) => {
    const siblings = findings.filter(
      (other) => other.anchor === finding.anchor && other.rule === finding.rule,
    );
    return statementOf(context, finding, siblings.length);
  });
}

/** Whose a body is need be said once, and whose somebody is who has no name not at all. */
function withoutTrifles(
  statements: readonly Statement[],
  mentions: readonly Mention[],
): Statement[] {
  const said = new Set<string>();
  const nameless = new Set(
    mentions.filter(({ type }) => type === 'person').map(({ entity }) => entity),
  );
  for (const { kind, entity } of mentions) if (kind === 'named') nameless.delete(entity);
  return statements.filter(({ provenance, source, target }) => {
    if (provenance.rule !== 'role-attribute') return true;
    if (nameless.has(source.entity)) return false;
    const pair = `${source.entity} ${target?.entity}`;
    return !said.has(pair) && said.add(pair) !== undefined;
  });
}

/** Every statement of a document in the order of the text; no two with the same id. */
export function findStatements(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  entities: readonly Entity[],
): Statement[] {
  const countries = new Map(entities.map(({ id, country }) => [id, country]));
  const statements = sentences.flatMap((sentence) => {
    const own = mentions.filter((mention) => mention.sentence === sentence.index);
    return statementsIn(document, readingOf(document.text, sentence, own), countries);
  });
  const unique = [...new Map(statements.map((each) => [each.id, each])).values()];
  return withoutTrifles(unique, mentions);
}
