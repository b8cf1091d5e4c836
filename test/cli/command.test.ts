import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { validate } from '../../schema/index.ts';

const bin = fileURLToPath(new URL('../../bin/whowhom.js', import.meta.url));
const articles = fileURLToPath(new URL('../../graph-data/articles/', import.meta.url));
const sample = join(articles, 'saudi-iran-beijing-2023.md');

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function whowhom(args: readonly string[], input?: string | Uint8Array): Promise<Outcome> {
  const child = spawn(process.execPath, [bin, ...args]);
  child.stdin.end(input ?? '');
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, out, err };
}

describe('command', () => {
  let folder: string;
  let db: string;
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-cli-'));
    db = join(folder, 'test.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe('usage', () => {
    it('has help for itself and every command', async () => {
      expect((await whowhom(['--help'])).out).to.match(
        /extract[\s\S]*add[\s\S]*serve[\s\S]*export/,
      );
      for (const command of ['extract', 'add', 'serve', 'export']) {
        const { code, out } = await whowhom([command, '--help']);
        expect(code, command).to.equal(0);
        expect(out).to.contain(`whowhom ${command}`);
      }
    });

    const wrong: string[][] = [
      ['fly'],
      ['extract'],
      ['extract', '--what', 'x'],
      ['add', '--workers', 'none'],
      ['serve', '--port', 'ten'],
      ['serve', '--port', '70000'],
      ['export', '--format', 'png'],
    ];
    for (const args of wrong) {
      it(`ends with 2 on: ${args.join(' ')}`, async () => {
        const { code, err } = await whowhom(args);
        expect(code).to.equal(2);
        expect(err).to.match(/^whowhom: /);
      });
    }
  });

  describe('extract', () => {
    it('prints document, entities and statements after the schema', async () => {
      const { code, out } = await whowhom(['extract', sample]);
      expect(code).to.equal(0);
      const extraction = JSON.parse(out);
      expect(validate('extraction', extraction)).to.have.property('ok', true);
      expect(Object.keys(extraction)).to.deep.equal(['document', 'entities', 'statements']);
      expect(extraction.statements).not.to.have.length(0);
    });

    it('adds mentions on request', async () => {
      const { document, mentions } = JSON.parse(
        (await whowhom(['extract', '--mentions', sample])).out,
      );
      expect(mentions.length).to.be.greaterThan(20);
      for (const mention of mentions) {
        expect(document.text.slice(mention.start, mention.end)).to.match(/\S/);
      }
    });

    it('reads standard input', async () => {
      const { code, out } = await whowhom(['extract', '-'], 'China backed Russia.');
      expect(code).to.equal(0);
      expect(JSON.parse(out).statements).to.have.length(1);
    });

    it('ends with 0 and empty lists on a text without an actor', async () => {
      const { code, out, err } = await whowhom(['extract', '-'], 'It rained all day in the hills.');
      expect(code).to.equal(0);
      expect(JSON.parse(out)).to.deep.include({ entities: [], statements: [] });
      expect(err).to.match(/No actor/);
    });

    const bad: [what: string, path: () => string, says: RegExp][] = [
      ['a missing file', () => join(folder, 'none.txt'), /no such file/],
      ['a directory', () => folder, /directory/],
      ['an empty file', () => file('a.txt', ''), /empty/],
      ['a binary file', () => file('a.txt', new Uint8Array([1, 0, 2, 0])), /binary/],
      ['a file of 50 MB', () => file('a.txt', 'a '.repeat(25_000_000)), /more than 5 MB/],
      ['Latin-1', () => file('a.txt', new Uint8Array([0x4d, 0xfc, 0x6e])), /UTF-8/],
      ['invalid JSON', () => file('a.json', '{'), /JSON/],
    ];
    for (const [what, path, says] of bad) {
      it(`ends with 1 and one line on ${what}`, async () => {
        const { code, out, err } = await whowhom(['extract', path()]);
        expect({ code, out }).to.deep.equal({ code: 1, out: '' });
        expect(err)
          .to.match(/^whowhom: [^\n]+\n$/)
          .and.match(says);
      });
    }
  });

  describe('add and export', () => {
    it('adds, adds again without change, and exports the same bytes', async () => {
      const first = await whowhom(['add', '--db', db, sample]);
      expect(first).to.include({ code: 0, err: '' });
      expect(first.out).to.match(
        /^added .*: \d+ statements\n1 added, 0 replaced, 0 unchanged, 0 failed\n$/,
      );
      const graph = (await whowhom(['export', '--format', 'json', '--db', db])).out;
      expect(validate('graph', JSON.parse(graph))).to.have.property('ok', true);
      const second = await whowhom(['add', '--db', db, sample]);
      expect(second.out).to.match(/unchanged/);
      expect((await whowhom(['export', '--db', db])).out).to.equal(graph);
    });

    it('exports the sample graph when it holds the sample articles', async () => {
      const expected = readFileSync(join(articles, '..', 'sample-graph.json'), 'utf8');
      const names = JSON.parse(
        readFileSync(join(articles, '..', 'sample-graph.json'), 'utf8'),
      ).attributes;
      const paths = (await import('node:fs'))
        .readdirSync(articles)
        .filter((name) => name !== 'README.md');
      await whowhom(['add', '--db', db, ...paths.map((name) => join(articles, name))]);
      const { out } = await whowhom(['export', '--db', db]);
      expect(names.view).to.equal('statements');
      expect(out === expected).to.equal(true);
    });

    it('goes on after a failure, reports it and ends with 1', async () => {
      const empty = file('empty.txt', '');
      const { code, out, err } = await whowhom(['add', '--db', db, empty, sample]);
      expect(code).to.equal(1);
      expect(err).to.match(/^whowhom: .*empty\.txt: The file is empty/);
      expect(out).to.match(/1 added, 0 replaced, 0 unchanged, 1 failed/);
    });

    it('adds nothing of an article without an actor', async () => {
      const { code, err } = await whowhom([
        'add',
        '--db',
        db,
        file('rain.txt', 'It rained all day.'),
      ]);
      expect(code).to.equal(1);
      expect(err).to.match(/No actor/);
      expect(JSON.parse((await whowhom(['export', '--db', db])).out).nodes).to.deep.equal([]);
    });

    const broken: [what: string, prepare: () => string][] = [
      ['a file that is no database', () => file('text.db', 'this is no database, only text')],
      ['a directory', () => folder],
      ['a path under a file', () => join(file('x', 'x'), 'y.db')],
    ];
    for (const [what, prepare] of broken) {
      it(`leaves ${what} as it is and says so in one line`, async () => {
        const { code, err } = await whowhom(['add', '--db', prepare(), sample]);
        expect(code).to.equal(1);
        expect(err).to.match(/^whowhom: [^\n]+\n$/);
      });
    }

    it('exports no database that is not there', async () => {
      const { code, err } = await whowhom(['export', '--db', join(folder, 'none.db')]);
      expect(code).to.equal(1);
      expect(err).to.match(/There is no database/);
    });

    it('survives a reader that closes the pipe', async () => {
      await whowhom(['add', '--db', db, sample]);
      const child = spawn('/bin/sh', [
        '-c',
        `"${process.execPath}" "${bin}" export --db "${db}" | head -c 10`,
      ]);
      const [out, err] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ]);
      expect(out).to.have.length(10);
      expect(err).to.equal('');
    });
  });

  describe('serve', () => {
    async function serving(args: readonly string[]) {
      const child = spawn(process.execPath, [bin, 'serve', '--db', db, ...args]);
      let out = '';
      let err = '';
      child.stderr.on('data', (chunk) => {
        err += chunk;
      });
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (chunk) => {
          out += chunk;
          if (/Ctrl-C/.test(out)) resolve();
        });
        child.once('close', () => resolve());
      });
      const stop = async () => {
        child.kill('SIGINT');
        if (child.exitCode === null) await once(child, 'close');
        return child.exitCode;
      };
      return {
        out,
        err: () => err,
        url: /http:\S+/.exec(out)?.[0] ?? '',
        code: child.exitCode,
        stop,
      };
    }

    async function totalAt(url: string): Promise<number> {
      const answer = await fetch(`${url}/api/v1/documents`);
      return ((await answer.json()) as { total: number }).total;
    }

    it('reads the samples into an empty database, answers, and stops on Ctrl-C', async () => {
      const server = await serving(['--samples', '--port', '0']);
      expect(server.out).to.match(/read 12 sample articles/);
      expect(await totalAt(server.url)).to.equal(12);
      expect(await server.stop()).to.equal(0);
    });

    it('keeps what it has: samples go into an empty database alone', async () => {
      await whowhom(['add', '--db', db, sample]);
      const server = await serving(['--samples', '--port', '0']);
      expect(await totalAt(server.url)).to.equal(1);
      await server.stop();
    });

    it('ends with 1 on a port that is taken', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      const server = await serving(['--port', String(port)]);
      expect(server.code).to.equal(1);
      expect(server.err()).to.match(/^whowhom: Port \d+ is taken/);
      other.close();
    });
  });

  it('makes the folder of a new database', async () => {
    const deep = join(folder, 'a', 'b', 'c.db');
    mkdirSync(join(folder, 'a'));
    expect((await whowhom(['add', '--db', deep, sample])).code).to.equal(0);
  });
});
