// What is sent to break the server: bodies that are large, deep, broken or of another type, pages from
// elsewhere, keys that are wrong, connections that never end. Nothing may change, nothing may fail.

import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { makeKey } from '../../server/index.ts';
import { bodyOf, problemOf, type Running, start } from './running.ts';

const post = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body,
});

describe('hostile requests', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());
  afterEach(async () => {
    expect(server.logged).to.deep.equal([]);
    expect(await server.store.stats()).to.deep.include({ documents: 4, revision: 4 });
  });
  const api = (path: string, init?: RequestInit) => server.get(`/api/v1${path}`, init);

  const bodies: [what: string, init: () => RequestInit, status: number][] = [
    ['no body', () => ({ method: 'POST' }), 415],
    ['an empty body', () => post(''), 400],
    ['broken JSON', () => post('{"text": "a'), 400],
    ['JSON that is no object', () => post('[1]'), 400],
    ['bytes that are not UTF-8', () => post(new Uint8Array([0x7b, 0xff, 0xfe])), 400],
    ['JSON 100,000 deep', () => post(`{"text":${'['.repeat(100_000)}`), 400],
    ['objects 5,000 deep', () => post('{"a":'.repeat(5000) + '}'.repeat(5000)), 400],
    ['a prototype', () => post('{"text":"China met Japan.","__proto__":{"admin":true}}'), 400],
    ['a constructor', () => post('{"text":"a","constructor":{"prototype":{"x":1}}}'), 400],
    ['100 MB', () => post('x'.repeat(100_000_000)), 413],
    ['text as it is', () => post('China met Japan.', { 'Content-Type': 'text/plain' }), 415],
    ['XML', () => post('<a/>', { 'Content-Type': 'application/xml' }), 415],
    ['a compressed body', () => post('x', { 'Content-Encoding': 'gzip' }), 415],
    ['a form without a boundary', () => post('x', { 'Content-Type': 'multipart/form-data' }), 400],
    [
      'a form that is none',
      () => post('x', { 'Content-Type': 'multipart/form-data; boundary=a' }),
      400,
    ],
    ['nothing to read', () => post('{"title":"a"}'), 422],
    ['text and HTML', () => post('{"text":"a","html":"b"}'), 422],
    ['a file of this machine', () => post('{"url":"file:///etc/passwd"}'), 422],
    ['an address that is none', () => post('{"url":"nonsense"}'), 400],
    ['a date that is none', () => post('{"text":"a","published":"yesterday"}'), 400],
    [
      'a long Idempotency-Key',
      () => post('{"text":"a"}', { 'Idempotency-Key': 'k'.repeat(201) }),
      400,
    ],
  ];
  for (const [what, init, status] of bodies) {
    it(`${status} for ${what}`, async () => {
      await problemOf(await api('/documents', init()), status);
    });
  }

  it('415 or 422 for files that are no articles', async () => {
    const files: [name: string, bytes: Uint8Array | string][] = [
      ['a.exe', new Uint8Array(2000).map((_, index) => index % 7)],
      ['empty.txt', ''],
      ['bomb.txt.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3])],
    ];
    for (const [name, bytes] of files) {
      const form = new FormData();
      form.append('file', new Blob([bytes as never]), name);
      await problemOf(await api('/documents', { method: 'POST', body: form }), 422);
    }
  });

  it('403 for a page from elsewhere that writes', async () => {
    const from: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `http://127.0.0.1:${server.port + 1}` },
      { 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const headers of from) {
      await problemOf(await api('/documents', post('{"text":"China met Japan."}', headers)), 403);
      const removed = await api('/documents/doc_0', { method: 'DELETE', headers });
      await problemOf(removed, 403);
    }
  });

  it('cursors that were forged or belong to another list', async () => {
    const { next } = await bodyOf('statementList', await api('/statements?limit=2'));
    expect(next).to.be.a('string');
    const forged = [
      next?.slice(0, -2),
      `${next}A`,
      Buffer.from('["x","","",1,""]').toString('base64url'),
      Buffer.from('{"__proto__":1}').toString('base64url'),
      'AAAA',
    ];
    for (const cursor of forged) {
      await problemOf(await api(`/statements?limit=2&cursor=${cursor}`), 400);
    }
    await problemOf(await api(`/entities?cursor=${next}`), 400);
    await problemOf(await api(`/statements?polarity=negative&cursor=${next}`), 400);
  });

  const speak = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });

  const raw: [what: string, text: string, status: RegExp][] = [
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400/],
    [
      'headers of 20 kB',
      `GET /api/v1/stats HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1.1 431/,
    ],
    [
      'two lengths',
      'POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n',
      /^HTTP\/1.1 400/,
    ],
  ];
  for (const [what, text, status] of raw) {
    it(`a raw answer for ${what}`, async () => {
      expect(await speak(text)).to.match(status);
    });
  }
});

describe('connections', () => {
  it('beyond the most are refused kindly, while those that are open go on', async () => {
    const server = await start({ connections: 20 });
    const sockets: Socket[] = [];
    const answers: string[] = [];
    await Promise.all(
      Array.from(
        { length: 60 },
        () =>
          new Promise<void>((resolve) => {
            const socket = connect(server.port, '127.0.0.1');
            sockets.push(socket);
            socket.on('error', () => {});
            socket.once('connect', () => setTimeout(resolve, 200));
            socket.on('data', (data) => answers.push(String(data)));
          }),
      ),
    );
    expect(answers.length).to.equal(40);
    for (const answer of answers) expect(answer).to.match(/^HTTP\/1\.1 503[\s\S]*problem\+json/);
    const first = sockets[0] as Socket;
    const answered = new Promise<string>((resolve) =>
      first.once('data', (data) => resolve(`${data}`)),
    );
    first.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await answered).to.match(/^HTTP\/1\.1 200/);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await server.get('/livez')).status).to.equal(200);
    await server.stop();
  });
});

describe('keys', () => {
  const reader = makeKey('reader', ['read']);
  const writer = makeKey('writer', ['read', 'write']);
  let server: Running;
  before(async () => {
    server = await start({ host: '0.0.0.0', keys: [reader.record, writer.record] });
  });
  after(() => server.stop());
  const ask = (authorization: string | null, path: string, init: RequestInit = {}) =>
    server.get(path, {
      ...init,
      headers: {
        ...init.headers,
        ...(authorization === null ? {} : { Authorization: authorization }),
      },
    });
  const basic = (password: string) => `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
  const text = post('{"text":"China met Japan."}');

  it('are needed to read and to write', async () => {
    const wrong = [
      null,
      'Bearer ',
      'Bearer x',
      `Bearer ${reader.key.slice(0, -1)}`,
      `Bearer ${reader.record.hash}`,
      reader.key,
      basic('x'),
      'Basic %%%',
      'Digest a="b"',
    ];
    for (const authorization of wrong) {
      for (const path of ['/api/v1/stats', '/metrics', '/api/v1/export']) {
        const answer = await ask(authorization, path);
        expect(answer.headers.get('WWW-Authenticate')).to.match(/Bearer/);
        await problemOf(answer, 401);
      }
      await problemOf(await ask(authorization, '/api/v1/documents', text), 401);
    }
  });

  it('let do what their scopes say', async () => {
    for (const authorization of [
      `Bearer ${reader.key}`,
      `bearer ${reader.key}`,
      basic(reader.key),
    ]) {
      expect((await ask(authorization, '/api/v1/stats')).status).to.equal(200);
      const { detail } = await problemOf(await ask(authorization, '/api/v1/documents', text), 403);
      expect(detail).to.match(/may write; the key "reader" may not/);
    }
    expect((await ask(`Bearer ${writer.key}`, '/api/v1/documents', text)).status).to.equal(202);
  });

  it('are not needed for health and the viewer', async () => {
    for (const path of ['/livez', '/readyz', '/openapi.json', '/']) {
      expect((await ask(null, path)).status, path).to.equal(200);
    }
  });

  it('are random and kept as a hash', () => {
    const again = makeKey('reader', ['read']);
    expect(again.key).to.not.equal(reader.key);
    expect(JSON.stringify(reader.record)).to.not.include(reader.key);
    expect(reader.key).to.match(/^whowhom_[\w-]{43}$/);
  });
});

describe('limits and other origins', () => {
  it('429 with a time to wait beyond the limit, apart for reading and writing', async () => {
    const server = await start({ limits: { reads: 5, writes: 2 } });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await server.get('/api/v1/stats')).status);
    // The test itself asked for nothing else under /api/v1.
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 429, 429]);
    const refused = await server.get('/api/v1/stats');
    expect(Number(refused.headers.get('Retry-After'))).to.be.within(1, 60);
    expect(refused.headers.get('RateLimit')).to.match(/reads/);
    await problemOf(refused, 429);
    const write = await server.get('/api/v1/documents/doc_0', { method: 'DELETE' });
    await problemOf(write, 404);
    await server.stop();
  });

  it('lets pages of listed origins in, and no others', async () => {
    const server = await start({ origins: ['https://news.example'] });
    const from = (origin: string, init: RequestInit = {}) =>
      server.get('/api/v1/stats', { ...init, headers: { Origin: origin, ...init.headers } });
    const allowed = await from('https://news.example');
    expect(allowed.headers.get('Access-Control-Allow-Origin')).to.equal('https://news.example');
    expect(
      (await from('https://evil.example')).headers.get('Access-Control-Allow-Origin'),
    ).to.equal(null);
    const preflight = await fetch(`${server.url}/api/v1/documents`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://news.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).to.equal(204);
    const written = await server.get('/api/v1/documents/doc_0', {
      method: 'DELETE',
      headers: { Origin: 'https://news.example' },
    });
    await problemOf(written, 404);
    await server.stop();
  });
});
