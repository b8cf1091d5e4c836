// A document as it was read: the base facts, without judgements and without merged entities.

import type { Extraction, Statement } from '../../schema/index.ts';
import { idOf } from './codes.ts';
import { getDocument } from './documents.ts';
import { findDocument, type Keeping, readDescriptions, readStatements } from './facts.ts';
import { unpackStatement } from './pack-statement.ts';
import type { DocumentRow, StatementRow } from './tables.ts';

/** A statement as it was read. */
export function baseStatement(
  { engine, entities, terms }: Keeping,
  row: StatementRow,
  document: Pick<DocumentRow, 'id'>,
  text: string,
): Statement {
  const [edited] = engine.all<{ record: string }>('select record from edited where statement = ?', [
    row.key,
  ]);
  return edited
    ? JSON.parse(edited.record)
    : unpackStatement(row, idOf('doc', document.id), text, entities, terms);
}

export function extractionOf(keeping: Keeping, id: string): Extraction | null {
  const row = findDocument(keeping, id);
  const document = row && getDocument(keeping, id);
  if (!row || !document) return null;
  return {
    document: { ...document, duplicateOf: null },
    entities: readDescriptions(keeping, row).map(({ entity }) => entity),
    statements: readStatements(keeping, row).map((each) =>
      baseStatement(keeping, each, row, document.text),
    ),
  };
}
