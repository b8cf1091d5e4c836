// What the API answers when it is asked well: over a real port, against the schemas.

import { expect } from 'chai';
import { MultiGraph } from 'graphology';
import { formatGraph, serializeGraph } from '../../graph/index.ts';
import { corrected, extractions } from '../store/articles.ts';
import { documentId, entityId, extractionOf } from '../store/extraction.ts';
import { pages } from '../store/reading.ts';
import { bodyOf, type Running, start } from './running.ts';

const [norland, sudmark] = ['Norland', 'Sudmark'].map(entityId) as [string, string];
const all = extractions.flatMap((each) => each.statements);

describe('API', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());

  it('answers with one document, entity or statement', async () => {
    for (const { document, entities, statements } of extractions) {
      const found = await server.get(`/api/v1/documents/${document.id}`);
      expect(await bodyOf('document', found)).to.deep.equal(document);
      for (const { id } of entities) {
        const detail = await bodyOf('entityDetail', await server.get(`/api/v1/entities/${id}`));
        const { partners: _, activity: __, ...summary } = detail;
        expect(summary).to.deep.equal(await server.store.entity(id));
      }
      for (const statement of statements) {
        const one = await server.get(`/api/v1/statements/${statement.id}`);
        expect(await bodyOf('statement', one)).to.deep.equal(statement);
      }
    }
  });

  const lists: ['documentList' | 'entityList' | 'statementList', string, number][] = [
    ['documentList', '/documents', 4],
    ['entityList', '/entities', 9],
    ['entityList', '/entities?q=', 9],
    ['entityList', '/entities?q=W', 2],
    ['entityList', '/entities?q=WALESA', 1],
    ['entityList', '/entities?q=__proto__', 1],
    ['entityList', '/entities?q=nobody', 0],
    ['statementList', '/statements', all.length],
    ['statementList', `/statements?entity=${norland}`, 5],
    ['statementList', `/statements?source=${norland}&target=${sudmark}`, 2],
    ['statementList', `/statements?pair=${norland},${sudmark}`, 4],
    ['statementList', `/statements?pair=${sudmark}%2C${norland}`, 4],
    ['statementList', `/statements?document=${documentId('https://example.org/fish')}`, 3],
    ['statementList', `/statements?ids=${all[0]?.id},${all[5]?.id}`, 2],
    ['statementList', `/statements?entity=${entityId('nobody')}`, 0],
  ];
  for (const [concept, path, total] of lists) {
    it(`lists ${path.slice(0, 60)}, page by page`, async () => {
      const whole = await bodyOf(concept, await server.get(`/api/v1${path}`));
      expect(whole.total).to.equal(total);
      expect(whole.items).to.have.lengthOf(total);
      for (const limit of [1, 2, 3, total + 1]) {
        const items = await pages<unknown>(async (cursor) => {
          const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
          const sign = path.includes('?') ? '&' : '?';
          return bodyOf(concept, await server.get(`/api/v1${path}${sign}limit=${limit}${next}`));
        });
        expect(items).to.deep.equal(whole.items);
      }
    });
  }

  it('answers with the graph in both views', async () => {
    const records = await server.store.read();
    for (const view of ['relations', 'statements'] as const) {
      const graph = await bodyOf('graph', await server.get(`/api/v1/graph?view=${view}`));
      expect(graph).to.deep.equal(serializeGraph(records, { view, limit: 2000 }));
      expect(graph.edges.length).to.be.greaterThan(5);
      expect(MultiGraph.from({ ...graph, options: { ...graph.options } } as never).size).to.equal(
        graph.edges.length,
      );
    }
    const plain = await bodyOf('graph', await server.get('/api/v1/graph'));
    expect(plain.attributes.view).to.equal('relations');
  });

  it('cuts the graph and says so', async () => {
    const { attributes, edges, nodes } = await bodyOf(
      'graph',
      await server.get('/api/v1/graph?limit=2'),
    );
    expect(edges).to.have.lengthOf(2);
    expect(attributes.shown).to.equal(2);
    expect(attributes.total).to.be.greaterThan(2);
    expect(nodes.length).to.be.at.most(4);
  });

  it('answers with the graph around an entity as the whole graph has it', async () => {
    const records = await server.store.read();
    for (const view of ['relations', 'statements'] as const) {
      const answer = await server.get(`/api/v1/graph?view=${view}&entity=${sudmark}`);
      expect(await bodyOf('graph', answer)).to.deep.equal(
        serializeGraph(records, { view, entity: sudmark }),
      );
    }
  });

  it('exports the graph as a file', async () => {
    for (const view of ['statements', 'relations'] as const) {
      const answer = await server.get(`/api/v1/export?format=json&view=${view}`);
      expect(answer.headers.get('Content-Disposition')).to.equal(
        `attachment; filename=whowhom-${view}.json`,
      );
      const bytes = await answer.clone().text();
      const graph = await bodyOf('graph', answer);
      const whole = serializeGraph(await server.store.read(), { view });
      if (view === 'statements') expect(bytes).to.equal(formatGraph(whole));
      expect(graph.edges).to.have.deep.members(whole.edges);
      expect({ ...graph, edges: [] }).to.deep.equal({ ...whole, edges: [] });
    }
  });

  it('answers HEAD as GET without a body', async () => {
    const answer = await server.get('/api/v1/documents', { method: 'HEAD' });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('ETag')).to.be.a('string');
    expect(await answer.text()).to.equal('');
  });

  it('is alive and ready', async () => {
    for (const [path, status] of [
      ['/livez', 'live'],
      ['/readyz', 'ready'],
    ] as const) {
      const answer = await server.get(path);
      expect(answer.status).to.equal(200);
      expect(await answer.json()).to.deep.equal({ status });
    }
  });
});

describe('API conditional requests', () => {
  let server: Running;
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.stop());
  const tagOf = async (path: string): Promise<string> =>
    (await server.get(path)).headers.get('ETag') ?? '';
  const ask = (path: string, tags: string) =>
    server.get(path, { headers: { 'If-None-Match': tags } });

  it('answers 304 until something changes, whoever changes it', async () => {
    const path = '/api/v1/documents';
    const tag = await tagOf(path);
    expect(tag).to.match(/^"[^"]+"$/);
    for (const tags of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const answer = await ask(path, tags);
      expect(answer.status).to.equal(304);
      expect(answer.headers.get('ETag')).to.equal(tag);
      expect(await answer.text()).to.equal('');
    }
    await server.store.add(corrected);
    const fresh = await ask(path, tag);
    expect(fresh.status).to.equal(200);
    expect(fresh.headers.get('ETag')).to.not.equal(tag);
    await server.store.remove(corrected.document.id);
    const later = await ask(path, fresh.headers.get('ETag') ?? '');
    expect((await bodyOf('documentList', later)).total).to.equal(3);
  });

  it('has a tag for each address and each start', async () => {
    const addresses = ['/documents', '/documents?limit=1', '/entities', '/graph'];
    const tags = await Promise.all(addresses.map((path) => tagOf(`/api/v1${path}`)));
    expect(new Set(tags).size).to.equal(addresses.length);
    const again = await start();
    expect((await again.get('/api/v1/documents')).headers.get('ETag')).to.not.equal(tags[0]);
    await again.stop();
  });

  it('does not take other tags', async () => {
    for (const tags of ['*', '""', '"x"', 'x', ',,,']) {
      expect((await ask('/api/v1/documents', tags)).status, tags).to.equal(200);
    }
    expect((await ask('/api/v1/documents/doc_0', '*')).status).to.equal(404);
  });

  it('pages on while articles are added and removed', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let n = 0; cursor !== null; n++) {
      const path: string = `/api/v1/statements?limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await bodyOf('statementList', await server.get(path));
      seen.push(...page.items.map((each) => each.id));
      cursor = page.next;
      await server.store.add(
        extractionOf({
          url: `https://example.org/new/${n}`,
          published: '2030-01-01',
          sentences: ['[Norland] <waved>.'],
        }),
      );
    }
    expect([...seen].sort()).to.deep.equal(all.map((each) => each.id).sort());
  });
});
