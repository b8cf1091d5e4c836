// Reading documents: one with its text, or pages of summaries, newest first.

import { sql } from 'kysely';
import type { Document, DocumentList, DocumentSummary } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listOf } from '../filter.ts';
import type { DocumentQuery } from '../queries.ts';
import { searchWords } from '../search-words.ts';
import { documentKey, idOf } from './codes.ts';
import { unpackMetadata } from './pack-document.ts';
import { all, among, type Condition, type Lookup, never, spanConditions } from './select.ts';
import type { DocumentRow, Reading } from './tables.ts';

/** The columns of a summary; the text stays in the database. */
export const summaryColumns = 'key, id, published, url, publisher, statements, original, metadata';

function originalOf(
  { engine }: Pick<Lookup, 'engine'>,
  { original }: Pick<DocumentRow, 'original'>,
) {
  if (original === null) return null;
  const [row] = engine.all<{ id: Uint8Array }>('select id from document where key = ?', [original]);
  return row ? idOf('doc', row.id) : null;
}

/** The document without text and history, with the number of its statements. */
export function documentSummary(
  lookup: Pick<Lookup, 'engine' | 'terms'>,
  row: DocumentRow,
): DocumentSummary {
  const { title, description, author, language, published } = unpackMetadata(row.metadata);
  return {
    id: idOf('doc', row.id),
    url: row.url === null ? null : JSON.parse(row.url),
    title,
    description,
    publisher: row.publisher === null ? null : lookup.terms.text(row.publisher),
    author,
    language,
    published,
    duplicateOf: originalOf(lookup, row),
    statements: row.statements,
  };
}

export function getDocument(lookup: Pick<Lookup, 'engine' | 'terms'>, id: string): Document | null {
  const key = documentKey(id);
  if (key === null) return null;
  const [row] = lookup.engine.all<DocumentRow>(
    `select ${summaryColumns}, text from document where key = ?`,
    [key],
  );
  if (!row || idOf('doc', row.id) !== id) return null;
  const { retrieved, mediaType, contentHash } = unpackMetadata(row.metadata);
  const { statements: _, duplicateOf, ...summary } = documentSummary(lookup, row);
  return { ...summary, retrieved, mediaType, contentHash, duplicateOf, text: JSON.parse(row.text) };
}

function conditionsOf({ engine, terms }: Lookup, query: DocumentQuery): Condition {
  const { q, url, publisher, duplicateOf } = query;
  const words = searchWords(q);
  return all([
    ...(url === undefined ? [] : [sql<boolean>`document.url = ${JSON.stringify(url)}`]),
    ...(publisher === undefined
      ? []
      : [
          among(
            sql.ref('document.publisher'),
            listOf(publisher).flatMap((name) => terms.find(name) ?? []),
          ),
        ]),
    ...spanConditions('document', query),
    ...(duplicateOf === undefined
      ? []
      : [sql<boolean>`document.original = ${documentKey(duplicateOf) ?? -1}`]),
    ...(words === null
      ? []
      : words.length === 0
        ? [never]
        : [sql<boolean>`document.key in ${engine.headlines.matching(words)}`]),
  ]);
}

export async function listDocuments(
  reading: Reading,
  lookup: Lookup,
  query: DocumentQuery,
): Promise<DocumentList> {
  const { limit = 100, cursor, q, url, publisher, from, to, duplicateOf } = query;
  const filter = { q, url, publisher, from, to, duplicateOf };
  const after =
    cursor === undefined
      ? null
      : decodeCursor<[number, string]>('documents', filter, cursor, [0, '']);
  const matching = conditionsOf(lookup, query);
  const start = after
    ? sql`document.published <= ${after[0]} and (document.published < ${after[0]}
        or document.key > ${documentKey(after[1]) ?? 0})`
    : sql`1 = 1`;
  const { rows } = await sql<DocumentRow>`
    select ${sql.raw(summaryColumns)} from document where ${matching} and ${start}
    order by published desc, key limit ${limit + 1}`.execute(reading);
  const total = await lookup.remembered.of(['document list', filter], async () => {
    const counted = await sql<{ n: number }>`
      select count(*) as n from document where ${matching}`.execute(reading);
    return Number(counted.rows[0]?.n ?? 0);
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => documentSummary(lookup, row)),
    total,
    next: last ? encodeCursor('documents', filter, [last.published, idOf('doc', last.id)]) : null,
  };
}

/** What a document was read from and by what; null where that is not known. */
export function readingOf({ engine }: Lookup, id: string): string | null {
  const [row] = engine.all<{ reading: string | null }>(
    'select reading from document where key = ?',
    [documentKey(id) ?? -1],
  );
  return row?.reading ?? null;
}
