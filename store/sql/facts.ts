// Reading and writing the base facts of one document: its row, descriptions and statements.
// Everything here runs within a transaction.

import type { Entity, Extraction, Statement } from '../../schema/index.ts';
import { dayIn } from '../day.ts';
import { bytesOf, dayNumber, documentKey, publishedNumber } from './codes.ts';
import { type Engine, insertion, type Value } from './engine.ts';
import type { EntityTable } from './entity-table.ts';
import { packDescriptions, packMetadata, unpackDescriptions } from './pack-document.ts';
import { packStatement } from './pack-statement.ts';
import type { DescriptionRow, DocumentRow, StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

/** What the facts are kept with. */
export interface Keeping {
  readonly engine: Engine;
  readonly terms: Terms;
  readonly entities: EntityTable;
}

const documentColumns = [
  'key',
  'id',
  'published',
  'day',
  'url',
  'publisher',
  'fingerprint',
  'statements',
  'kept',
  'reading',
  'original',
  'metadata',
  'text',
] as const satisfies readonly (keyof DocumentRow)[];

export const statementColumns = [
  'key',
  'id',
  'document',
  'ordinal',
  'published',
  'day',
  'event_day',
  'source',
  'target',
  'kind',
  'type',
  'quad',
  'polarity',
  'modality',
  'reciprocal',
  'intensity',
  'attribution',
  'speaker',
  'place',
  'place_text',
  'confidence',
  'hidden',
  'record',
] as const satisfies readonly (keyof StatementRow)[];

const insertDocuments = insertion('document', documentColumns);
const insertStatements = insertion('statement', statementColumns);

const valuesOf = <Row extends object>(row: Row, columns: readonly (keyof Row)[]): Value[] =>
  columns.map((column) => row[column] as Value);

/** What is kept with a document besides what was read. */
export interface DocumentUse {
  readonly fingerprint: string;
  readonly kept: boolean;
  readonly reading: string | null;
}

/** The row of a document that has no statements and describes nothing yet. */
export function documentRow(
  { terms }: Keeping,
  extraction: Extraction,
  use: DocumentUse,
): DocumentRow {
  const { id, url, text, published, publisher } = extraction.document;
  return {
    key: documentKey(id) as number,
    id: bytesOf('doc', id) as Buffer,
    published: publishedNumber(published),
    day: dayNumber(dayIn(published)),
    url: url === null ? null : JSON.stringify(url),
    publisher: publisher === null ? null : terms.keep(publisher),
    fingerprint: use.fingerprint,
    statements: extraction.statements.length,
    kept: Number(use.kept),
    reading: use.reading,
    original: null,
    metadata: packMetadata(extraction.document),
    text: JSON.stringify(text),
  };
}

export function writeDocument({ engine }: Keeping, row: DocumentRow): void {
  insertDocuments(engine, [valuesOf(row, documentColumns)]);
}

export function writeDescriptions(
  { engine, entities }: Keeping,
  document: number,
  described: readonly Entity[],
): void {
  const keys = described.map(({ id }) => entities.keyOf(id));
  engine.run('insert into description (document, entities, record) values (?, ?, ?)', [
    document,
    JSON.stringify(keys),
    packDescriptions(described),
  ]);
}

/** What the descriptions of a document say, by the key of the entity. */
export function readDescriptions(
  { engine, entities }: Keeping,
  document: Pick<DocumentRow, 'key'>,
): { readonly key: number; readonly entity: Entity }[] {
  const [row] = engine.all<DescriptionRow>(
    'select entities, record from description where document = ?',
    [document.key],
  );
  if (!row) return [];
  const keys: number[] = JSON.parse(row.entities);
  const described = unpackDescriptions(
    row.record,
    keys.map((key) => entities.idOf(key)),
  );
  return described.map((entity, index) => ({ key: keys[index] as number, entity }));
}

export function deleteDescriptions({ engine }: Keeping, { key }: Pick<DocumentRow, 'key'>): void {
  engine.run('delete from description where document = ?', [key]);
}

const inTextOrder = (a: Statement, b: Statement): number =>
  a.relation.start - b.relation.start || (a.id < b.id ? -1 : 1);

/** The statements in the order of the text, which is that of their ordinals. */
export const inOrderOfText = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort(inTextOrder);

/** The row of a statement of this document. */
export function statementRow(
  { terms, entities }: Keeping,
  document: Pick<DocumentRow, 'key' | 'published' | 'day'>,
  place: { readonly key: number; readonly ordinal: number; readonly hidden: number },
  statement: Statement,
  text: string,
): StatementRow {
  return {
    ...place,
    ...packStatement(statement, text, entities, terms),
    document: document.key,
    published: document.published,
    day: document.day,
  };
}

export function nextStatementKey({ engine }: Keeping): number {
  const [row] = engine.all<{ last: number | null }>('select max(key) as last from statement', []);
  return (row?.last ?? 0) + 1;
}

/** Writes statements and the words of the sentences that they stand in. */
export function writeStatements(
  { engine }: Keeping,
  rows: readonly StatementRow[],
  sentences: readonly string[],
): void {
  insertStatements(
    engine,
    rows.map((row) => valuesOf(row, statementColumns)),
  );
  engine.sentences.add(rows.map(({ key }, index) => [key, sentences[index] as string]));
}

const assignments = statementColumns.slice(1).map((column) => `${column} = ?`);

/** Puts other values into the row of a statement. */
export function rewriteStatement({ engine }: Keeping, row: StatementRow): void {
  engine.run(`update statement set ${assignments.join(', ')} where key = ?`, [
    ...valuesOf(row, statementColumns.slice(1)),
    row.key,
  ]);
}

/** The statements of a document in the order of the text. */
export function readStatements(
  { engine }: Keeping,
  document: Pick<DocumentRow, 'key' | 'published'>,
): StatementRow[] {
  return engine.all<StatementRow>(
    `select ${statementColumns.join(', ')} from statement where published = ? and document = ? order by ordinal`,
    [document.published, document.key],
  );
}

export function deleteStatements({ engine }: Keeping, rows: readonly StatementRow[]): void {
  for (const { key } of rows) {
    engine.run('delete from statement where key = ?', [key]);
    engine.run('delete from edited where statement = ?', [key]);
  }
  engine.sentences.remove(rows.map(({ key }) => key));
}

export function findDocument({ engine }: Keeping, id: string): DocumentRow | null {
  const key = documentKey(id);
  if (key === null) return null;
  const [row] = engine.all<DocumentRow>(
    `select ${documentColumns.join(', ')} from document where key = ?`,
    [key],
  );
  return row ?? null;
}
