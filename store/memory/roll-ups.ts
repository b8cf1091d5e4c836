// What chosen statements come to: relations, periods of time, facets.

import type { Facets, FacetValue, Period, Relation, Statement } from '../../schema/index.ts';
import { dayIn, eventDay, periodOf, rounded } from '../day.ts';
import type { Counts } from '../queries.ts';
import type { ShownStatement, View } from './view.ts';

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function groupsOf<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const documentsOf = (group: readonly ShownStatement[]): number =>
  new Set(group.map(({ document }) => document.id)).size;

const intensitiesOf = (group: readonly ShownStatement[]): number[] =>
  group.flatMap(({ statement }) => statement.event?.intensity ?? []);

const sumOf = (values: readonly number[]): number =>
  rounded(values.reduce((total, value) => total + value, 0));

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : rounded(sumOf(values) / values.length);

function pairOf({ source, target, reciprocal }: Statement): [string, string] {
  const pair: [string, string] = [source.entity, target?.entity ?? ''];
  return reciprocal && pair[1] < pair[0] ? [pair[1], pair[0]] : pair;
}

/** Heaviest first: documents, then statements, then latest, then by ids, quad and type. */
export function byWeight(a: Relation, b: Relation): number {
  return (
    b.documents - a.documents ||
    b.statements - a.statements ||
    compare(b.last ?? '', a.last ?? '') ||
    compare(a.source, b.source) ||
    compare(a.target, b.target) ||
    Number(a.reciprocal) - Number(b.reciprocal) ||
    a.quad - b.quad ||
    compare(a.type ?? '', b.type ?? '')
  );
}

export function relationsOf(
  statements: readonly ShownStatement[],
  by: 'quad' | 'type',
  withIds: boolean,
): Relation[] {
  const paired = statements.filter(({ statement }) => statement.target);
  const groups = groupsOf(paired, ({ statement }) => [
    JSON.stringify([
      ...pairOf(statement),
      statement.reciprocal,
      statement.event?.quad ?? 0,
      by === 'type' ? (statement.event?.type ?? null) : null,
    ]),
  ]);
  const relations = [...groups].map(([key, group]): Relation => {
    const [source, target, reciprocal, quad, type] = JSON.parse(key);
    const days = group
      .map(({ statement, document }) => eventDay(statement) ?? dayIn(document.published))
      .filter((day) => day !== null)
      .sort();
    return {
      source,
      target,
      reciprocal,
      quad,
      type,
      statements: group.length,
      documents: documentsOf(group),
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      intensity: meanOf(intensitiesOf(group)),
      ...(withIds ? { ids: group.map(({ statement }) => statement.id).sort() } : {}),
    };
  });
  return relations.sort(byWeight);
}

export function countsOf(statements: readonly ShownStatement[]): Counts {
  const entities = groupsOf(statements, ({ statement: { source, target } }) => [
    ...new Set([source.entity, target?.entity ?? source.entity]),
  ]);
  const count = (group: readonly ShownStatement[]) => ({
    statements: group.length,
    documents: documentsOf(group),
  });
  return {
    ...count(statements),
    entities: new Map([...entities].map(([id, group]) => [id, count(group)])),
  };
}

export function periodsOf(
  statements: readonly ShownStatement[],
  by: 'day' | 'week' | 'month',
  date: 'event' | 'published',
): Period[] {
  const dayOf = ({ statement, document }: ShownStatement): string | null =>
    date === 'event' ? eventDay(statement) : dayIn(document.published);
  const groups = groupsOf(statements, (shown) => {
    const day = dayOf(shown);
    return day === null ? [] : [JSON.stringify(periodOf(day, by))];
  });
  const periods = [...groups].map(([key, group]): Period => {
    const quads = group.map(({ statement }) => statement.event?.quad ?? 0);
    const intensities = intensitiesOf(group);
    return {
      ...JSON.parse(key),
      statements: group.length,
      documents: documentsOf(group),
      cooperation: quads.filter((quad) => quad === 1 || quad === 2).length,
      conflict: quads.filter((quad) => quad >= 3).length,
      sum: sumOf(intensities),
      mean: meanOf(intensities),
    };
  });
  return periods.sort((a, b) => compare(a.start, b.start));
}

export function facetsOf({ entities }: View, statements: readonly ShownStatement[]): Facets {
  const facet = (valuesOf: (shown: ShownStatement) => readonly string[]): FacetValue[] =>
    [...groupsOf(statements, valuesOf)]
      .map(([value, group]) => ({ value, count: group.length }))
      .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  const actors = ({ statement }: ShownStatement) =>
    [statement.source.entity, statement.target?.entity].flatMap((id) => {
      const summary = id === undefined ? undefined : entities.get(id);
      return summary ? [summary.entity] : [];
    });
  return {
    kind: facet(({ statement }) => [statement.kind]),
    type: facet(({ statement }) => [statement.event?.type ?? 'none']),
    quad: facet(({ statement }) => [String(statement.event?.quad ?? 0)]),
    polarity: facet(({ statement }) => [statement.polarity]),
    modality: facet(({ statement }) => [statement.modality]),
    speaker: facet(({ statement: { attribution } }) =>
      attribution.type === 'author'
        ? ['author']
        : attribution.speaker === null
          ? []
          : [attribution.speaker],
    ),
    publisher: facet(({ document }) => (document.publisher === null ? [] : [document.publisher])),
    country: facet((shown) => actors(shown).flatMap((each) => each.country ?? [])),
    sector: facet((shown) => actors(shown).flatMap((each) => each.sectors)),
    actorType: facet((shown) => actors(shown).map((each) => each.type)),
  };
}
