// The statements that a filter lets through.

import type { Entity } from '../../schema/index.ts';
import { dayIn, eventDay } from '../day.ts';
import { listOf, type OneOrMany, type StatementFilter } from '../filter.ts';
import type { Canonical } from '../judgements/index.ts';
import { hasWords, searchWords } from '../search-words.ts';
import type { ShownStatement, View } from './view.ts';

type Test = (shown: ShownStatement) => boolean;

/** A test that one of the values is one of those asked for; null where nothing is asked. */
function oneOf<Value>(
  asked: OneOrMany<Value> | undefined,
  valuesOf: (shown: ShownStatement) => readonly (Value | null | undefined)[],
): Test | null {
  if (asked === undefined) return null;
  const wanted = new Set(listOf(asked));
  return (shown) => valuesOf(shown).some((value) => value != null && wanted.has(value));
}

const canonicalIds = (
  asked: OneOrMany<string> | undefined,
  canonical: Canonical,
): readonly string[] | undefined =>
  asked === undefined ? undefined : listOf(asked).map((id) => canonical.get(id) ?? id);

function inSpan({ from, to, date }: StatementFilter): Test | null {
  if (from === undefined && to === undefined) return null;
  return ({ statement, document }) => {
    const day = date === 'event' ? eventDay(statement) : dayIn(document.published);
    return day !== null && (from === undefined || day >= from) && (to === undefined || day <= to);
  };
}

function between(pair: readonly [string, string] | undefined, canonical: Canonical): Test | null {
  if (!pair) return null;
  const wanted = pair
    .map((id) => canonical.get(id) ?? id)
    .sort()
    .join(' ');
  return ({ statement: { source, target } }) =>
    [source.entity, target?.entity ?? ''].sort().join(' ') === wanted;
}

function saying(q: string | undefined): Test | null {
  const words = searchWords(q);
  return words && (({ statement }) => hasWords(statement.evidence.exact, words));
}

/** Tests of the properties of source and target. */
function ofActors({ entities }: View, filter: StatementFilter): (Test | null)[] {
  const actors = ({ statement }: ShownStatement): Entity[] =>
    [statement.source.entity, statement.target?.entity].flatMap((id) => {
      const summary = id === undefined ? undefined : entities.get(id);
      return summary ? [summary.entity] : [];
    });
  return [
    oneOf(filter.country, (shown) => actors(shown).map((each) => each.country)),
    oneOf(filter.sector, (shown) => actors(shown).flatMap((each) => each.sectors)),
    oneOf(filter.actorType, (shown) => actors(shown).map((each) => each.type)),
  ];
}

export function select(view: View, filter: StatementFilter): ShownStatement[] {
  const { canonical } = view;
  const ids = (asked: OneOrMany<string> | undefined) => canonicalIds(asked, canonical);
  const { confidence, rejected = false, duplicates = false } = filter;
  const tests = [
    oneOf(ids(filter.entity), ({ statement }) => [
      statement.source.entity,
      statement.target?.entity,
    ]),
    oneOf(ids(filter.source), ({ statement }) => [statement.source.entity]),
    oneOf(ids(filter.target), ({ statement }) => [statement.target?.entity]),
    between(filter.pair, canonical),
    oneOf(filter.document, ({ document }) => [document.id]),
    oneOf(filter.ids, ({ statement }) => [statement.id]),
    oneOf(filter.kind, ({ statement }) => [statement.kind]),
    oneOf(filter.type, ({ statement }) => [statement.event?.type ?? 'none']),
    oneOf(filter.quad, ({ statement }) => [statement.event?.quad ?? 0]),
    oneOf(filter.polarity, ({ statement }) => [statement.polarity]),
    oneOf(filter.modality, ({ statement }) => [statement.modality]),
    oneOf(ids(filter.speaker), ({ statement: { attribution } }) => [
      attribution.type === 'author' ? 'author' : attribution.speaker,
    ]),
    oneOf(filter.publisher, ({ document }) => [document.publisher]),
    oneOf(ids(filter.place), ({ statement: { location } }) => [location?.entity, location?.text]),
    ...ofActors(view, filter),
    inSpan(filter),
    confidence === undefined
      ? null
      : ({ statement }: ShownStatement) => statement.confidence.value >= confidence,
    saying(filter.q),
  ].filter((test) => test !== null);
  return view.statements.filter(
    (shown) =>
      shown.rejected === rejected &&
      (duplicates || !shown.duplicate) &&
      tests.every((test) => test(shown)),
  );
}
