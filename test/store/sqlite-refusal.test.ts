// Files that are no database of ours, or not one that can be used: each is refused by one clear
// sentence and left as it is.

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStore, StoreError, type StoreErrorCode } from '../../store/index.ts';
import { databaseFiles, tamper } from './database-files.ts';
import { extractionOf } from './extraction.ts';
import { rejection } from './reading.ts';

describe('SQLite store', () => {
  const files = databaseFiles();

  const text = 'Not a database, but a diary. '.repeat(500);
  const refused: [string, StoreErrorCode, () => string | Promise<string>][] = [
    [
      'a text',
      'not-a-database',
      () => {
        const path = files.newPath();
        writeFileSync(path, text);
        return path;
      },
    ],
    [
      'a short text',
      'not-a-database',
      () => {
        const path = files.newPath();
        writeFileSync(path, 'hi');
        return path;
      },
    ],
    [
      'a database of another program',
      'not-a-database',
      () => {
        const path = files.newPath();
        tamper(path, 'create table diary (day text)');
        return path;
      },
    ],
    [
      'a newer database',
      'newer',
      async () => {
        const path = await files.filled();
        tamper(path, 'PRAGMA user_version = 99');
        return path;
      },
    ],
    [
      'half a database',
      'corrupt',
      async () => {
        const path = files.newPath();
        writeFileSync(path, readFileSync(await files.filled()).subarray(0, 20_000));
        return path;
      },
    ],
    [
      'a database with a damaged first page',
      'corrupt',
      async () => {
        const path = files.newPath();
        writeFileSync(path, readFileSync(await files.filled()).fill(0x5a, 100, 4096));
        return path;
      },
    ],
  ];
  for (const [kind, code, make] of refused) {
    it(`refuses ${kind} and leaves it as it is`, async () => {
      const path = await make();
      const before = readFileSync(path);
      const error = await rejection(openStore(path), StoreError);
      expect(error.code).to.equal(code);
      expect(error.message).to.include(path).and.not.include('\n');
      expect(readFileSync(path).equals(before)).to.equal(true);
    });
  }

  it('refuses a folder', async () => {
    const error = await rejection(openStore(files.folder), StoreError);
    expect(error.code).to.equal('not-a-database');
    expect(error.message).to.include('found a folder');
  });

  it('refuses a path through a file', async () => {
    const path = files.newPath();
    writeFileSync(path, text);
    const error = await rejection(openStore(join(path, 'graph.db')), StoreError);
    expect(error.code).to.equal('not-writable');
  });

  it('makes nothing where it must be there', async () => {
    const path = join(files.folder, 'nowhere', 'graph.db');
    const error = await rejection(openStore(path, { create: false }), StoreError);
    expect(error.code).to.equal('missing');
    expect(existsSync(join(files.folder, 'nowhere'))).to.equal(false);
  });

  describe('for a user without permission', () => {
    const root = process.getuid?.() === 0;
    const asNobody = async (action: () => Promise<unknown>): Promise<void> => {
      if (root) process.seteuid?.(65534);
      try {
        await action();
      } finally {
        if (root) process.seteuid?.(0);
      }
    };
    before(function skipOnWindows() {
      if (!process.getuid) this.skip();
      chmodSync(files.folder, 0o777);
    });

    it('refuses a read-only file', async () => {
      const path = await files.filled();
      chmodSync(path, 0o444);
      await asNobody(async () => {
        const error = await rejection(openStore(path), StoreError);
        expect(error.code).to.equal('not-writable');
      });
    });

    for (const [what, closed] of [
      ['file', false],
      ['file in a read-only folder', true],
    ] as const) {
      it(`opens a read-only ${what} where reading is enough`, async () => {
        const folder = join(files.folder, `read only ${closed}`);
        mkdirSync(folder);
        const path = join(folder, 'graph #1?.db');
        renameSync(await files.filled(), path);
        const expected = await openStore(path);
        const statements = await expected.statements();
        const document = statements.items[0]?.evidence.document as string;
        await expected.close();
        chmodSync(path, 0o444);
        if (closed) chmodSync(folder, 0o555);
        await asNobody(async () => {
          const store = await openStore(path, { forReading: true });
          expect(await store.statements()).to.deep.equal(statements);
          const error = await rejection(store.remove(document), StoreError);
          expect(error.code).to.equal('not-writable');
          expect(error.message).to.include(path);
          expect((await store.stats()).documents).to.be.greaterThan(0);
          expect(store.isReadOnly).to.equal(true);
          expect(await store.check()).to.deep.equal([]);
          await store.close();
        });
      });
    }

    it('refuses to read a read-only file that another program writes', async () => {
      const path = await files.filled();
      const writer = await openStore(path);
      await writer.add(extractionOf({ url: 'https://example.org/more', sentences: [] }));
      chmodSync(path, 0o444);
      await asNobody(async () => {
        const error = await rejection(openStore(path, { forReading: true }), StoreError);
        expect(error.message).to.include('-wal');
      });
      await writer.close();
    });

    it('refuses a read-only folder', async () => {
      const closed = join(files.folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o555);
      await asNobody(async () => {
        for (const path of [join(closed, 'graph.db'), join(closed, 'deeper', 'graph.db')]) {
          const error = await rejection(openStore(path), StoreError);
          expect(error.code).to.equal('not-writable');
        }
      });
      expect(existsSync(join(closed, 'graph.db'))).to.equal(false);
    });
  });

  it('tells of damage that is found later', async () => {
    const path = files.newPath();
    const store = await openStore(path);
    for (let n = 0; n < 40; n++) {
      await store.add(
        extractionOf({
          url: `https://example.org/${n}`,
          sentences: Array.from({ length: 40 }, (_, m) => `[A${n}] <saw> [B${m}] again.`),
        }),
      );
    }
    await store.close();
    const bytes = readFileSync(path);
    const damaged = files.newPath();
    writeFileSync(damaged, bytes.fill(0x5a, 60 * 4096, bytes.length));
    const opened = await openStore(damaged);
    const error = await rejection(opened.read(), StoreError);
    expect(error.code).to.equal('corrupt');
    expect(await opened.check()).to.not.deep.equal([]);
    await opened.close();
  });
});
