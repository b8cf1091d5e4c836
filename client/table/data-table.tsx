// A table that is sorted by its heads, found in by words, and copied as CSV. Long ones show a
// page of rows and a button for more.

import { type ReactNode, useMemo, useState } from 'react';
import { copyText } from '../copy-text.ts';
import { csv } from '../model/csv.ts';
import { plural } from '../wording.ts';
import { type Column, findRows, type Order, sortRows, type Value } from './columns.ts';

const PAGE = 200;

export interface TableRow<Key extends string> {
  readonly key: string;
  readonly values: Readonly<Record<Key, Value>>;
}

export interface DataTableProps<Key extends string, Row extends TableRow<Key>> {
  readonly caption: string;
  readonly columns: readonly Column<Key>[];
  readonly rows: readonly Row[];
  readonly first: Order<Key>;
  readonly render: (row: Row) => ReactNode;
}

/** A number of a row; on a narrow screen it says what it counts. */
export const NumberCell = ({ name, children }: { name: string; children: ReactNode }) => (
  <td className="number" data-name={name}>
    {children}
  </td>
);

export function DataTable<Key extends string, Row extends TableRow<Key>>({
  caption,
  columns,
  rows,
  first,
  render,
}: DataTableProps<Key, Row>) {
  const [order, setOrder] = useState(first);
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = useMemo(() => sortRows(findRows(rows, wanted), order), [rows, wanted, order]);
  const sortBy = ({ key, number, day }: Column<Key>): void =>
    setOrder((before) => ({
      column: key,
      descending: before.column === key ? !before.descending : Boolean(number || day),
    }));
  const copy = (): void => {
    const lines = found.map(({ values }) => columns.map(({ key }) => values[key]));
    void copyText(
      csv([columns.map(({ name }) => name), ...lines]),
      `${plural(found.length, 'row')} copied as CSV`,
    );
  };
  return (
    <>
      <div className="table-tools">
        <input
          type="search"
          aria-label="Find in the table"
          placeholder="Find in the table"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <span className="muted small" role="status">
          {plural(found.length, 'row')}
        </span>
        <button type="button" className="button" onClick={copy}>
          Copy as CSV
        </button>
      </div>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number ? 'number' : undefined}
                aria-sort={
                  order.column !== column.key
                    ? undefined
                    : order.descending
                      ? 'descending'
                      : 'ascending'
                }
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {column.name}
                  <span aria-hidden="true">
                    {order.column !== column.key ? '' : order.descending ? ' ↓' : ' ↑'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{found.slice(0, shown).map(render)}</tbody>
      </table>
      {found.length === 0 ? (
        <p className="muted table-empty">Nothing passes the filters. Clear them to see all.</p>
      ) : null}
      {found.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          More rows ({found.length - shown} left)
        </button>
      ) : null}
    </>
  );
}
