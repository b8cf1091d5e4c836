// The statements of relations: an index has them by source, target, reciprocity and quad, each in the
// order of the documents' ids, so that some of a relation are read without the rest.

import { sql } from 'kysely';
import type { Quad, Relation } from '../../schema/index.ts';
import type { StatementFilter } from '../filter.ts';
import type { Example, Outline } from '../queries.ts';
import { codeOf, idOf, modalities, polarities } from './codes.ts';
import type { Value } from './engine.ts';
import { lemmaOf } from './pack-statement.ts';
import { canonicalIds, documentIds } from './page-reader.ts';
import { branchesOf, type Condition, entityKeys, type Lookup } from './select.ts';
import type { StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

/** What an example is made of. */
type ExampleRow = Pick<
  StatementRow,
  'id' | 'record' | 'type' | 'polarity' | 'modality' | 'document' | 'ordinal'
>;

interface Asked {
  readonly columns: string;
  /** Of those in the relations; what it says of source or target is taken for granted. */
  readonly filter: StatementFilter;
  /** Whether a relation is of one type. */
  readonly byType: boolean;
  /** Statements of each direction of each relation, first by document; all where not given. */
  readonly most?: number;
}

/** For each relation its statements, those from `source` to `target` before the others. */
export function statementsOfEach<Row>(
  lookup: Lookup,
  relations: readonly Relation[],
  { columns, filter, byType, most = Number.MAX_SAFE_INTEGER }: Asked,
): Row[][] {
  const { engine, terms } = lookup;
  const keys = new Map<string, number[]>();
  const keysOf = (id: string): number[] => {
    const known = keys.get(id) ?? entityKeys(lookup, id);
    keys.set(id, known);
    return known;
  };
  const { entity: _entity, pair: _pair, ...conditions } = filter;
  const [branch] = branchesOf(lookup, conditions) as [Condition];
  const query = sql`select ${sql.raw(columns)} from statement where ${branch}
    and source = ${0} and target = ${0} and reciprocal = ${0} and quad = ${0}
    ${byType ? sql`and type is ${0}` : sql``}
    order by document, ordinal limit ${0}`.compile(engine.connection);
  const fixed = query.parameters.slice(0, byType ? -6 : -5) as Value[];
  return relations.map(({ source, target, reciprocal, quad, type }) => {
    const directions: [string, string][] =
      reciprocal && source !== target
        ? [
            [source, target],
            [target, source],
          ]
        : [[source, target]];
    const kind = byType ? [type === null ? null : terms.find(type)] : [];
    const rows: Row[] = [];
    for (const [from, to] of directions) {
      for (const one of keysOf(from)) {
        for (const other of keysOf(to)) {
          const values = [...fixed, one, other, Number(reciprocal), quad, ...kind, most];
          rows.push(...engine.all<Row>(query.sql, values));
        }
      }
    }
    return rows;
  });
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
  const found = statementsOfEach<ExampleRow>(lookup, relations, {
    columns: 'id, record, type, polarity, modality, document, ordinal',
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

/** What a statement is without its words. */
export function outlinesOf(lookup: Lookup, rows: readonly StatementRow[]): Outline[] {
  const ids = canonicalIds(
    lookup,
    rows.flatMap(({ source, target }) => (target === null ? [source] : [source, target])),
  );
  const documents = documentIds(
    lookup,
    rows.map(({ document }) => document),
  );
  return rows.map((row) => ({
    ...exampleOf(row, lookup.terms),
    document: documents.get(row.document) as string,
    source: ids.get(row.source) as string,
    target: row.target === null ? null : (ids.get(row.target) as string),
    reciprocal: row.reciprocal === 1,
    quad: row.quad as Quad,
  }));
}
