// The commands that look after a corpus, as a user runs them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { nobody, whowhom, whowhomAsNobody } from './whowhom.ts';

const bin = fileURLToPath(new URL('../../bin/whowhom.js', import.meta.url));

describe('whowhom, on a corpus', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  const db = (): string => at('news.db');
  const exported = async (path = db()): Promise<string> =>
    (await whowhom('export', '--db', path)).out;
  const article = (name: string, day: string, text: string): string => {
    const path = at(name);
    writeFileSync(path, `---\nurl: https://example.org/${name}\npublished: ${day}\n---\n${text}\n`);
    return path;
  };

  before(async function addArticles() {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'whowhom-corpus-'));
    const [old, young] = [
      article('old.md', '2019-05-01', 'China accused Japan of closing the harbour.'),
      article('young.md', '2024-05-01', 'France thanked Kenya. Kenya met Brazil in Geneva.'),
    ];
    const added = await whowhom('add', '--db', db(), old, young);
    expect(added).to.deep.include({ code: 0, err: '' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is checked, copied and put back', async function copied() {
    this.timeout(60_000);
    expect(await whowhom('check', '--db', db())).to.deep.include({ code: 0, err: '' });
    const copy = at('copy.db');
    expect((await whowhom('backup', '--db', db(), copy)).out).to.include('2 documents');
    const refused = await whowhom('restore', '--db', db(), copy);
    expect(refused.code).to.equal(1);
    expect(refused.err).to.include('--replace');
    expect((await whowhom('restore', '--db', at('new.db'), copy)).code).to.equal(0);
    expect(await exported(at('new.db'))).to.equal(await exported());
  });

  it('is checked and served where it may only be read', async function readOnly() {
    if (!process.getuid) this.skip();
    this.timeout(60_000);
    const closed = at('closed');
    const path = join(closed, 'news.db');
    chmodSync(folder, 0o755);
    mkdirSync(closed);
    copyFileSync(db(), path);
    chmodSync(path, 0o444);
    chmodSync(closed, 0o555);
    expect(await whowhomAsNobody('check', '--db', path)).to.deep.include({ code: 0, err: '' });
    const server = spawn(process.execPath, [bin, 'serve', '--db', path, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...nobody,
    });
    const lines: string[] = [];
    for await (const line of createInterface(server.stdout)) {
      lines.push(line);
      if (line.startsWith('whowhom is at')) break;
    }
    expect(lines[0]).to.include('may only be read');
    const url = /http:\/\/[^ ]+/.exec(lines.at(-1) ?? '')?.[0];
    const { total } = (await (await fetch(`${url}/api/v1/documents`)).json()) as { total: number };
    expect(total).to.equal(2);
    const refused = await fetch(`${url}/api/v1/documents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'France thanked Kenya.' }),
    });
    expect(refused.status).to.equal(403);
    expect(await refused.text()).to.include('may only be read');
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).to.deep.equal([0, null]);
    chmodSync(closed, 0o755);
  });

  it('is judged, and the judgement undone without trace', async function judged() {
    this.timeout(60_000);
    const before = await exported();
    const judged = await whowhom(
      'judge',
      'rename',
      'Kenya',
      'Republic',
      '--by',
      'Ann',
      '--db',
      db(),
    );
    const id = judged.out.trim();
    expect(await exported()).to.include('Republic');
    const undone = await whowhom('undo', id, '--by', 'Ben', '--db', db());
    expect(undone.code).to.equal(0);
    expect(await exported()).to.equal(before);
    const log = JSON.parse((await whowhom('judgements', '--deleted', '--db', db())).out);
    expect(log).to.include({ id, kind: 'rename', by: 'Ann', deletedBy: 'Ben' });
    const unknown = await whowhom('judge', 'same', 'Kenya', 'Nowhere', '--db', db());
    expect(unknown.code).to.equal(1);
    expect(unknown.err).to.include('"Nowhere"');
  });

  it('forgets what is removed', async function removed() {
    this.timeout(60_000);
    const path = at('removed.db');
    await whowhom('restore', '--db', path, at('copy.db'));
    const tried = await whowhom('remove', '--before', '2020-01-01', '--dry-run', '--db', path);
    expect(tried.out).to.match(/1 to remove/);
    expect((await whowhom('remove', '--before', '2020-01-01', '--db', path)).out).to.match(
      /1 removed/,
    );
    expect((await whowhom('remove', at('old.md'), '--db', path)).code).to.equal(1);
    expect(await exported(path))
      .to.include('France')
      .and.not.include('Japan');
    expect((await whowhom('remove', '--db', path)).err).to.include('--publisher');
  });

  it('is read again, and what was judged stays', async function rebuilt() {
    this.timeout(60_000);
    const path = at('rebuilt.db');
    await whowhom('restore', '--db', path, at('copy.db'));
    await whowhom('judge', 'same', 'France', 'Brazil', '--db', path);
    const before = await exported(path);
    const rebuilt = await whowhom('rebuild', '--db', path);
    expect(rebuilt.out).to.include('2 unchanged');
    expect(await exported(path)).to.equal(before);
  });

  it('takes its options from a file and the environment', async function configured() {
    this.timeout(60_000);
    const config = at('whowhom.config.json');
    writeFileSync(config, JSON.stringify({ db: 'news.db', workers: 2 }));
    const shown = await whowhom('--config', config, 'config');
    expect(JSON.parse(shown.out)).to.deep.equal({ db: db(), workers: 2 });
    expect((await whowhom('--config', config, 'check')).out).to.include(db());
    writeFileSync(config, JSON.stringify({ workers: 'many', colour: 'red' }));
    const wrong = await whowhom('--config', config, 'config');
    expect(wrong.code).to.equal(1);
    expect(wrong.err).to.include(config).and.include('/workers').and.include('colour');
  });

  it('is served while articles are added', async function served() {
    this.timeout(60_000);
    const server = spawn(process.execPath, [bin, 'serve', '--port', '0', '--db', db()]);
    let out = '';
    server.stdout.on('data', (data) => {
      out += data;
    });
    while (!/http\S+/.test(out)) await once(server.stdout, 'data');
    const url = /http\S+/.exec(out)?.[0];
    const late = article('late.md', '2024-06-01', 'Norway sanctioned Egypt on Friday.');
    expect((await whowhom('add', '--db', db(), late)).code).to.equal(0);
    const documents = await (await fetch(`${url}/api/v1/documents`)).json();
    expect(documents).to.include({ total: 3 });
    server.kill('SIGINT');
    await once(server, 'close');
  });
});
