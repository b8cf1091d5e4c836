// How many rows a query has. PostgreSQL answers count(*) with a string, SQLite with a number.

import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

export async function count<Table extends keyof Tables>(
  query: SelectQueryBuilder<Tables, Table, object>,
): Promise<number> {
  const row = await query.select(sql<number | string>`count(*)`.as('rows')).executeTakeFirst();
  return Number(row?.rows ?? 0);
}
