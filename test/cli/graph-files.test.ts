// Export, import and keys on the command line.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exportFormatNames } from '../../graph/index.ts';
import { openStore } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';
import { entityId } from '../store/extraction.ts';
import { whowhom } from './whowhom.ts';

describe('graph files and keys', function () {
  this.timeout(60_000);
  let folder: string;
  let db: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-files-'));
    db = join(folder, 'graph.db');
    const store = await openStore(db);
    for (const extraction of extractions) await store.add(extraction);
    await store.close();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('exports every format', async () => {
    for (const format of exportFormatNames) {
      const { code, out, err } = await whowhom('export', '--db', db, '--format', format);
      expect([code, err], format).to.deep.equal([0, '']);
      expect(out.length, format).to.be.greaterThan(format === 'plover' ? -1 : 100);
    }
  }).timeout(120_000);

  it('exports what a filter lets through, and refuses a wrong one', async () => {
    const filter = `entity=${entityId('constructor')}`;
    const { out } = await whowhom('export', '--db', db, '--filter', filter);
    expect(JSON.parse(out).attributes.statements).to.equal(2);
    const wrong = await whowhom('export', '--db', db, '--filter', 'entitiy=x');
    expect(wrong.code).to.equal(2);
    expect(wrong.err).to.include('the nearest is "entity"');
    const view = await whowhom('export', '--db', db, '--format', 'gdelt', '--view', 'relations');
    expect([view.code, view.out]).to.deep.equal([1, '']);
  });

  it('imports what it exported, and says what it skipped', async () => {
    const { out } = await whowhom('export', '--db', db, '--format', 'graphml');
    const file = join(folder, 'graph.graphml');
    writeFileSync(file, out);
    const other = join(folder, 'other.db');
    const done = await whowhom('import', '--db', other, file);
    expect(done.code).to.equal(0);
    expect(done.out).to.match(/^added .*: 7 entities, 9 statements\n$/);
    expect((await whowhom('import', '--db', other, file)).out).to.match(/^unchanged/);
    const broken = await whowhom('import', '--db', other, db);
    expect(broken.code).to.equal(1);
    expect(broken.err).to.match(/Expected a file that ends in/);
  });

  it('makes keys, shows them once and keeps their hash alone', async () => {
    const keys = join(folder, 'keys.json');
    const made = await whowhom('key', 'add', 'me', '--scope', 'read,write', '--keys', keys);
    expect(made.code).to.equal(0);
    expect(readFileSync(keys, 'utf8')).to.not.include(made.out.trim());
    expect(statSync(keys).mode & 0o777).to.equal(0o600);
    expect((await whowhom('key', 'list', '--keys', keys)).out).to.equal('me\tread,write\n');
    expect((await whowhom('key', 'add', 'me', '--keys', keys)).code).to.equal(1);
    expect((await whowhom('key', 'remove', 'me', '--keys', keys)).code).to.equal(0);
    const bare = ['serve', '--db', db, '--port', '0', '--host', '0.0.0.0', '--keys', keys];
    const refused = await whowhom(...bare);
    expect(refused.code).to.equal(1);
    expect(refused.err).to.match(/Expected API keys/);
  });
});
