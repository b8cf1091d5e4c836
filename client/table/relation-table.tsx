// The relations that are shown as a table; a row's button opens its evidence.

import { useMemo } from 'react';
import { hover, reveal } from '../commands.ts';
import { Name } from '../panels/name.tsx';
import { RelationSign } from '../panels/signs.tsx';
import { nameOf, type Relation } from '../panels/use-graph-index.ts';
import { useGraphIndex, useVisible } from '../shown.ts';
import { sameSelection, useViewer } from '../viewer-state.ts';
import { quadNames, writeDay } from '../wording.ts';
import type { Column } from './columns.ts';
import { DataTable, NumberCell, type TableRow } from './data-table.tsx';

type Key = 'source' | 'label' | 'target' | 'kind' | 'articles' | 'statements' | 'last';

interface Row extends TableRow<Key> {
  readonly relation: Relation;
}

const columns: readonly Column<Key>[] = [
  { key: 'source', name: 'Source' },
  { key: 'label', name: 'Relation' },
  { key: 'target', name: 'Target' },
  { key: 'kind', name: 'Kind' },
  { key: 'articles', name: 'Articles', number: true },
  { key: 'statements', name: 'Statements', number: true },
  { key: 'last', name: 'Latest', day: true },
];

function useRows(): readonly Row[] {
  const index = useGraphIndex();
  const { edges } = useVisible();
  return useMemo(
    () =>
      index.ranked.flatMap((relation): Row[] => {
        const { quad, label, weight, statements, last } = relation.attributes;
        const share = edges?.get(relation.key);
        if (edges && !share) return [];
        const values = {
          source: nameOf(index, relation.source),
          label,
          target: nameOf(index, relation.target),
          kind: quadNames[quad],
          articles: share?.documents ?? weight,
          statements: share?.statements.length ?? statements.length,
          last: last ?? '',
        };
        return [{ key: relation.key, relation, values }];
      }),
    [index, edges],
  );
}

function RelationRow({ relation, values }: Row) {
  const chosen = useViewer((state) =>
    sameSelection(state.selection, { kind: 'relation', key: relation.key }),
  );
  const { quad, last } = relation.attributes;
  return (
    <tr
      data-chosen={chosen || undefined}
      onPointerEnter={() => hover({ kind: 'relation', key: relation.key })}
      onPointerLeave={() => hover(null)}
    >
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
      <NumberCell name="articles">{values.articles}</NumberCell>
      <NumberCell name="statements">{values.statements}</NumberCell>
      <NumberCell name="latest">{last ? writeDay(last) : '–'}</NumberCell>
    </tr>
  );
}

export function RelationTable() {
  const rows = useRows();
  return (
    <DataTable
      caption="Relations between actors"
      columns={columns}
      rows={rows}
      first={{ column: 'articles', descending: true }}
      render={(row) => <RelationRow {...row} key={row.key} />}
    />
  );
}
