// The filter, roll-ups, paths, search and lists as lines: over a real port, against the schemas and
// against the statements themselves.

import { expect } from 'chai';
import type { Statement } from '../../schema/index.ts';
import { extractions } from '../store/articles.ts';
import { documentId, entityId } from '../store/extraction.ts';
import { bodyOf, problemOf, type Running, start } from './running.ts';

const all = extractions.flatMap((each) => each.statements);
const [norland, sudmark, wang] = ['Norland', 'Sudmark', 'Wang Yi'].map(entityId) as [
  string,
  string,
  string,
];
const between = (a: string, b: string) => (each: Statement) =>
  (each.source.entity === a && each.target?.entity === b) ||
  (each.source.entity === b && each.target?.entity === a);

describe('API reading', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());
  const get = (path: string, init?: RequestInit) => server.get(`/api/v1${path}`, init);

  const filters: [string, (statement: Statement) => boolean][] = [
    ['kind=event', (each) => each.kind === 'event'],
    ['kind=stance,role', (each) => each.kind !== 'event'],
    ['type=none', (each) => !each.event?.type],
    ['quad=0', (each) => (each.event?.quad ?? 0) === 0],
    ['quad=1,2,3,4', (each) => (each.event?.quad ?? 0) !== 0],
    ['polarity=negative', (each) => each.polarity === 'negative'],
    ['modality=actual,future', (each) => /actual|future/.test(each.modality)],
    ['speaker=author', (each) => each.attribution.type === 'author'],
    [
      `entity=${wang},${norland}`,
      (each) =>
        [wang, norland].some((id) => [each.source.entity, each.target?.entity].includes(id)),
    ],
    [`source=${norland}&quad=0`, (each) => each.source.entity === norland],
    ['confidence=1', (each) => each.confidence.value >= 1],
    ['q=harbour', (each) => /harbour/i.test(each.evidence.exact)],
    ['q=har*', (each) => /\bhar/i.test(each.evidence.exact)],
    [
      `document=${documentId('https://example.org/fish')}`,
      (each) => each.evidence.document === documentId('https://example.org/fish'),
    ],
    [
      'from=2024-03-03&to=2024-03-05',
      (each) =>
        ['fish', 'prototype'].some(
          (name) => each.evidence.document === documentId(`https://example.org/${name}`),
        ),
    ],
    ['publisher=%22The%20Times,%20London%22,Nobody', () => false],
    ['country=CHN', () => false],
    ['rejected=true', () => false],
    ['rejected=false', () => true],
  ];
  for (const [filter, holds] of filters) {
    it(`statements and graph of ${filter.slice(0, 60)}`, async () => {
      const expected = all.filter(holds);
      const list = await bodyOf('statementList', await get(`/statements?${filter}&limit=1000`));
      expect(list.items.map((each) => each.id)).to.have.members(expected.map((each) => each.id));
      if (/^entity=/.test(filter)) return;
      const graph = await bodyOf('graph', await get(`/graph?view=statements&${filter}`));
      expect(graph.edges.map((edge) => edge.key)).to.have.members(
        expected.flatMap((each) => (each.target ? each.id : [])),
      );
    });
  }

  it('sorts', async () => {
    const of = async (sort: string) =>
      (await bodyOf('statementList', await get(`/statements?sort=${sort}&limit=1000`))).items;
    const [newest, oldest] = [await of('newest'), await of('oldest')];
    expect(newest[0]?.evidence.document).to.not.equal(oldest[0]?.evidence.document);
    const values = (await of('confidence')).map((each) => each.confidence.value);
    expect(values).to.deep.equal([...values].sort((a, b) => b - a));
  });

  it('rolls up', async () => {
    const { items, total } = await bodyOf(
      'relationList',
      await get(`/relations?pair=${norland},${sudmark}&withIds=true`),
    );
    expect(total).to.equal(items.length);
    expect(items.flatMap((each) => each.ids ?? [])).to.have.members(
      all.filter(between(norland, sudmark)).map((each) => each.id),
    );
    const byType = await bodyOf('relationList', await get('/relations?by=type'));
    expect(byType.items.every((each) => each.ids === undefined)).to.equal(true);
  });

  it('counts by time, by property and in all', async () => {
    for (const by of ['day', 'week', 'month']) {
      const { items } = await bodyOf('timeline', await get(`/timeline?by=${by}`));
      const dated = all.filter(
        (each) => each.evidence.document !== documentId('https://example.org/undated'),
      );
      expect(items.reduce((sum, each) => sum + each.statements, 0)).to.equal(dated.length);
      expect(items.map((each) => each.start)).to.deep.equal(items.map((each) => each.start).sort());
    }
    const facets = await bodyOf('facets', await get('/facets'));
    expect(facets.polarity.reduce((sum, each) => sum + each.count, 0)).to.equal(all.length);
    const stats = await bodyOf('stats', await get('/stats'));
    expect(stats).to.include({ documents: 4, statements: all.length });
  });

  it('tells of an actor, its partners and what it did', async () => {
    const detail = await bodyOf('entityDetail', await get(`/entities/${norland}`));
    const partner = detail.partners.find((each) => each.actor.id === sudmark);
    expect(partner?.statements).to.equal(all.filter(between(norland, sudmark)).length);
    expect(detail.partners.some((each) => each.actor.id === norland)).to.equal(false);
    expect(detail.activity.items).to.have.length.greaterThan(0);
  });

  it('finds paths with the statements on them', async () => {
    const { items, complete } = await bodyOf(
      'pathList',
      await get(`/paths?from=${norland}&to=${wang}&k=3`),
    );
    expect(complete).to.equal(true);
    expect(items.map((path) => path.actors.map((actor) => actor.name))).to.deep.equal([
      ['Norland', 'Sudmark', 'Wang Yi'],
    ]);
    for (const { a, b, statements, total } of items[0]?.steps ?? []) {
      expect(total).to.equal(all.filter(between(a, b)).length);
      expect(statements.every(between(a, b))).to.equal(true);
    }
    const none = await get(`/paths?from=${norland}&to=${entityId('constructor')}`);
    expect((await bodyOf('pathList', none)).items).to.deep.equal([]);
    const barred = await get(`/paths?from=${norland}&to=${wang}&since=2030-01-01`);
    expect((await bodyOf('pathList', barred)).items).to.deep.equal([]);
    await problemOf(await get(`/paths?from=${norland}`), 400);
    await problemOf(await get(`/paths?from=${norland}&to=${entityId('nobody')}`), 404);
  });

  it('draws what partners have to do with each other', async () => {
    const keys = async (depth: number) =>
      (await bodyOf('graph', await get(`/graph?entity=${wang}&depth=${depth}`))).edges.map(
        (edge) => edge.key,
      );
    const [near, far] = [await keys(1), await keys(2)];
    expect(far).to.include.members(near);
  });

  it('searches everything at once', async () => {
    const found = await bodyOf('searchResults', await get('/search?q=fish'));
    expect(found.documents.items.map((each) => each.title)).to.deep.equal(['Fish and tariffs']);
    const actors = await bodyOf('searchResults', await get('/search?q=norl'));
    expect(actors.entities.items.map((each) => each.entity.name)).to.deep.equal(['Norland']);
    expect(actors.statements.total).to.be.greaterThan(0);
    expect((await get('/search?q=%22%27*()%20AND%20NOT')).status).to.equal(200);
    expect((await get('/search')).status).to.equal(200);
  });

  it('marks what statements read in a document', async () => {
    const { document } = extractions[0] as { document: { id: string; text: string } };
    const { items } = await bodyOf('markList', await get(`/documents/${document.id}/marks`));
    for (const { start, end, part, statement } of items) {
      const read = all.find((each) => each.id === statement) as Statement;
      const text = document.text.slice(start, end);
      expect(text).to.equal(part === 'evidence' ? read.evidence.exact : read[part]?.text);
    }
    expect(items.length).to.be.greaterThan(6);
  });

  it('gives the address of the next page', async () => {
    const answer = await get('/statements?limit=4&sort=oldest');
    const address = /^<(\/api\/v1\/statements\?[^>]*)>; rel="next"$/.exec(
      answer.headers.get('Link') ?? '',
    )?.[1];
    const first = await bodyOf('statementList', answer);
    const second = await bodyOf('statementList', await server.get(address as string));
    expect(new Set([...first.items, ...second.items].map((each) => each.id)).size).to.equal(8);
    expect((await get('/statements?limit=1000')).headers.get('Link')).to.equal(null);
  });

  it('streams a list as lines', async () => {
    const lines = async (path: string) => {
      const answer = await get(path, { headers: { Accept: 'application/x-ndjson' } });
      expect(answer.headers.get('Content-Type')).to.match(/^application\/x-ndjson/);
      expect(answer.headers.get('Vary')).to.include('Accept');
      const text = await answer.text();
      return text === ''
        ? []
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    };
    const list = await bodyOf('statementList', await get('/statements?limit=1000'));
    expect(await lines('/statements')).to.deep.equal(list.items);
    expect(await lines('/statements?limit=3')).to.deep.equal(list.items.slice(0, 3));
    expect(await lines(`/statements?source=${entityId('nobody')}`)).to.deep.equal([]);
    expect(await lines('/entities')).to.have.lengthOf(9);
    const tag = async (accept: string) =>
      (await get('/statements', { headers: { Accept: accept } })).headers.get('ETag');
    expect(await tag('application/x-ndjson')).to.not.equal(await tag('application/json'));
  });
});
