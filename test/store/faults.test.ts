// What a disk, a person or a power cut can do to a database, and what must be left.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openStore, StoreError } from '../../store/index.ts';
import { extractions } from './articles.ts';
import { databaseFiles, tamper } from './database-files.ts';
import { numbered } from './numbered-articles.ts';
import { everything, rejection } from './reading.ts';

const script = fileURLToPath(new URL('./acknowledging-writer.ts', import.meta.url));

/** Runs the writer under a shell command; what it printed. `stopAt` kills it after so many lines. */
async function write(
  path: string,
  count: number,
  before: string,
  stopAt = Number.POSITIVE_INFINITY,
) {
  const command = `${before} exec "$0" --import tsx "$1" "$2" "$3"`;
  const child = spawn('bash', ['-c', command, process.execPath, script, path, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
    if (out.split('\n').length > stopAt) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return out.split('\n').filter(Boolean);
}

/** Everything that was acknowledged is there, at most one article more, and all fits together. */
async function expectWhole(path: string, acknowledged: readonly string[]): Promise<void> {
  const store = await openStore(path);
  expect(await store.check()).to.deep.equal([]);
  for (const n of acknowledged) {
    const { document } = numbered(Number(n));
    expect(await store.document(document.id), n).to.deep.equal(document);
  }
  const { documents, statements } = await store.stats();
  expect(documents).to.be.within(acknowledged.length, acknowledged.length + 1);
  expect(statements).to.equal(documents * 20);
  const next = numbered(100_000);
  expect(await store.add(next)).to.equal('added');
  await store.close();
}

describe('SQLite store, in trouble', () => {
  const files = databaseFiles();

  it('keeps what it acknowledged when the disk is full', async function full() {
    this.timeout(60_000);
    const path = files.newPath();
    const lines = await write(path, 2000, 'ulimit -f 2000; trap "" XFSZ;');
    expect(lines.at(-1)).to.equal('full');
    expect(lines.length).to.be.greaterThan(10);
    await expectWhole(path, lines.slice(0, -1));
  });

  it('keeps what it acknowledged when it is killed', async function killed() {
    this.timeout(60_000);
    for (const stopAt of [1, 8, 23]) {
      const path = files.newPath();
      const lines = await write(path, 2000, '', stopAt);
      expect(lines.length).to.be.at.least(stopAt);
      await expectWhole(path, lines);
    }
  });

  it('finds rows that were changed behind its back', async () => {
    const changes: [string, RegExp][] = [
      ['delete from document where key = (select min(key) from document)', /document that is not/],
      ['update entity set statements = statements + 1', /number of statements/],
      ['update document set statements = 0', /number of statements/],
      ['update relation set statements = 7', /relations/],
      ['delete from entity where statements > 3', /entity that is not there/],
      [`update document set text = '"Other words."'`, /another text than its hash/],
      ['update statement set hidden = 1', /hidden otherwise/],
      ['delete from statement where ordinal = 0', /index of words/],
    ];
    const sound = await files.filled();
    const opened = await openStore(sound);
    expect(await opened.check()).to.deep.equal([]);
    await opened.close();
    for (const [change, found] of changes) {
      const path = files.newPath();
      copyFileSync(sound, path);
      tamper(path, change);
      const store = await openStore(path);
      expect((await store.check()).join(' '), change).to.match(found);
      await store.close();
    }
  });

  it('finds a damaged page', async () => {
    const path = await files.filled();
    const bytes = readFileSync(path);
    for (const page of [40, 41, 42, 43, 44, 45]) bytes.fill(0x5a, page * 4096, page * 4096 + 3000);
    writeFileSync(path, bytes);
    const store = await openStore(path);
    const faults = await store.check();
    expect(faults[0]).to.match(/damaged/);
    await store.close();
  });

  it('is copied while it is written, and refuses to overwrite', async () => {
    const path = await files.filled();
    const store = await openStore(path);
    const writing = Promise.all([1, 2, 3].map((n) => store.add(numbered(n))));
    const copy = files.newPath();
    await store.backup(copy);
    await writing;
    const copied = await openStore(copy);
    expect(await copied.check()).to.deep.equal([]);
    expect((await copied.documents()).total).to.be.within(extractions.length, 7);
    await copied.close();
    const error = await rejection(store.backup(copy), StoreError);
    expect(error.message).to.include('found one');
    await store.close();
  });

  it('is as small as if what was removed had never been there', async () => {
    const [path, other] = [await files.filled(), await files.filled()];
    const store = await openStore(path);
    const before = await everything(store);
    const some = Array.from({ length: 60 }, (_, n) => numbered(n));
    await store.addAll(some);
    for (const { document } of some) await store.remove(document.id);
    expect(await everything(store)).to.deep.equal(before);
    await store.vacuum();
    expect(await everything(store)).to.deep.equal(before);
    await store.close();
    const [size, never] = [path, other].map((each) => readFileSync(each).length) as [
      number,
      number,
    ];
    expect(size).to.be.lessThan(never * 1.3);
  });
});
