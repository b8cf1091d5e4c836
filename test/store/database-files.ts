// Real database files for the tests, in a folder that is removed afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openStore } from '../../store/index.ts';
import { extractions } from './articles.ts';

export interface DatabaseFiles {
  readonly folder: string;
  /** A path where nothing is yet. */
  newPath(): string;
  /** The path of a closed database with the made-up articles. */
  filled(): Promise<string>;
}

/** To be called within a `describe`, which it gives a folder. */
export function databaseFiles(): DatabaseFiles {
  let folder = '';
  let files = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-store-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const newPath = (): string => join(folder, `${++files}.db`);
  return {
    get folder() {
      return folder;
    },
    newPath,
    async filled() {
      const path = newPath();
      const store = await openStore(path);
      for (const extraction of extractions) await store.add(extraction);
      await store.close();
      return path;
    },
  };
}

/** Changes a database behind the back of the store. */
export function tamper(path: string, script: string): void {
  const database = new Database(path);
  database.exec(script);
  database.close();
}
