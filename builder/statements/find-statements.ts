// Sentences and mentions → statements, each with its evidence and the rule that found it.

import type { Mention, Statement } from '../../schema/index.ts';
import { isClaim } from './claim.ts';
import type { Context } from './context.ts';
import { nounFindings } from './noun-rules.ts';
import type { Finding } from './reading.ts';
import { attributeFindings, roleFindings, withLeaders } from './role-rules.ts';
import { statementOf } from './statement-of.ts';
import { telephoneFindings } from './telephone-rule.ts';
import { verbFindings } from './verb-rules.ts';

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

function statementsIn(context: Context): Statement[] {
  const { reading } = context;
  if (reading.mentions.length < 2) return [];
  const verbs = verbFindings(reading).filter(speaksOfTwo).map(withLeaders);
  const others = [
    ...nounFindings(reading),
    ...(isClaim(reading.sentence) ? [...roleFindings(reading), ...attributeFindings(reading)] : []),
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
  return findings.map((finding) => {
    const siblings = findings.filter(
      (other) => other.anchor === finding.anchor && other.rule === finding.rule,
    );
    return statementOf(context, finding, siblings.length);
  });
}

const pairOf = ({ source, target }: Statement): string => `${source.entity} ${target?.entity}`;

/**
 * Whose a body is need be said once, and not where its role is said as well; and whose somebody is who
 * has no name not at all.
 */
function withoutTrifles(
  statements: readonly Statement[],
  mentions: readonly Mention[],
): Statement[] {
  const said = new Set<string>();
  const nameless = new Set(
    mentions.filter(({ type }) => type === 'person').map(({ entity }) => entity),
  );
  for (const { kind, entity } of mentions) if (kind === 'named') nameless.delete(entity);
  const roles = statements.filter(
    ({ kind, provenance: { rule } }) => kind === 'role' && rule !== 'role-attribute',
  );
  for (const each of roles) said.add(pairOf(each));
  return statements.filter((statement) => {
    if (statement.provenance.rule !== 'role-attribute') return true;
    if (nameless.has(statement.source.entity)) return false;
    const pair = pairOf(statement);
    return !said.has(pair) && said.add(pair) !== undefined;
  });
}

/** Every statement of a document in the order of the text; no two with the same id. */
export function findStatements(
  contexts: readonly Context[],
  mentions: readonly Mention[],
): Statement[] {
  const statements = contexts.flatMap(statementsIn);
  const unique = [...new Map(statements.map((each) => [each.id, each])).values()];
  return withoutTrifles(unique, mentions);
}
