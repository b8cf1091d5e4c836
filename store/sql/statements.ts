// Reading statements: one, or pages of those that a filter lets through.

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Statement, StatementList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { filterOf } from '../filter.ts';
import type { StatementQuery } from '../queries.ts';
import { bytesOf, documentKey, idOf } from './codes.ts';
import type { PackedRow } from './pack-statement.ts';
import { packedColumns, statementsOf } from './page-reader.ts';
import { branchesOf, type Condition, chosen, type Lookup } from './select.ts';
import type { Reading, StatementRow } from './tables.ts';

export function getStatement(lookup: Lookup, id: string): Statement | null {
  const bytes = bytesOf('st', id);
  if (!bytes) return null;
  const rows = lookup.engine.all<PackedRow>(
    `select ${packedColumns.join(', ')} from statement where id = ?`,
    [bytes],
  );
  return statementsOf(lookup, rows)[0] ?? null;
}

type Sort = NonNullable<StatementQuery['sort']>;

const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  newest: sql`published desc, document, ordinal`,
  oldest: sql`published, document, ordinal`,
  confidence: sql`confidence desc, published desc, document, ordinal`,
};

/** Confidence (0 where it does not sort), seconds of publication, id of the document, ordinal. */
type Key = [number, number, string, number];

function after(sort: Sort, [confidence, published, document, ordinal]: Key): Condition {
  const inDocument = sql<SqlBool>`(document, ordinal) > (${documentKey(document) ?? 0}, ${ordinal})`;
  if (sort === 'oldest') {
    return sql<SqlBool>`published >= ${published} and (published > ${published} or ${inDocument})`;
  }
  const later = sql<SqlBool>`published <= ${published} and (published < ${published} or ${inDocument})`;
  if (sort === 'newest') return later;
  return sql<SqlBool>`confidence <= ${confidence} and (confidence < ${confidence} or (${later}))`;
}

/** How many statements the branches have. */
export async function countOf(reading: Reading, branches: readonly Condition[]): Promise<number> {
  let sum = 0;
  for (const branch of branches) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from statement where ${branch}`.execute(reading);
    sum += Number(rows[0]?.n ?? 0);
  }
  return sum;
}

const columns = sql.raw(
  [...packedColumns, 'published', 'ordinal', 'key'].map((name) => `statement.${name}`).join(', '),
);

export async function listStatements(
  reading: Reading,
  lookup: Lookup,
  query: StatementQuery,
): Promise<StatementList> {
  const { limit = 100, cursor, sort = 'newest' } = query;
  const filter = { ...filterOf(query), sort };
  const start =
    cursor === undefined ? null : decodeCursor<Key>('statements', filter, cursor, [0, 0, '', 0]);
  const branches = branchesOf(lookup, query);
  const pages = branches.map((branch) => {
    const from = start ? sql`${branch} and ${after(sort, start)}` : branch;
    return sql`select * from (select ${columns} from statement where ${from}
      order by ${orders[sort]} limit ${limit + 1})`;
  });
  const { rows } =
    pages.length === 0
      ? { rows: [] }
      : await sql<StatementRow>`select * from (${sql.join(pages, sql` union all `)})
          order by ${orders[sort]} limit ${limit + 1}`.execute(reading);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const whole = start === null && last === undefined;
  return {
    items: statementsOf(lookup, items),
    total: whole ? items.length : await countOf(reading, branches),
    next: last
      ? encodeCursor('statements', filter, [
          sort === 'confidence' ? last.confidence : 0,
          last.published,
          idOf('doc', Buffer.from(last.document.toString(16).padStart(12, '0'), 'hex')).padEnd(
            28,
            '0',
          ),
          last.ordinal,
        ])
      : null,
  };
}

/** All statements of a filter, in no order. */
export async function chosenStatements(
  reading: Reading,
  branches: readonly Condition[],
): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select * from ${chosen(branches, columns)}`.execute(reading);
  return rows;
}
