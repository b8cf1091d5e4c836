// Who has a statement with whom, and some statements of relations.

import type { Statement } from '../../schema/index.ts';
import { dayIn, eventDay } from '../day.ts';
import { filterOf } from '../filter.ts';
import type { DatedOutline, Example, ExampleQuery, Outline, PartnerQuery } from '../queries.ts';
import { select } from './select.ts';
import type { ShownStatement, View } from './view.ts';

export function partnersOf(view: View, { ids, among, filter = {} }: PartnerQuery) {
  const partners = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { statement } of select(view, { ...filter, entity: ids })) {
    const [source, target] = [statement.source.entity, statement.target?.entity];
    if (target === undefined) continue;
    partners.get(source)?.add(target);
    partners.get(target)?.add(source);
  }
  const wanted = among && new Set(among);
  return new Map(
    [...partners].map(([id, found]) => [
      id,
      [...found].filter((partner) => wanted?.has(partner) ?? true).sort(),
    ]),
  );
}

function exampleOf({ id, relation, event, polarity, modality }: Statement): Example {
  return {
    id,
    lemma: relation.lemma,
    type: event?.type ?? null,
    uncertain: polarity === 'negative' || modality !== 'actual',
  };
}

export function examplesOf(view: View, { relations, filter = {}, most }: ExampleQuery) {
  return relations.map(({ source, target, reciprocal, quad }): Example[] => {
    const found = select(view, { ...filterOf(filter), pair: [source, target], quad }).filter(
      ({ statement }) =>
        statement.reciprocal === reciprocal && (reciprocal || statement.source.entity === source),
    );
    const keyOf = ({ document, statement }: (typeof found)[number]) =>
      [document.id, String(statement.relation.start).padStart(9, '0'), statement.id].join(' ');
    return found
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .slice(0, most)
      .map(({ statement }) => exampleOf(statement));
  });
}

export function outlineOf(statement: Statement): Outline {
  return {
    ...exampleOf(statement),
    document: statement.evidence.document,
    source: statement.source.entity,
    target: statement.target?.entity ?? null,
    reciprocal: statement.reciprocal,
    quad: statement.event?.quad ?? 0,
  };
}

export const datedOutlineOf = ({ statement, document }: ShownStatement): DatedOutline => ({
  ...outlineOf(statement),
  day: eventDay(statement) ?? dayIn(document.published),
});
