// The graph as a table, for those who cannot or would rather not use the picture. Sorted by any
// column; the legend's switches hold here too; a row's button opens its evidence.

import { useMemo, useState } from 'react';
import { reveal } from './commands.ts';
import { Name } from './panels/name.tsx';
import { RelationSign } from './panels/signs.tsx';
import { nameOf, type Relation, useGraphIndex } from './panels/use-graph-index.ts';
import { sameSelection, useViewer } from './viewer-state.ts';
import { quadNames, writeDay } from './wording.ts';

type Column = 'source' | 'label' | 'target' | 'kind' | 'articles' | 'statements' | 'last';

interface Row {
  readonly relation: Relation;
  readonly values: Readonly<Record<Column, string | number>>;
}

const columns: readonly { readonly key: Column; readonly name: string; readonly number?: true }[] =
  [
    { key: 'source', name: 'Source' },
    { key: 'label', name: 'Relation' },
    { key: 'target', name: 'Target' },
    { key: 'kind', name: 'Kind' },
    { key: 'articles', name: 'Articles', number: true },
    { key: 'statements', name: 'Statements', number: true },
    { key: 'last', name: 'Latest' },
  ];

const PAGE = 200;
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

function useRows(order: Order): readonly Row[] {
  const index = useGraphIndex();
  const hidden = useViewer((state) => state.hiddenQuads);
  return useMemo(() => {
    const rows = index.ranked
      .filter(({ attributes }) => !hidden.includes(attributes.quad))
      .map((relation): Row => {
        const { quad, label, weight, statements, last } = relation.attributes;
        const values = {
          source: nameOf(index, relation.source),
          label,
          target: nameOf(index, relation.target),
          kind: quadNames[quad],
          articles: weight,
          statements: statements.length,
          last: last ?? '',
        };
        return { relation, values };
      });
    const sign = order.descending ? -1 : 1;
    return rows.sort((a, b) => sign * compare(a.values[order.column], b.values[order.column]));
  }, [index, hidden, order]);
}

function TableRow({ relation, values }: Row) {
  const chosen = useViewer((state) =>
    sameSelection(state.selection, { kind: 'relation', key: relation.key }),
  );
  const { quad, last } = relation.attributes;
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <Name id={relation.source} />
      </th>
      <td>
        <button
          type="button"
          className="link"
          aria-label={`${values.source} ${values.label} ${values.target}: read the evidence`}
          onClick={() => reveal({ kind: 'relation', key: relation.key })}
        >
          {values.label}
        </button>
      </td>
      <td>
        <Name id={relation.target} />
      </td>
      <td className="kind">
        <RelationSign quad={quad} reciprocal={relation.reciprocal} /> {values.kind}
        {relation.reciprocal ? ', mutual' : ''}
      </td>
      <td className="number">{values.articles}</td>
      <td className="number">{values.statements}</td>
      <td className="number">{last ? writeDay(last) : '–'}</td>
    </tr>
  );
}

export function RelationTable() {
  const [order, setOrder] = useState<Order>({ column: 'articles', descending: true });
  const [shown, setShown] = useState(PAGE);
  const rows = useRows(order);
  const sortBy = (column: Column, number: boolean): void =>
    setOrder((before) =>
      before.column === column
        ? { column, descending: !before.descending }
        : { column, descending: number || column === 'last' },
    );
  return (
    <section className="table-view" aria-label="Relations as a table" tabIndex={-1}>
      <table>
        <caption className="visually-hidden">Relations between actors</caption>
        <thead>
          <tr>
            {columns.map(({ key, name, number = false }) => (
              <th
                key={key}
                scope="col"
                className={number ? 'number' : undefined}
                aria-sort={
                  order.column !== key ? undefined : order.descending ? 'descending' : 'ascending'
                }
              >
                <button type="button" onClick={() => sortBy(key, number)}>
                  {name}
                  <span aria-hidden="true">
                    {order.column !== key ? '' : order.descending ? ' ↓' : ' ↑'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <TableRow key={row.relation.key} {...row} />
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          More rows ({rows.length - shown} left)
        </button>
      ) : null}
    </section>
  );
}
