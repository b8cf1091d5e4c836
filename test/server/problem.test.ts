// What the server answers when it is asked badly: problem details with the right status, a
// sentence that helps, and nothing of its inside.

import { request } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Store, StoreError } from '../../store/index.ts';
import { entityId } from '../store/extraction.ts';
import { problemOf, type Running, start } from './running.ts';

const id = entityId('Norland');

describe('problems', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());

  const badQueries: [string, string, RegExp][] = [
    ['/documents?limt=1', '/query/limt', /nearest is "limit"/],
    ['/documents?Limit=1', '/query/Limit', /nearest is "limit"/],
    ['/entities?query=a', '/query/query', /no parameter "query"/],
    [`/statements?entitiy=${id}`, '/query/entitiy', /nearest is "entity"/],
    ['/graph?veiw=relations', '/query/veiw', /nearest is "view"/],
    [`/documents/${id}?limit=1`, '/query/limit', /expected none/],
    ['/documents?__proto__=x', '/query/__proto__', /no parameter/],
    ['/documents?constructor=x', '/query/constructor', /no parameter/],
    ['/documents?toString', '/query/toString', /no parameter/],
    ['/documents?a/b~c=x', '/query/a~1b~0c', /no parameter/],
    ['/documents?limit[]=1', '/query/limit[]', /nearest is "limit"/],
    ['/documents?=1', '/query/', /no parameter ""/],
    ['/documents?limit=1&limit=2', '/query/limit', /found 2 values/],
    ['/documents?limit', '/query/limit', /found ""/],
    ['/documents?limit=0', '/query/limit', /from 1 to 1000, found "0"/],
    ['/documents?limit=1001', '/query/limit', /from 1 to 1000/],
    ['/documents?limit=-1', '/query/limit', /whole number/],
    ['/documents?limit=1.5', '/query/limit', /whole number/],
    ['/documents?limit=1e2', '/query/limit', /whole number/],
    ['/documents?limit=0x10', '/query/limit', /whole number/],
    ['/documents?limit=%F0%9F%90%9F', '/query/limit', /found "🐟"/],
    ['/documents?cursor=', '/query/cursor', /cursor/],
    ['/documents?cursor=WyJhIl0', '/query/cursor', /first page/],
    [`/documents?cursor=${'a'.repeat(2001)}`, '/query/cursor', /at most 2000/],
    [`/entities?q=${'a'.repeat(201)}`, '/query/q', /at most 200/],
    ['/statements?entity=Norland', '/query/entity', /an id such as en_/],
    [`/statements?document=${id}`, '/query/document', /an id such as doc_/],
    [`/statements?entity=${id}%00`, '/query/entity', /an id/],
    [`/statements?pair=${id}`, '/query/pair', /expected 2 ids/],
    [`/statements?pair=${id},${id},${id}`, '/query/pair', /expected 2 ids/],
    ['/statements?ids=', '/query/ids', /1 to 500 ids/],
    [`/statements?ids=${id}`, '/query/ids', /each st_/],
    ['/graph?view=map', '/query/view', /relations or statements, found "map"/],
    ['/graph?limit=100001', '/query/limit', /from 1 to 100000/],
    ['/export?format=exe', '/query/format', /expected json/],
  ];
  for (const [path, pointer, detail] of badQueries) {
    it(`400 for ${path.slice(0, 60)}`, async () => {
      const problem = await problemOf(await server.get(`/api/v1${path}`), 400);
      expect(problem.errors?.map((error) => error.pointer)).to.deep.equal([pointer]);
      expect(problem.detail).to.match(detail);
    });
  }

  it('400 with every error in it', async () => {
    const answer = await server.get('/api/v1/statements?limit=x&pear=y&entity=z');
    const { errors } = await problemOf(answer, 400);
    expect(errors?.map((error) => error.pointer).sort()).to.deep.equal([
      '/query/entity',
      '/query/limit',
      '/query/pear',
    ]);
  });

  const missing = [
    `/api/v1/documents/${id}`,
    `/api/v1/entities/${entityId('nobody')}`,
    '/api/v1/entities/__proto__',
    '/api/v1/entities/constructor',
    '/api/v1/statements/toString',
    `/api/v1/statements/${'x'.repeat(3000)}`,
    '/api/v1/statements/%00',
    '/api/v1/documents/..%2f..%2fpackage.json',
    `/api/v1/graph?entity=${entityId('nobody')}`,
    '/api/v1/nothing',
    '/api/v1/',
    '/api/v2/documents',
    '/api',
    '/nothing.js',
    '/assets/nothing.js',
    '/.secret',
    '/%2e%2e%2foutside.txt',
    '/..%2foutside.txt',
  ];
  for (const path of missing) {
    it(`404 for ${path.slice(0, 60)}`, async () => {
      const problem = await problemOf(await server.get(path), 404);
      expect(problem.detail).to.match(/^There is no/);
    });
  }

  it('400 for a broken address', async () => {
    const { detail } = await problemOf(await server.get('/api/v1/documents/%E0%A4%A'), 400);
    expect(detail).to.include('%-escapes');
  });

  it('405 that names the methods there are', async () => {
    const allowed: [method: string, path: string, allow: string][] = [
      ['PUT', '/api/v1/documents', 'GET, HEAD, POST'],
      ['PATCH', `/api/v1/documents/${id}`, 'GET, HEAD, DELETE'],
      ['GET', '/api/v1/judgements/preview', 'POST'],
    ];
    for (const [method, path, allow] of allowed) {
      const answer = await server.get(path, { method });
      expect(answer.headers.get('Allow')).to.equal(allow);
      await problemOf(answer, 405);
    }
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    it(`405 for ${method}`, async () => {
      const paths = [`/api/v1/entities/${id}`, '/api/v1/export', '/livez', '/'];
      for (const path of paths) {
        const answer = await server.get(path, { method });
        expect(answer.headers.get('Allow')).to.equal('GET, HEAD');
        expect((await problemOf(answer, 405)).detail).to.include(method);
      }
    });
  }

  it('never fails for any parameter', async () => {
    const paths = ['documents', 'entities', 'statements', 'graph', 'export', `entities/${id}`];
    const names = ['limit', 'cursor', 'q', 'entity', 'pair', 'ids', 'view', '__proto__', 'a[b]'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(
          fc.tuple(
            fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary' })),
            fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(id, '1', '%', 'relations')),
          ),
          { maxLength: 4 },
        ),
        async (path, parameters) => {
          const query = new URLSearchParams(parameters);
          const answer = await server.get(`/api/v1/${path}?${query}`);
          if (answer.status !== 200) await problemOf(answer, 400);
          else await answer.text();
        },
      ),
      { numRuns: 150 },
    );
    expect(server.logged).to.deep.equal([]);
  });
});

describe('problems of the store', () => {
  const failing = (error: Error): Store => {
    const fail = () => Promise.reject(error);
    return {
      ...{ add: fail, addAll: fail, remove: fail, document: fail, documents: fail, entity: fail },
      ...{ entities: fail, statement: fail, statements: fail, read: fail, isEmpty: fail },
      ...{ relations: fail, ego: fail, timeline: fail, facets: fail, stats: fail, revision: fail },
      ...{ judge: fail, judgements: fail, undoJudgement: fail, mergeParts: fail },
      ...{ enqueue: fail, lease: fail, renew: fail, finish: fail, fail, release: fail },
      ...{ retry: fail, reclaim: fail, job: fail, jobs: fail, reading: fail, extraction: fail },
      ...{ check: fail, backup: fail, vacuum: fail, entitiesById: fail, partners: fail },
      ...{ examples: fail, outlines: fail, allOutlines: fail, documentsOf: fail, counts: fail },
      ...{ validators: fail, keepValidators: fail },
      isReadOnly: false,
      close: () => Promise.resolve(),
    };
  };

  it('500 without the reason, which is logged', async () => {
    const server = await start({
      store: failing(new StoreError('corrupt', 'Secret: /home/a.db.')),
    });
    const answer = await server.get('/api/v1/documents');
    expect(JSON.stringify(await problemOf(answer, 500))).to.not.include('Secret');
    expect(server.logged).to.have.lengthOf(1);
    expect(server.logged[0]).to.match(/^GET \/api\/v1\/documents: StoreError: Secret/);
    await problemOf(await server.get('/readyz'), 503);
    expect((await server.get('/livez')).status).to.equal(200);
    await server.stop();
  });

  it('503 with a time to wait while another process writes', async () => {
    const server = await start({ store: failing(new StoreError('busy', 'Busy.')) });
    const answer = await server.get('/api/v1/documents');
    expect(answer.headers.get('Retry-After')).to.equal('1');
    await problemOf(answer, 503);
    await server.stop();
  });
});

describe('names of the host', () => {
  const askAs = (port: number, host: string | undefined): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = host === undefined ? {} : { host };
      request({ port, host: '127.0.0.1', path: '/livez', headers, setHost: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  const names: [string, number][] = [
    ['localhost', 200],
    ['LOCALHOST:3000', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:3000', 200],
    ['evil.example', 403],
    ['evil.example:3000', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost@evil.example', 403],
    ['evil.example/localhost', 403],
    ['', 403],
  ];

  it('are those of this machine on the loopback address', async () => {
    const server = await start();
    for (const [name, status] of names) {
      expect(await askAs(server.port, name), name).to.equal(status);
    }
    await server.stop();
  });

  it('are any on another address', async () => {
    const server = await start({ host: '0.0.0.0' });
    expect(await askAs(server.port, 'news.example')).to.equal(200);
    await server.stop();
  });
});
