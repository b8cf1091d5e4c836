// Reading documents: one with its text, or pages of summaries, newest first.

import type { Document, DocumentList, DocumentSummary } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { DocumentQuery } from '../queries.ts';
import { count } from './count.ts';
import type { Connection, DocumentRow } from './tables.ts';

/** The columns of a summary; the text stays in the database. */
export const summaryColumns = ['id', 'published', 'statements', 'metadata'] as const;

/** The document without text and history, with the number of its statements. */
export function documentSummary(
  row: Pick<DocumentRow, 'metadata' | 'statements'>,
): DocumentSummary {
  const document: Omit<Document, 'text'> = JSON.parse(row.metadata);
  const { id, url, title, description, publisher, author, language, published } = document;
  return {
    id,
    url,
    title,
    description,
    publisher,
    author,
    language,
    published,
    duplicateOf: null,
    statements: row.statements,
  };
}

export async function getDocument(connection: Connection, id: string): Promise<Document | null> {
  const row = await connection
    .selectFrom('document')
    .select(['metadata', 'text'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...JSON.parse(row.metadata), text: JSON.parse(row.text) } : null;
}

export function listDocuments(connection: Connection, query: DocumentQuery): Promise<DocumentList> {
  const { limit = 100, cursor } = query;
  const after =
    cursor === undefined ? null : decodeCursor<[string, string]>('documents', {}, cursor, ['', '']);
  return connection
    .transaction()
    .setAccessMode('read only')
    .execute(async (reading) => {
      let page = reading.selectFrom('document').select(summaryColumns);
      if (after) {
        const [published, id] = after;
        page = page
          .where('published', '<=', published)
          .where((each) => each.or([each('published', '<', published), each('id', '>', id)]));
      }
      const rows = await page
        .orderBy('published', 'desc')
        .orderBy('id')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return {
        items: items.map(documentSummary),
        total: await count(reading.selectFrom('document')),
        next: last ? encodeCursor('documents', {}, [last.published, last.id]) : null,
      };
    });
}
