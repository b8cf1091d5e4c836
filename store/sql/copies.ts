// Which documents are copies, kept up to date as documents come and go: bands by which likely
// copies are found, the pairs that are alike, and the first of each such group.

import {
  areAlike,
  type Fingerprint,
  fingerprintOfText,
  originalOf,
  reachable,
} from '../copies/index.ts';
import { idOf } from './codes.ts';
import { type Engine, insertion } from './engine.ts';
import { type DocumentRow, undated } from './tables.ts';

const insertBands = insertion('band', ['band', 'document'], 'on conflict do nothing');

interface Change {
  readonly row: DocumentRow;
  readonly original: number | null;
}

export class Copies {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  #row(key: number): DocumentRow {
    return this.#engine.all<DocumentRow>('select * from document where key = ?', [
      key,
    ])[0] as DocumentRow;
  }

  #likeOf(key: number): number[] {
    return this.#engine
      .all<{ other: number }>('select other from likeness where document = ?', [key])
      .map(({ other }) => other);
  }

  /** Documents that share a band and are alike. */
  #alike(fingerprint: Fingerprint): number[] {
    const { bands } = fingerprint;
    if (bands.length === 0) return [];
    const candidates = this.#engine.all<{ document: number }>(
      `select distinct document from band where band in (${bands.map(() => '?').join(', ')})`,
      bands,
    );
    return candidates
      .map(({ document }) => document)
      .filter((key) => {
        const [row] = this.#engine.all<{ text: string }>(
          'select text from document where key = ?',
          [key],
        );
        return areAlike(fingerprint, fingerprintOfText(JSON.parse(row?.text ?? '""')));
      });
  }

  /** What must change so that all in a group are copies of its first; `added` is not there yet. */
  #changesIn(keys: Iterable<number>, added?: DocumentRow): Change[] {
    const rows = [...keys].map((key) => (key === added?.key ? added : this.#row(key)));
    const first = originalOf(
      rows.map((row) => ({
        key: row.key,
        id: idOf('doc', row.id),
        published: row.published === undated ? Number.MAX_SAFE_INTEGER : row.published,
      })),
    );
    return rows
      .map((row) => ({ row, original: row.key === first.key ? null : first.key }))
      .filter(({ row, original }) => row.original !== original);
  }

  /** Finds whose copy a new document is, and what that changes for the others. */
  place(row: DocumentRow, fingerprint: Fingerprint) {
    const alike = this.#alike(fingerprint);
    const { bands } = fingerprint;
    if (bands.length > 0) {
      const rows = [...bands].sort((a, b) => a - b).map((band) => [band, row.key]);
      insertBands(this.#engine, rows);
    }
    if (alike.length === 0) return { original: null, changed: [] };
    for (const other of alike) {
      for (const pair of [
        [row.key, other],
        [other, row.key],
      ]) {
        this.#engine.run('insert into likeness (document, other) values (?, ?)', pair);
      }
    }
    const changes = this.#changesIn(
      reachable(row.key, (key) => this.#likeOf(key)),
      row,
    );
    return {
      original: changes.find((change) => change.row === row)?.original ?? null,
      changed: changes.filter((change) => change.row !== row),
    };
  }

  /** Forgets a document; gives what that changes for the others. */
  remove({ key, kept, text }: DocumentRow): Change[] {
    if (kept === 1) return [];
    const others = this.#likeOf(key);
    for (const band of fingerprintOfText(JSON.parse(text)).bands) {
      this.#engine.run('delete from band where band = ? and document = ?', [band, key]);
    }
    if (others.length === 0) return [];
    this.#engine.run('delete from likeness where document = ?', [key]);
    this.#engine.run('delete from likeness where other = ?', [key]);
    const seen = new Set<number>();
    return others.flatMap((other) => {
      if (seen.has(other)) return [];
      const group = reachable(other, (each) => this.#likeOf(each));
      for (const each of group) seen.add(each);
      return this.#changesIn(group);
    });
  }
}
