// The SQLite store: the contract on real files, and what lasting in a file means.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import Database from 'libsql';
import { openStore, StoreError } from '../../store/index.ts';
import { extractions } from './articles.ts';
import { storeContract } from './contract.ts';
import { databaseFiles } from './database-files.ts';
import { entityId } from './extraction.ts';
import { rejection } from './reading.ts';

describe('SQLite', () => {
  const files = databaseFiles();
  storeContract('SQLite', () => openStore(files.newPath()));
});

describe('SQLite file', () => {
  const files = databaseFiles();

  it('lasts, and is one file when closed', async () => {
    const path = await files.filled();
    const copy = files.newPath();
    writeFileSync(copy, readFileSync(path));
    const [one, two] = [await openStore(path), await openStore(copy)];
    expect((await one.documents()).total).to.equal(extractions.length);
    expect(await two.read()).to.deep.equal(await one.read());
    expect(await one.revision()).to.equal(extractions.length);
    await one.close();
    await two.close();
  });

  it('makes the folders it stands in', async () => {
    const path = join(files.folder, 'a', 'b c', 'ü', 'graph.db');
    await (await openStore(path)).close();
    expect(existsSync(path)).to.equal(true);
  });

  it('is durable: write-ahead log, full synchronisation, foreign keys', async () => {
    const database = new Database(await files.filled());
    expect(database.prepare('PRAGMA journal_mode').all()).to.deep.equal([{ journal_mode: 'wal' }]);
    expect(database.prepare('PRAGMA integrity_check').all()).to.deep.equal([
      { integrity_check: 'ok' },
    ]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).to.deep.equal([]);
    database.close();
  });

  it('lets the event loop turn while many wait to read', async () => {
    const store = await openStore(await files.filled());
    let turns = 0;
    let isReading = true;
    const count = (): void => {
      turns += 1;
      if (isReading) setImmediate(count);
    };
    setImmediate(count);
    const begin = performance.now();
    await Promise.all(Array.from({ length: 1000 }, () => store.statements({ limit: 20 })));
    const took = performance.now() - begin;
    isReading = false;
    // One every five milliseconds of reading, and not one when all have read.
    expect(turns).to.be.greaterThan(Math.min(10, took / 20));
    await store.close();
  });

  it('takes an empty file', async () => {
    const path = files.newPath();
    writeFileSync(path, '');
    const store = await openStore(path);
    expect(await store.isEmpty()).to.equal(true);
    await store.close();
  });

  it('says when another process holds it too long', async () => {
    const path = await files.filled();
    const holder = new Database(path);
    holder.exec('begin immediate');
    const store = await openStore(path, { busyTimeout: 50 });
    const [extraction] = extractions;
    if (!extraction) throw new Error('There is an extraction.');
    const changed = { ...extraction, statements: [] };
    expect((await store.documents()).total).to.equal(extractions.length);
    expect((await rejection(store.add(changed), StoreError)).code).to.equal('busy');
    holder.exec('rollback');
    holder.close();
    expect(await store.add(changed)).to.equal('replaced');
    await store.close();
  });

  it('is written by several processes at once', async () => {
    const path = files.newPath();
    const script = fileURLToPath(new URL('./writer.ts', import.meta.url));
    const names = ['one', 'two', 'three'];
    const writers = names.map((name) =>
      spawn(process.execPath, ['--import', 'tsx', script, path, name, '30'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const ends = await Promise.all(writers.map((writer) => once(writer, 'exit')));
    expect(ends.map(([code]) => code)).to.deep.equal([0, 0, 0]);
    const store = await openStore(path);
    expect((await store.documents()).total).to.equal(60);
    expect((await store.statements()).total).to.equal(120);
    expect(await store.entity(entityId('Norland'))).to.include({ statements: 60, documents: 60 });
    expect(await store.revision()).to.equal(3 * 40);
    await store.close();
  });
});
