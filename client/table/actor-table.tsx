// The actors that are shown as a table; a row's button opens the actor.

import { useMemo } from 'react';
import type { EntityType } from '../../schema/index.ts';
import { hover, reveal } from '../commands.ts';
import { countryName, sectorName } from '../facet-wording.ts';
import { Name } from '../panels/name.tsx';
import { ActorSign } from '../panels/signs.tsx';
import { nameOf } from '../panels/use-graph-index.ts';
import { entityNames } from '../renderer/node-pattern.ts';
import { useGraphIndex, useVisible } from '../shown.ts';
import { sameSelection, useViewer } from '../viewer-state.ts';
import type { Column } from './columns.ts';
import { DataTable, NumberCell, type TableRow } from './data-table.tsx';

type Key = 'name' | 'type' | 'country' | 'sector' | 'relations' | 'articles' | 'statements';

interface Row extends TableRow<Key> {
  readonly type: EntityType;
}

const columns: readonly Column<Key>[] = [
  { key: 'name', name: 'Actor' },
  { key: 'type', name: 'Type' },
  { key: 'country', name: 'Country' },
  { key: 'sector', name: 'Sector' },
  { key: 'relations', name: 'Relations', number: true },
  { key: 'articles', name: 'Articles', number: true },
  { key: 'statements', name: 'Statements', number: true },
];

function useRows(): readonly Row[] {
  const index = useGraphIndex();
  const { nodes, edges } = useVisible();
  return useMemo(
    () =>
      [...index.nodes].flatMap(([key, node]): Row[] => {
        if (nodes && !nodes.has(key)) return [];
        const relations = index.relationsOf(key);
        const values = {
          name: nameOf(index, key),
          type: entityNames[node.entityType],
          country: node.country ? countryName(node.country, index) : '',
          sector: node.sectors.map(sectorName).join(', '),
          relations: relations.filter((each) => edges === null || edges.has(each.key)).length,
          articles: node.documents,
          statements: node.statements,
        };
        return [{ key, type: node.entityType, values }];
      }),
    [index, nodes, edges],
  );
}

function ActorRow({ type, values, id }: Row & { readonly id: string }) {
  const chosen = useViewer((state) => sameSelection(state.selection, { kind: 'actor', id }));
  return (
    <tr
      data-chosen={chosen || undefined}
      onPointerEnter={() => hover({ kind: 'actor', id })}
      onPointerLeave={() => hover(null)}
    >
      <th scope="row">
        <button type="button" className="link" onClick={() => reveal({ kind: 'actor', id })}>
          <Name id={id} />
        </button>
      </th>
      <td className="kind">
        <ActorSign type={type} /> {values.type}
      </td>
      <td>{values.country || '–'}</td>
      <td>{values.sector || '–'}</td>
      <NumberCell name="relations">{values.relations}</NumberCell>
      <NumberCell name="articles">{values.articles}</NumberCell>
      <NumberCell name="statements">{values.statements}</NumberCell>
    </tr>
  );
}

export function ActorTable() {
  const rows = useRows();
  return (
    <DataTable
      caption="Actors"
      columns={columns}
      rows={rows}
      first={{ column: 'statements', descending: true }}
      render={(row) => <ActorRow {...row} id={row.key} key={row.key} />}
    />
  );
}
