// Writing what was read out of documents, each within one transaction.

import type { Extraction, Judgement, Statement } from '../../schema/index.ts';
import { fingerprint } from '../consistency.ts';
import { fingerprintOfText } from '../copies/index.ts';
import { judged } from '../judgements/index.ts';
import type { Addition, AddOptions } from '../queries.ts';
import { documentKey } from './codes.ts';
import { type Contribution, Contributions } from './contribution.ts';
import { Copies } from './copies.ts';
import {
  type DocumentUse,
  deleteDescriptions,
  deleteStatements,
  documentRow,
  findDocument,
  inOrderOfText,
  type Keeping,
  nextStatementKey,
  readDescriptions,
  readStatements,
  statementRow,
  writeDescriptions,
  writeDocument,
  writeStatements,
} from './facts.ts';
import type { DocumentRow, StatementRow } from './tables.ts';

/** Bits of `hidden`. */
export const hiddenBy = { copy: 1, rejection: 2 } as const;

/** Adding and removing documents within one transaction that writes; settled at its end. */
export class Writer {
  readonly #keeping: Keeping;
  readonly #contributions: Contributions;
  readonly #copies: Copies;
  #nextKey: number | null = null;
  #changes = 0;
  /** Whether there are judgements about any statement. */
  #hasJudgements: boolean | null = null;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
    this.#contributions = new Contributions(keeping);
    this.#copies = new Copies(keeping.engine);
  }

  #contributionOf(row: DocumentRow): Contribution {
    return {
      isCopy: row.original !== null,
      described: readDescriptions(this.#keeping, row),
      statements: readStatements(this.#keeping, row),
    };
  }

  /** Live judgements about a statement. */
  #judgementsOf(id: string): Judgement[] {
    const { engine } = this.#keeping;
    this.#hasJudgements ??=
      engine.all("select 1 from judgement where a like 'st%' limit 1", []).length > 0;
    if (!this.#hasJudgements) return [];
    const rows = engine.all<{ record: string }>(
      'select record from judgement where a = ? and deleted = 0 order by sequence',
      [id],
    );
    return rows.map(({ record }) => JSON.parse(record));
  }

  /** The row of a statement as judgements make it; what it was read as is kept where it differs. */
  #statementRow(
    document: DocumentRow,
    place: { readonly key: number; readonly ordinal: number },
    base: Statement,
    text: string,
  ): StatementRow {
    const { entities, engine } = this.#keeping;
    const judgements = this.#judgementsOf(base.id);
    const { statement, rejected } = judged(base, judgements);
    for (const { entity } of [statement.source, statement.target].filter((each) => each !== null)) {
      entities.keyOf(entity);
    }
    if (statement !== base) {
      engine.run('insert into edited (statement, record) values (?, ?)', [
        place.key,
        JSON.stringify(base),
      ]);
    }
    const hidden =
      (document.original === null ? 0 : hiddenBy.copy) + (rejected ? hiddenBy.rejection : 0);
    return statementRow(this.#keeping, document, { ...place, hidden }, statement, text);
  }

  #insert(extraction: Extraction, use: DocumentUse): void {
    const { document, entities } = extraction;
    const keys = entities.map(({ id }) => this.#keeping.entities.keyOf(id));
    const row = documentRow(this.#keeping, extraction, use);
    const copies = use.kept ? null : this.#copies.place(row, fingerprintOfText(document.text));
    row.original = copies?.original ?? null;
    writeDocument(this.#keeping, row);
    const { title, description, publisher } = document;
    const headline = [title, description, publisher].filter(Boolean).join(' ');
    this.#keeping.engine.headlines.add([[row.key, headline]]);
    writeDescriptions(this.#keeping, row.key, entities);
    const inOrder = inOrderOfText(extraction.statements);
    const statements = inOrder.map((statement, ordinal) => {
      this.#nextKey ??= nextStatementKey(this.#keeping);
      const key = this.#nextKey++;
      return this.#statementRow(row, { key, ordinal }, statement, document.text);
    });
    const sentences = inOrder.map(({ evidence }) => evidence.exact);
    writeStatements(this.#keeping, statements, sentences);
    this.#contributions.add({
      isCopy: row.original !== null,
      described: entities.map((entity, index) => ({ key: keys[index] as number, entity })),
      statements,
    });
    this.#relink(copies?.changed ?? []);
  }

  #delete(row: DocumentRow): void {
    const contribution = this.#contributionOf(row);
    this.#contributions.take(contribution);
    deleteStatements(this.#keeping, contribution.statements as StatementRow[]);
    deleteDescriptions(this.#keeping, row);
    this.#keeping.engine.headlines.remove([row.key]);
    this.#keeping.engine.run('delete from document where key = ?', [row.key]);
    this.#relink(this.#copies.remove(row));
  }

  /** Documents that are copies of another from now on, or of none. */
  #relink(changed: readonly { readonly row: DocumentRow; readonly original: number | null }[]) {
    const { engine } = this.#keeping;
    for (const { row, original } of changed) {
      const turns = (row.original === null) !== (original === null);
      if (turns) this.#contributions.take(this.#contributionOf(row));
      engine.run('update document set original = ? where key = ?', [original, row.key]);
      if (!turns) continue;
      engine.run(
        `update statement set hidden = hidden ${original === null ? '-' : '+'} ${hiddenBy.copy}
         where published = ? and document = ?`,
        [row.published, row.key],
      );
      this.#contributions.add(this.#contributionOf({ ...row, original }));
    }
  }

  /** Keeps an extraction that fits together. */
  add(extraction: Extraction, options: AddOptions): Addition {
    const { reading = null } = options;
    const known = findDocument(this.#keeping, extraction.document.id);
    const keepDuplicates = options.keepDuplicates ?? known?.kept === 1;
    const own = fingerprint(extraction);
    if (known?.fingerprint === own && known.kept === Number(keepDuplicates)) {
      this.#noteReading(known, reading);
      return 'unchanged';
    }
    if (known) this.#delete(known);
    this.#insert(extraction, { fingerprint: own, kept: keepDuplicates, reading });
    this.#changes += 1;
    return known ? 'replaced' : 'added';
  }

  #noteReading({ key, reading: before }: DocumentRow, reading: string | null): void {
    if (reading === null || reading === before) return;
    this.#keeping.engine.run('update document set reading = ? where key = ?', [reading, key]);
  }

  remove(id: string): boolean {
    if (documentKey(id) === null) return false;
    const known = findDocument(this.#keeping, id);
    if (!known) return false;
    this.#delete(known);
    this.#changes += 1;
    return true;
  }

  /** Reads a statement's judgements anew. `base` is the statement as it was read. */
  rejudge(row: StatementRow, document: DocumentRow, base: Statement, text: string): StatementRow {
    const { key, ordinal } = row;
    this.#keeping.engine.run('delete from edited where statement = ?', [key]);
    this.#hasJudgements = null;
    return this.#statementRow(document, { key, ordinal }, base, text);
  }

  get contributions(): Contributions {
    return this.#contributions;
  }

  /** Brings what is derived up to date and counts the changes. */
  settle(): void {
    this.#contributions.settle();
    this.#keeping.entities.flush();
    if (this.#changes === 0) return;
    this.#keeping.engine.run('update revision set value = value + ?', [this.#changes]);
  }
}
