import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Input, type InputOptions, inputsOf } from '../../cli/inputs.ts';
import { collect } from '../sources/reading.ts';
import { page, type Route, type WebServer, webServer } from '../sources/web-server.ts';
import { whowhom } from './whowhom.ts';

const sentence = 'China met Russia in Geneva.';

describe('command: inputs', function () {
  // Some run the command, which loads the language model each time.
  this.timeout(120_000);
  let folder: string;
  let server: WebServer;
  const file = (name: string, content = sentence): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const named = (items: readonly Input[]): string[] =>
    items.map((item) => item.name.replace(folder, '').replace(server?.url ?? '\0', ''));

  before(async () => {
    server = await webServer({});
  });
  after(() => server.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-inputs-'));
    for (const path of Object.keys(server.routes)) delete server.routes[path];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const here: InputOptions = { allowAddress: ['127.0.0.1'], pause: 0 };

  it('reads a folder and the folders in it, in the order of names', async () => {
    for (const name of [
      'b.txt',
      'a/z.md',
      'a/b/c.html',
      'picture.png',
      '.hidden.txt',
      '.git/x.txt',
      'list.jsonl.gz.txt',
    ])
      file(name);
    file('a/b/c.html', page(sentence));
    file('rows.csv', `text\n${sentence}\n${sentence}\n`);
    symlinkSync(folder, join(folder, 'a', 'round'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'dangling.txt'));
    const items = await collect(inputsOf([folder]));
    expect(named(items)).to.deep.equal([
      '/a/b/c.html',
      '/a/z.md',
      '/b.txt',
      '/list.jsonl.gz.txt',
      '/rows.csv:2',
      '/rows.csv:3',
    ]);
    expect(items.every((item) => 'document' in item)).to.equal(true);
  });

  it('goes on behind what cannot be read', async () => {
    mkdirSync(join(folder, 'empty'));
    const items = await collect(
      inputsOf([
        join(folder, 'none.txt'),
        join(folder, 'empty'),
        file('bad.txt', ''),
        'ftp://x.example/',
        file('a.txt'),
      ]),
    );
    expect(items.map((item) => ('error' in item ? item.error.message : 'read'))).to.satisfy(
      (said: string[]) => {
        const [missing, empty, bad, address, good] = said;
        expect(missing).to.match(/no such file/);
        expect(empty).to.match(/holds no article/);
        expect(bad).to.match(/empty/);
        expect(address).to.match(/not fetched/);
        return good === 'read' && said.length === 5;
      },
    );
  });

  it('reads everything as the type that is asked for', async () => {
    const path = file('export.dat', `{"text":"${sentence}"}\n`);
    const [item] = await collect(inputsOf([path], { type: 'jsonl' }));
    expect(item).to.have.nested.property('document.mediaType', 'application/jsonl');
    const error = await collect(inputsOf([path], { type: 'docx' })).then(
      () => null,
      (reason) => reason,
    );
    expect(error).to.have.property('name', 'InputError');
    expect(error.message).to.match(/"docx" is not known/);
  });

  it('reads pages and feeds, each article of a feed by its address', async () => {
    Object.assign(server.routes, {
      '/a': page(sentence),
      '/b': page('Iran warned Iraq.'),
      '/feed.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>P</title><item><title>a</title><link>${server.url}/a</link></item><item><title>b</title><link>${server.url}/b</link></item></channel></rss>`,
    });
    const items = await collect(inputsOf([`${server.url}/b`, `${server.url}/feed.xml`], here));
    expect(named(items)).to.deep.equal(['/b', '/a', '/b']);
  });

  it('watches: new files, changed files and new articles of a feed, until it is stopped', async () => {
    const items = ['a'];
    const feed = (): string =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>P</title>${items.map((path) => `<item><title>${path}</title><link>${server.url}/${path}</link></item>`).join('')}</channel></rss>`;
    Object.assign(server.routes, {
      '/a': page(sentence),
      '/n': page('Iran warned Iraq.'),
      '/feed.xml': (_: unknown, response: { end(text: string): void }) => response.end(feed()),
    });
    const first = file('one.txt');
    const stop = new AbortController();
    const found: string[] = [];
    const options = {
      ...here,
      watch: true,
      fileInterval: 20,
      addressInterval: 60,
      stop: stop.signal,
    };
    for await (const item of inputsOf([folder, `${server.url}/feed.xml`], options)) {
      found.push(...named([item]));
      if (found.length === 2) file('new/two.txt');
      if (found.length === 3) appendFileSync(first, ' Iran warned Iraq.');
      if (found.length === 4) items.push('n');
      if (found.length === 5) stop.abort();
    }
    expect(found).to.deep.equal(['/one.txt', '/a', '/new/two.txt', '/one.txt', '/n']);
    expect(server.asked.filter((path) => path === '/a').length).to.be.at.most(2);
  });

  it('adds from an address on this machine where that is allowed, and says why not elsewhere', async () => {
    server.routes['/a'] = page('China backed Russia.');
    const db = join(folder, 'x.db');
    const refused = await whowhom('add', '--db', db, `${server.url}/a`);
    expect(refused.code).to.equal(1);
    expect(refused.err).to.match(
      /^whowhom: http:\S+: 127\.0\.0\.1 is in a private or special network/,
    );
    const added = await whowhom(
      'add',
      '--db',
      db,
      '--allow-address',
      '127.0.0.1',
      `${server.url}/a`,
      folder,
    );
    expect(added.out).to.match(/^added http:\S+\/a: 1 statements\n/);
  });

  it('asks a feed it read before only whether it changed, until something is removed', async () => {
    const sent: (string | undefined)[] = [];
    let [etag, paths] = ['"1"', ['a', 'b']];
    Object.assign(server.routes, {
      '/a': page('China backed Russia.'),
      '/b': page('Iran warned Iraq.'),
      '/feed.xml': ((request, response) => {
        sent.push(request.headers['if-none-match']);
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else {
          const items = paths.map((path) => `<item><link>${server.url}/${path}</link></item>`);
          response
            .writeHead(200, { etag })
            .end(`<rss version="2.0"><channel><title>P</title>${items.join('')}</channel></rss>`);
        }
      }) satisfies Route,
    });
    const options = ['--db', join(folder, 'x.db'), '--allow-address', '127.0.0.1'];
    const feed = `${server.url}/feed.xml`;
    const add = async (...more: string[]): Promise<string[]> => {
      server.asked.length = 0;
      const { code, out, err } = await whowhom('add', ...options, feed, ...more);
      expect([code, err]).to.deep.equal([0, '']);
      return out.trim().split('\n');
    };
    const sums = async (...more: string[]): Promise<string | undefined> =>
      (await add(...more)).at(-1);

    expect(await sums()).to.match(/^2 added, 0 replaced, 0 unchanged/);
    expect(await add()).to.deep.equal([
      `unchanged ${feed}: nothing changed there since it was read`,
      '0 added, 0 replaced, 1 unchanged, 0 failed',
    ]);
    expect(server.asked).to.deep.equal(['/robots.txt', '/feed.xml']);
    expect(sent).to.deep.equal([undefined, '"1"']);

    // Read otherwise, all is read anew.
    expect(await sums('--engine', 'rules')).to.match(/ 2 replaced, /);
    [etag, paths] = ['"2"', ['a']];
    expect(await sums('--engine', 'rules')).to.match(/ 1 unchanged, /);
    expect(await sums('--engine', 'rules')).to.match(/ 1 unchanged, /);
    expect(sent.slice(2)).to.deep.equal([undefined, '"1"', '"2"']);

    const removed = await whowhom(
      'remove',
      '--db',
      join(folder, 'x.db'),
      '--url',
      `${server.url}/a`,
    );
    expect(removed.out).to.match(/^removed doc_/);
    expect(await sums()).to.match(/^1 added, /);
    expect(sent.at(-1)).to.equal(undefined);
  });

  it('keeps an article in another language, and says that it was not read', async () => {
    const text =
      'Der Bundeskanzler hat am Montag in Berlin mit dem französischen Präsidenten über die Lage gesprochen.';
    for (const workers of ['1', '2']) {
      const db = join(folder, `${workers}.db`);
      const { code, out } = await whowhom(
        'add',
        '--db',
        db,
        '--workers',
        workers,
        file('de.txt', text),
      );
      expect(code).to.equal(0);
      expect(out).to.match(/^added \S+: kept, but not read: the text is in German \(de\)/);
    }
    const { code, out, err } = await whowhom('extract', file('de.txt', text));
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.deep.include({ entities: [], statements: [] });
    expect(JSON.parse(out).document.language).to.equal('de');
    expect(err).to.match(/kept, but not read/);
  });

  it('extract prints one article, not several', async () => {
    const { code, err } = await whowhom(
      'extract',
      file('a.jsonl', `{"text":"${sentence}"}\n{"text":"${sentence}"}\n`),
    );
    expect(code).to.equal(1);
    expect(err).to.match(/^whowhom: It holds more than one article/);
  });
});
