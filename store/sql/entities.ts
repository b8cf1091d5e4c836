// Reading entities: one, or pages of those whose name or alias has words that begin as asked,
// most statements first.

import type { EntityList, EntitySummary } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { EntityQuery } from '../queries.ts';
import { searchText } from '../search-text.ts';
import { count } from './count.ts';
import type { Connection, EntityRow } from './tables.ts';

function entitySummary(row: Omit<EntityRow, 'search'>): EntitySummary {
  return { entity: JSON.parse(row.record), statements: row.statements, documents: row.documents };
}

const columns = ['id', 'statements', 'documents', 'record'] as const;

export async function getEntity(connection: Connection, id: string): Promise<EntitySummary | null> {
  const row = await connection
    .selectFrom('entity')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? entitySummary(row) : null;
}

/** A pattern for LIKE: search texts have no % and no _, and no capitals to be sensitive to. */
function patternOf(q: string): string | null {
  if (q.trim() === '') return null;
  const words = searchText(q);
  return words === '' ? '' : `% ${words}%`;
}

export async function listEntities(
  connection: Connection,
  query: EntityQuery,
): Promise<EntityList> {
  const { limit = 100, cursor, q = '' } = query;
  const pattern = patternOf(q);
  const filter = { pattern };
  const after =
    cursor === undefined
      ? null
      : decodeCursor<[number, string]>('entities', filter, cursor, [0, '']);
  return connection
    .transaction()
    .setAccessMode('read only')
    .execute(async (reading) => {
      const matching = reading
        .selectFrom('entity')
        .$if(pattern !== null, (every) => every.where('search', 'like', pattern));
      let page = matching.select(columns);
      if (after) {
        const [statements, id] = after;
        page = page
          .where('statements', '<=', statements)
          .where((each) => each.or([each('statements', '<', statements), each('id', '>', id)]));
      }
      const rows = await page
        .orderBy('statements', 'desc')
        .orderBy('id')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return {
        items: items.map(entitySummary),
        total: await count(matching),
        next: last ? encodeCursor('entities', filter, [last.statements, last.id]) : null,
      };
    });
}
