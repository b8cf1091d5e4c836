import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Validators } from '../../schema/index.ts';
import { createFetcher, type FetchOptions, InputError, readUrl } from '../../sources/index.ts';
import { brief, collect } from './reading.ts';
import { page, type Route, type WebServer, webServer } from './web-server.ts';

const here: FetchOptions = { allowAddresses: ['127.0.0.0/8'], pause: 0, timeout: 5_000 };
const sentence = 'China met Russia in Geneva.';

describe('sources: fetch', () => {
  let server: WebServer;
  const serve = async (routes: Record<string, Route>): Promise<WebServer> => {
    server = await webServer(routes);
    return server;
  };
  afterEach(async () => server?.close());

  const get = async (path: string, options: FetchOptions = {}) =>
    brief(await collect(readUrl(server.url + path, createFetcher({ ...here, ...options }))));

  it('reads a page, and says when and where it was found', async () => {
    await serve({
      '/a': (_, response) => response.writeHead(301, { location: '/b?utm_source=x#top' }).end(),
      '/b?utm_source=x': page(sentence),
    });
    const fetcher = createFetcher({ ...here, now: () => new Date('2026-01-02T03:04:05Z') });
    const [item] = await collect(readUrl(`${server.url}/a`, fetcher));
    expect(item).to.have.nested.property('document.url', `${server.url}/b`);
    expect(item).to.have.nested.property('document.retrieved', '2026-01-02T03:04:05.000Z');
    expect(item).to.have.nested.property('document.text', sentence);
    expect(server.asked).to.deep.equal(['/robots.txt', '/a', '/b?utm_source=x']);
  });

  it('names itself', async () => {
    let agent = '';
    await serve({
      '/a': (request, response) => {
        agent = request.headers['user-agent'] ?? '';
        response.end('x');
      },
    });
    await get('/a');
    expect(agent).to.match(/^whowhom /);
    await get('/a', { userAgent: 'desk (desk@paper.example)' });
    expect(agent).to.equal('desk (desk@paper.example)');
  });

  it('takes the character set of the answer', async () => {
    await serve({
      '/a': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=windows-1251' })
          .end(
            Buffer.concat([
              Buffer.from('<p>'),
              Buffer.from([0xcf, 0xf3, 0xf2, 0xe8, 0xed]),
              Buffer.from('.</p>'),
            ]),
          ),
    });
    expect(await get('/a')).to.deep.equal(['Путин.']);
  });

  it("keeps its own site's canonical address and no other", async () => {
    await serve({
      '/own': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(page(sentence, '<link rel="canonical" href="/story">')),
      '/other': page(sentence, '<link rel="canonical" href="https://paper.example/story">'),
    });
    const urlOf = async (path: string) => {
      const [item] = await collect(readUrl(server.url + path, createFetcher(here)));
      return item && 'document' in item ? item.document.url : null;
    };
    expect(await urlOf('/own')).to.equal(`${server.url}/story`);
    expect(await urlOf('/other')).to.equal(`${server.url}/other`);
  });

  const encodings: [name: string, pack: (bytes: Buffer) => Uint8Array][] = [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ];
  for (const [name, pack] of encodings) {
    it(`unpacks ${name}, and no bomb of it`, async () => {
      const answer =
        (bytes: Buffer): Route =>
        (_, response) =>
          response
            .writeHead(200, { 'content-type': 'text/html', 'content-encoding': name })
            .end(pack(bytes));
      await serve({
        '/a': answer(Buffer.from(page(sentence))),
        '/bomb': answer(Buffer.alloc(50_000_000, 'a')),
      });
      expect(await get('/a')).to.deep.equal([sentence]);
      expect((await get('/bomb'))[0]).to.match(/^! .*unpacks to more than 20 MB/);
    });
  }

  const faults: [what: string, route: Route, says: RegExp, options?: FetchOptions][] = [
    [
      'an answer that never comes',
      () => {},
      /did not answer in full within 0.3 s/,
      { timeout: 300 },
    ],
    [
      'an answer that drips for ever',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('a'), 20);
        response.once('close', () => clearInterval(timer));
      },
      /did not answer in full within 0.3 s/,
      { timeout: 300 },
    ],
    [
      'an answer that never ends',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(64_000, 'a')));
          response.once('drain', more);
        };
        more();
      },
      /more than 20 MB/,
    ],
    [
      'a length above the limit',
      (_, response) => response.writeHead(200, { 'content-length': '99999999999' }).flushHeaders(),
      /more than 20 MB/,
    ],
    [
      'a length that lies: too much is said',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('a');
        setTimeout(() => response.destroy(), 20);
      },
      /broke off its answer/,
    ],
    [
      'a redirect in a circle',
      (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
      /redirects in a circle/,
    ],
    [
      'a redirect to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /file: are not fetched/,
    ],
    [
      'a redirect into a private network',
      (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      /10\.0\.0\.1 is in a private or special network/,
    ],
    [
      'a redirect to the address of cloud metadata',
      (_, response) =>
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
      /169\.254\.169\.254 is in a private/,
    ],
    [
      'a redirect with a password',
      (_, response) => response.writeHead(302, { location: 'http://a:b@127.0.0.1/' }).end(),
      /user name or password/,
    ],
    ['404', (_, response) => response.writeHead(404).end(), /answered 404: there is no such page/],
    ['403', (_, response) => response.writeHead(403).end(), /answered 403: it refuses/],
    ['500', (_, response) => response.writeHead(500).end(), /answered 500: it has a fault/],
    [
      '429 for long',
      (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
      /answered 429: it was asked too often/,
    ],
    [
      'an unknown compression',
      (_, response) => response.writeHead(200, { 'content-encoding': 'zip' }).end('a'),
      /compressed as zip/,
    ],
    [
      'a broken compression',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('abc'),
      /compressed, and broken/,
    ],
  ];
  for (const [what, route, says, options] of faults) {
    it(`survives ${what}`, async () => {
      await serve({ '/a': route });
      const [said, ...others] = await get('/a', options);
      expect(said).to.match(/^! /).and.match(says);
      expect(others).to.deep.equal([]);
    });
  }

  it('follows a chain of redirects to its limit and no further', async () => {
    const routes: Record<string, Route> = { '/0': page(sentence) };
    for (let at = 1; at <= 9; at += 1) {
      routes[`/${at}`] = (_, response) => response.writeHead(302, { location: `/${at - 1}` }).end();
    }
    await serve(routes);
    expect(await get('/8')).to.deep.equal([sentence]);
    expect((await get('/9'))[0]).to.match(/redirects more than 8 times/);
  });

  it('survives a server that cuts a body at a false length, and one that speaks no HTTP', async () => {
    const raw = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (data) => {
        const isRobots = data.toString().startsWith('GET /robots.txt');
        if (isRobots)
          socket.end('HTTP/1.1 404 N\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
        else if (data.toString().includes('/short')) {
          socket.end(
            'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 5\r\nconnection: close\r\n\r\nChina met Russia.',
          );
        } else socket.end('220 mail.example ready\r\n');
      });
    }).listen(0, '127.0.0.1');
    await once(raw, 'listening');
    try {
      const url = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`;
      const fetcher = createFetcher(here);
      expect(brief(await collect(readUrl(`${url}/short`, fetcher)))).to.deep.equal(['China']);
      expect(brief(await collect(readUrl(`${url}/mail`, fetcher)))[0]).to.match(
        /not HTTP|cannot be reached/,
      );
    } finally {
      raw.close();
    }
  });

  it('refuses a name that resolves to this machine', async () => {
    await serve({ '/a': page(sentence) });
    const { port } = new URL(server.url);
    const [said] = brief(
      await collect(readUrl(`http://localhost:${port}/a`, createFetcher({ pause: 0 }))),
    );
    expect(said).to.match(/localhost is in a private or special network/);
    expect(server.asked).to.deep.equal([]);
  });

  const wrong: [address: string, says: RegExp][] = [
    ['ftp://paper.example/a', /ftp: are not fetched/],
    ['http://', /not a valid address/],
    ['http://user:secret@paper.example/', /user name or password/],
    ['http://127.0.0.1/', /private or special/],
    ['http://0x7f.1/', /private or special/],
    ['http://2130706433/', /private or special/],
    ['http://[::1]/', /private or special/],
    ['http://[::ffff:10.1.2.3]/', /private or special/],
    ['http://[fe80::1]/', /private or special/],
    ['http://[fd00:ec2::254]/', /private or special/],
    ['http://[64:ff9b::a00:1]/', /private or special/],
    ['http://[2002:7f00:1::]/', /private or special/],
    ['http://192.168.0.1/', /private or special/],
    ['http://172.31.9.9/', /private or special/],
    ['http://100.64.0.1/', /private or special/],
    ['http://0.0.0.0/', /private or special/],
    ['http://nowhere.invalid/', /not known/],
  ];
  for (const [address, says] of wrong) {
    it(`refuses ${address}`, async () => {
      const [said] = brief(await collect(readUrl(address, createFetcher({ pause: 0 }))));
      expect(said).to.match(/^! /).and.match(says);
    });
  }

  it('says what is wrong with a range that is to be allowed', () => {
    for (const range of ['localhost', '10.0.0.0/99', '10.0.0/8', '']) {
      expect(() => createFetcher({ allowAddresses: [range] }), range).to.throw(
        InputError,
        /range such as/,
      );
    }
  });

  describe('politeness', () => {
    it('obeys robots.txt, which it asks for once', async () => {
      await serve({
        '/robots.txt': (_, response) =>
          response.end('User-agent: *\nDisallow: /private\nUser-agent: whowhom\nDisallow: /no'),
        '/a': page(sentence),
        '/no/b': page(sentence),
        '/private': page(sentence),
      });
      const fetcher = createFetcher(here);
      const at = async (path: string) =>
        brief(await collect(readUrl(server.url + path, fetcher)))[0];
      expect(await at('/a')).to.equal(sentence);
      expect(await at('/private')).to.equal(sentence);
      expect(await at('/no/b')).to.match(/robots\.txt .* does not allow/);
      expect(server.asked).to.deep.equal(['/robots.txt', '/a', '/private']);
    });

    it('asks nothing of a host whose robots.txt fails', async () => {
      await serve({
        '/robots.txt': (_, response) => response.writeHead(503).end(),
        '/a': page(sentence),
      });
      expect((await get('/a'))[0]).to.match(/does not allow/);
    });

    it('does not wait longer than it is good for', async () => {
      await serve({
        '/robots.txt': (_, response) => response.end('User-agent: *\nCrawl-delay: 3600'),
        '/a': page(sentence),
      });
      expect((await get('/a'))[0]).to.match(/asks for 3600 s between two requests/);
    });

    it('asks a host one thing at a time, with a pause', async () => {
      let open = 0;
      let most = 0;
      const times: number[] = [];
      const slow: Route = (_, response) => {
        open += 1;
        most = Math.max(most, open);
        times.push(performance.now());
        setTimeout(() => {
          open -= 1;
          response.writeHead(200, { 'content-type': 'text/html' }).end(page(sentence));
        }, 10);
      };
      await serve({ '/a': slow, '/b': slow, '/c': slow });
      const fetcher = createFetcher({ ...here, pause: 100 });
      await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetch(server.url + path)));
      expect(most).to.equal(1);
      const [first = 0, second = 0, third = 0] = times;
      expect(Math.min(second - first, third - second)).to.be.above(80);
    });

    it('comes back once when it is asked to come later', async () => {
      let count = 0;
      await serve({
        '/a': (_, response) => {
          count += 1;
          if (count === 1) response.writeHead(503, { 'retry-after': '0' }).end();
          else response.writeHead(200, { 'content-type': 'text/html' }).end(page(sentence));
        },
      });
      expect(await get('/a')).to.deep.equal([sentence]);
    });
  });

  describe('feeds', () => {
    const feed = (...paths: string[]): string =>
      `<rss version="2.0"><channel><title>P</title>${paths.map((path) => `<item><title>${path}</title><link>${server.url}${path}</link></item>`).join('')}</channel></rss>`;

    it('fetches what a feed names; one that fails does not stop the others', async () => {
      await serve({ '/b': page('Iran warned Iraq.') });
      server.routes['/feed'] = (_, response) =>
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed('/a', '/b'));
      const items = await collect(readUrl(`${server.url}/feed`, createFetcher(here)));
      expect(items.map(({ name }) => name)).to.deep.equal([`${server.url}/a`, `${server.url}/b`]);
      const [missing, found] = brief(items);
      expect(missing).to.match(/404/);
      expect(found).to.equal('Iran warned Iraq.');
    });

    const old = 'Mon, 02 Nov 2026 23:10:00 GMT';
    /** A feed with these headers that was not changed where it is asked with one of them. */
    const dated =
      (headers: Record<string, string>, ...paths: string[]): Route =>
      (request, response) => {
        const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
        sent.push([etag, since]);
        const isKnown = etag ? etag === headers.etag : since === headers['last-modified'];
        if ((etag || since) && isKnown) response.writeHead(304).end();
        else {
          const all = { 'content-type': 'application/rss+xml', ...headers };
          response.writeHead(200, all).end(feed(...paths));
        }
      };
    const sent: (readonly [etag: string | undefined, since: string | undefined])[] = [];
    beforeEach(() => {
      sent.length = 0;
    });
    /** Reads to the end: how many items there were, and what the reading returned. */
    async function look(path: string, known: Validators | null = null) {
      const reading = readUrl(server.url + path, createFetcher(here), { known });
      for (let items = 0; ; items += 1) {
        const { done, value } = await reading.next();
        if (done) return [items, value] as const;
      }
    }

    it('asks only for what changed with the validators of a reading to the end', async () => {
      await serve({ '/a': page(sentence), '/b': page(sentence) });
      const headers = { etag: '"1"', 'last-modified': old };
      server.routes['/feed'] = dated(headers, '/a', '/b');
      const known = { url: `${server.url}/feed`, etag: '"1"', modified: old };
      expect(await look('/feed')).to.deep.equal([2, known]);
      expect(await look('/feed', known)).to.deep.equal([0, 'unchanged']);
      server.routes['/feed'] = dated({ etag: '"2"' }, '/b');
      expect(await look('/feed', known)).to.deep.equal([
        1,
        { ...known, etag: '"2"', modified: null },
      ]);
      expect(sent).to.deep.equal([
        [undefined, undefined],
        ['"1"', old],
        ['"1"', old],
      ]);
    });

    it('takes no time alone that is as good as now, since more may come in the same second', async () => {
      await serve({ '/a': page(sentence) });
      server.routes['/old'] = dated({ 'last-modified': old }, '/a');
      server.routes['/new'] = dated({ 'last-modified': new Date().toUTCString() }, '/a');
      server.routes['/odd'] = dated({ 'last-modified': 'yesterday' }, '/a');
      expect((await look('/old'))[1]).to.deep.include({ etag: null, modified: old });
      expect(await look('/new')).to.deep.equal([1, null]);
      expect(await look('/odd')).to.deep.equal([1, null]);
    });

    it('sends validators where they came from, and nowhere else', async () => {
      await serve({ '/a': page(sentence) });
      const to =
        (location: string): Route =>
        (_, response) =>
          response.writeHead(302, { location }).end();
      Object.assign(server.routes, { '/feed': to('/1'), '/1': dated({ etag: '"x"' }, '/a') });
      const [, known] = await look('/feed');
      expect(await look('/feed', known as Validators)).to.deep.equal([0, 'unchanged']);
      Object.assign(server.routes, { '/feed': to('/2'), '/2': dated({ etag: '"x"' }, '/a') });
      expect((await look('/feed', known as Validators))[0]).to.equal(1);
      expect(sent.map(([etag]) => etag)).to.deep.equal([undefined, '"x"', undefined]);
    });

    it('takes "not modified" for a fault where it did not ask for changes', async () => {
      await serve({ '/feed': (_, response) => response.writeHead(304).end() });
      expect((await get('/feed'))[0]).to.match(/answered 304/);
    });

    it('gives no validators where an article failed', async () => {
      await serve({});
      server.routes['/feed'] = dated({ etag: '"1"' }, '/late');
      expect(await look('/feed')).to.deep.equal([1, null]);
      server.routes['/late'] = page(sentence);
      expect((await look('/feed'))[1]).to.have.property('etag', '"1"');
    });

    it('stops at once when it is told to', async () => {
      const stop = new AbortController();
      await serve({ '/a': () => stop.abort() });
      const read = collect(readUrl(`${server.url}/a`, createFetcher(here), { stop: stop.signal }));
      const error = await read.then(
        () => null,
        (reason: Error) => reason,
      );
      expect(error).to.have.property('name', 'AbortError');
    });
  });
});
