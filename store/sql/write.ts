// Adding and removing a document, each in one transaction: the base facts first, then what is
// derived from them, then the revision.

import type { Document, Extraction, Statement } from '../../schema/index.ts';
import { fingerprint } from '../consistency.ts';
import { publishedKey } from '../order.ts';
import type { Addition } from '../queries.ts';
import { deriveEntities } from './derive-entities.ts';
import {
  batches,
  type Connection,
  type DocumentRow,
  type StatementRow,
  type Writing,
} from './tables.ts';

function documentRow(extraction: Extraction): DocumentRow {
  const { text, ...metadata } = extraction.document;
  return {
    id: extraction.document.id,
    published: publishedKey(extraction.document.published),
    fingerprint: fingerprint(extraction),
    statements: extraction.statements.length,
    metadata: JSON.stringify(metadata),
    text: JSON.stringify(text),
  };
}

function statementRow(document: Document, statement: Statement): StatementRow {
  return {
    id: statement.id,
    document: document.id,
    published: publishedKey(document.published),
    start: statement.relation.start,
    source: statement.source.entity,
    target: statement.target?.entity ?? null,
    record: JSON.stringify(statement),
  };
}

/** Deletes the base facts of a document; gives the entities it described. */
async function deleteFacts(writing: Writing, id: string): Promise<string[]> {
  const described = await writing
    .selectFrom('description')
    .select('entity')
    .where('document', '=', id)
    .execute();
  await writing.deleteFrom('document').where('id', '=', id).execute();
  return described.map((row) => row.entity);
}

async function insertFacts(writing: Writing, row: DocumentRow, extraction: Extraction) {
  const { document, entities, statements } = extraction;
  await writing.insertInto('document').values(row).execute();
  const descriptions = entities.map((entity) => ({
    document: document.id,
    entity: entity.id,
    record: JSON.stringify(entity),
  }));
  for (const rows of batches(descriptions)) {
    await writing.insertInto('description').values(rows).execute();
  }
  for (const rows of batches(statements.map((each) => statementRow(document, each)))) {
    await writing.insertInto('statement').values(rows).execute();
  }
}

async function countChange(writing: Writing): Promise<void> {
  await writing
    .updateTable('revision')
    .set((each) => ({ value: each('value', '+', 1) }))
    .execute();
}

/** Keeps an extraction that fits together. */
export function addExtraction(connection: Connection, extraction: Extraction): Promise<Addition> {
  const row = documentRow(extraction);
  return connection.transaction().execute(async (writing) => {
    const known = await writing
      .selectFrom('document')
      .select('fingerprint')
      .where('id', '=', row.id)
      .executeTakeFirst();
    if (known?.fingerprint === row.fingerprint) return 'unchanged';
    const before = known ? await deleteFacts(writing, row.id) : [];
    await insertFacts(writing, row, extraction);
    await deriveEntities(writing, [...before, ...extraction.entities.map((each) => each.id)]);
    await countChange(writing);
    return known ? 'replaced' : 'added';
  });
}

/** Forgets a document and what only it supports. */
export function removeDocument(connection: Connection, id: string): Promise<boolean> {
  return connection.transaction().execute(async (writing) => {
    const known = await writing
      .selectFrom('document')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!known) return false;
    await deriveEntities(writing, await deleteFacts(writing, id));
    await countChange(writing);
    return true;
  });
}
