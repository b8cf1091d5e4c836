// The statements of relations: an index has them by source, target, reciprocity and quad, each in the
// order of the documents' ids, so that some of a relation are read without the rest.

import type { Quad, Relation } from '../../schema/index.ts';
import type { StatementFilter } from '../filter.ts';
import type { DatedOutline, Example, Outline } from '../queries.ts';
import { codeOf, dayText, idOf, modalities, polarities } from './codes.ts';
import type { Value } from './engine.ts';
import { lemmaOf } from './pack-statement.ts';
import { canonicalIds, documentIds } from './page-reader.ts';
import { inParts } from './rows.ts';
import { branchesOf, type Condition, keysOfEach, type Lookup } from './select.ts';
import type { StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

/** What an example is made of; bytes as hexadecimal digits where many are read at once. */
interface ExampleRow extends Pick<StatementRow, 'type' | 'polarity' | 'modality'> {
  readonly id: Uint8Array | string;
  readonly record: Uint8Array | string;
}

/** With its place in the order. */
type OrderedRow = ExampleRow & Pick<StatementRow, 'document' | 'ordinal'>;

interface Asked {
  readonly columns: readonly (keyof StatementRow)[];
  /** Of those in the relations; what it says of source or target is taken for granted. */
  readonly filter: StatementFilter;
  /** Whether a relation is of one type. */
  readonly byType: boolean;
  /** Statements of each direction of each relation, first by document; all where not given. */
  readonly most?: number;
}

/** A relation as it is asked for: its place in the list, source, target, reciprocal, quad, type. */
type AskedRow = readonly [number, number, number, number, number, number | null];
const askedColumns = ['place', 'source', 'target', 'reciprocal', 'quad', 'type'] as const;
const nothing: AskedRow = [-1, 0, 0, 0, 0, null];

/** Each direction of each relation, between all that the two ends stand for. */
function askedRows(lookup: Lookup, relations: readonly Relation[], byType: boolean): AskedRow[] {
  const keys = keysOfEach(
    lookup,
    relations.flatMap(({ source, target }) => [source, target]),
  );
  return relations.flatMap(({ source, target, reciprocal, quad, type }, place) => {
    const kind = byType && type !== null ? lookup.terms.find(type) : null;
    const there = [source, target] as const;
    const directions = reciprocal && source !== target ? [there, [target, source]] : [there];
    return directions.flatMap(([from, to]) =>
      (keys.get(from as string) ?? []).flatMap((one) =>
        (keys.get(to as string) ?? []).map(
          (other): AskedRow => [place, one, other, Number(reciprocal), quad, kind],
        ),
      ),
    );
  });
}

/** For each relation its statements, in no order; bytes as hexadecimal digits. */
export function statementsOfEach<Row>(
  lookup: Lookup,
  relations: readonly Relation[],
  { columns, filter, byType, most = Number.MAX_SAFE_INTEGER }: Asked,
): Row[][] {
  const { engine } = lookup;
  const { entity: _entity, pair: _pair, ...conditions } = filter;
  const [branch] = branchesOf(lookup, conditions) as [Condition];
  const given = branch.compile(engine.connection);
  const same = ['source', 'target', 'reciprocal', 'quad'].map(
    (column) => `statement.${column} = asked.${column}`,
  );
  if (byType) same.push('statement.type is asked.type');
  const text = (places: string): string => `
    with asked(${askedColumns.join(', ')}) as (values ${places})
    select asked.place, ${columns.map((column) => `found.${column}`).join(', ')}
    from asked join statement as found on found.key in (
      select statement.key from statement where ${given.sql}
      and ${same.join(' and ')}
      order by document, ordinal limit ?
    )`;
  const found = relations.map((): Row[] => []);
  for (const { part, size } of inParts(askedRows(lookup, relations, byType))) {
    const rest = Array<AskedRow>(size - part.length).fill(nothing);
    const places = Array(size).fill(`(${askedColumns.map(() => '?').join(', ')})`);
    const rows = engine.allAtOnce<Row & { readonly place: number }>(
      ['place', ...columns],
      text(places.join(', ')),
      [...[...part, ...rest].flat(), ...(given.parameters as Value[]), most],
    );
    for (const row of rows) found[row.place]?.push(row);
  }
  return found;
}

const positive = codeOf(polarities, 'positive');
const actual = codeOf(modalities, 'actual');

function exampleOf({ id, record, type, polarity, modality }: ExampleRow, terms: Terms): Example {
  return {
    id: idOf('st', id),
    lemma: lemmaOf(record, terms),
    type: type === null ? null : terms.text(type),
    uncertain: polarity !== positive || modality !== actual,
  };
}

/** The first statements of each relation by document and place in it, as far as a label needs them. */
export function examplesOf(
  lookup: Lookup,
  relations: readonly Relation[],
  most: number,
  filter: StatementFilter,
): Example[][] {
  const found = statementsOfEach<OrderedRow>(lookup, relations, {
    columns: ['id', 'record', 'type', 'polarity', 'modality', 'document', 'ordinal'],
    filter,
    byType: false,
    most,
  });
  return found.map((rows) =>
    rows
      .sort((a, b) => a.document - b.document || a.ordinal - b.ordinal)
      .slice(0, most)
      .map((row) => exampleOf(row, lookup.terms)),
  );
}

/** The columns of an outline. */
type OutlineRow = ExampleRow &
  Pick<StatementRow, 'document' | 'source' | 'target' | 'reciprocal' | 'quad'>;

/** What makes outlines of rows that have the ends and documents of these. */
function outliner(lookup: Lookup, rows: readonly OutlineRow[]): (row: OutlineRow) => Outline {
  const ends = rows.flatMap(({ source, target }) =>
    target === null ? [source] : [source, target],
  );
  const ids = canonicalIds(lookup, ends);
  const documents = documentIds(
    lookup,
    rows.map(({ document }) => document),
  );
  return (row) => ({
    ...exampleOf(row, lookup.terms),
    document: documents.get(row.document) as string,
    source: ids.get(row.source) as string,
    target: row.target === null ? null : (ids.get(row.target) as string),
    reciprocal: row.reciprocal === 1,
    quad: row.quad as Quad,
  });
}

/** What a statement is without its words. */
export const outlinesOf = (lookup: Lookup, rows: readonly OutlineRow[]): Outline[] =>
  rows.map(outliner(lookup, rows));

export function datedOutlinesOf(
  lookup: Lookup,
  rows: readonly (OutlineRow & Pick<StatementRow, 'day' | 'event_day'>)[],
): DatedOutline[] {
  const outlineOf = outliner(lookup, rows);
  return rows.map((row) => {
    const day = row.event_day ?? row.day;
    return Object.assign(outlineOf(row), { day: day === null ? null : dayText(day) });
  });
}
