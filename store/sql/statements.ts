// Reading statements: one, or pages of those that a filter lets through, newest document first
// and then in the order of the text.

import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Statement, StatementList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { StatementFilter } from '../filter.ts';
import { listOf } from '../filter.ts';
import type { StatementQuery } from '../queries.ts';
import { count } from './count.ts';
import type { Connection, Tables } from './tables.ts';

type Condition = ExpressionWrapper<Tables, 'statement', SqlBool>;

/** The filter as a condition; an empty filter holds for every statement. */
export function matches(
  each: ExpressionBuilder<Tables, 'statement'>,
  filter: StatementFilter,
): Condition {
  const { entity, source, target, pair, document, ids } = filter;
  const conditions: Condition[] = [];
  if (entity !== undefined) {
    conditions.push(
      each.or([each('source', 'in', listOf(entity)), each('target', 'in', listOf(entity))]),
    );
  }
  if (source !== undefined) conditions.push(each('source', 'in', listOf(source)));
  if (target !== undefined) conditions.push(each('target', 'in', listOf(target)));
  if (pair) {
    const [a, b] = pair;
    conditions.push(
      each.or([
        each.and([each('source', '=', a), each('target', '=', b)]),
        each.and([each('source', '=', b), each('target', '=', a)]),
      ]),
    );
  }
  if (document !== undefined) conditions.push(each('document', 'in', listOf(document)));
  if (ids) conditions.push(ids.length > 0 ? each('id', 'in', ids) : each.or([]));
  return each.and(conditions);
}

export async function getStatement(connection: Connection, id: string): Promise<Statement | null> {
  const row = await connection
    .selectFrom('statement')
    .select('record')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? JSON.parse(row.record) : null;
}

export async function listStatements(
  connection: Connection,
  query: StatementQuery,
): Promise<StatementList> {
  const { limit = 100, cursor, entity, source, target, pair, document, ids } = query;
  const filter: StatementFilter = { entity, source, target, pair, document, ids };
  const after =
    cursor === undefined
      ? null
      : decodeCursor<[string, string, number, string]>('statements', filter, cursor, [
          '',
          '',
          0,
          '',
        ]);
  return connection
    .transaction()
    .setAccessMode('read only')
    .execute(async (reading) => {
      const matching = reading.selectFrom('statement').where((each) => matches(each, filter));
      let page = matching.select(['id', 'document', 'published', 'start', 'record']);
      if (after) {
        const [published, ...position] = after;
        page = page
          .where('published', '<=', published)
          .where((each) =>
            each.or([
              each('published', '<', published),
              each(each.refTuple('document', 'start', 'id'), '>', each.tuple(...position)),
            ]),
          );
      }
      const rows = await page
        .orderBy('published', 'desc')
        .orderBy('document')
        .orderBy('start')
        .orderBy('id')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return {
        items: items.map((row) => JSON.parse(row.record)),
        total: await count(matching),
        next: last
          ? encodeCursor('statements', filter, [last.published, last.document, last.start, last.id])
          : null,
      };
    });
}
