// Articles handed in, what becomes of them, and what people decide: over a real port, read by the real
// language model.

import { expect } from 'chai';
import type { Accepted, Job, Judgement } from '../../schema/index.ts';
import { entityId } from '../store/extraction.ts';
import { bodyOf, problemOf, type Running, start } from './running.ts';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const article = {
  title: 'Harbour talks',
  published: '2024-03-02',
  text: 'China accused Japan of closing the harbour. Japan rejected the accusation on Friday.',
};

const [norland, sudmark] = ['Norland', 'Sudmark'].map(entityId) as [string, string];

interface ServerEvent {
  readonly id: number;
  readonly event: string;
  readonly job: Job;
}

function eventsIn(text: string): ServerEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, event, data] = [field('id'), field('event'), field('data')];
    return id && event && data ? [{ id: Number(id), event, job: JSON.parse(data) }] : [];
  });
}

describe('API writing', () => {
  let server: Running;
  beforeEach(async () => {
    server = await start({ worker: true });
  });
  afterEach(() => server.stop());
  const api = (path: string, init?: RequestInit) => server.get(`/api/v1${path}`, init);

  async function accepted(response: Response): Promise<Accepted> {
    const body = (await response.json()) as Accepted;
    expect(response.status, JSON.stringify(body)).to.equal(202);
    expect(response.headers.get('Location')).to.equal(`/api/v1/jobs/${body.job.id}`);
    return body;
  }
  const eventsOf = async (id: string, headers: Record<string, string> = {}) =>
    eventsIn(await (await api(`/jobs/${id}/events`, { headers })).text());

  it('reads an article that is handed in, and tells how it goes', async () => {
    const { job } = await accepted(await api('/documents', json(article)));
    const events = await eventsOf(job.id);
    const last = events.at(-1);
    expect(last?.event).to.equal('done');
    expect(last?.job.statements).to.be.greaterThan(0);
    expect(events.map((each) => each.id)).to.deep.equal(
      [...new Set(events.map((each) => each.id))].sort((a, b) => a - b),
    );
    const document = await bodyOf('document', await api(`/documents/${last?.job.document}`));
    expect(document.text).to.equal(article.text);
    expect((await bodyOf('entityList', await api('/entities?q=japan'))).total).to.equal(1);

    const missed = await eventsOf(job.id, { 'Last-Event-ID': String((last?.id ?? 0) - 1) });
    expect(missed).to.deep.equal([last]);
    expect(await eventsOf(job.id, { 'Last-Event-ID': String(last?.id) })).to.deep.equal([]);
  });

  it('reads HTML and files of a form', async () => {
    const html = `<html><body><article><h1>Harbour talks</h1><p>${article.text.replace(' Japan', '</p><p>Japan')}</p></article></body></html>`;
    const one = await accepted(await api('/documents', json({ html, url: 'https://a.example/1' })));
    const form = new FormData();
    form.append('file', new Blob([article.text], { type: 'text/plain' }), '../../etc/passwd.txt');
    const lines = [1, 2].map((n) => JSON.stringify({ ...article, url: `https://b.example/${n}` }));
    form.append('file', new Blob([lines.join('\n')]), 'two.jsonl');
    const many = await accepted(await api('/documents', { method: 'POST', body: form }));
    expect(many.jobs).to.have.lengthOf(3);
    for (const { id } of [...one.jobs, ...many.jobs]) {
      expect((await eventsOf(id)).at(-1)?.event, id).to.equal('done');
    }
    const stats = await bodyOf('stats', await api('/stats'));
    expect(stats.documents + stats.duplicates).to.equal(8);
  });

  it('says why a job failed', async () => {
    const fetched = await accepted(await api('/documents', json({ url: 'http://127.0.0.1/x' })));
    const failed = (await eventsOf(fetched.job.id)).at(-1);
    expect(failed?.event).to.equal('failed');
    expect(failed?.job.reason).to.match(/fetches no addresses/);
    const empty = await accepted(await api('/documents', json({ text: 'It rained all day.' })));
    expect((await eventsOf(empty.job.id)).at(-1)?.job.reason).to.match(/No actor/);
    expect((await bodyOf('jobList', await api('/jobs?state=failed'))).total).to.equal(2);
  });

  it('does a request with the same Idempotency-Key once', async () => {
    const key = { 'Idempotency-Key': 'k1' };
    const [a, b] = await Promise.all([
      api('/documents', json(article, key)),
      api('/documents', json(article, key)),
    ]);
    expect(await accepted(a)).to.deep.equal(await accepted(b));
    expect((await bodyOf('jobList', await api('/jobs'))).total).to.equal(1);
    const other = await api('/documents', json({ ...article, text: 'China met Japan.' }, key));
    expect((await problemOf(other, 422)).detail).to.match(/Idempotency-Key/);
  });

  it('forgets a document', async () => {
    const [document] = (await bodyOf('documentList', await api('/documents'))).items;
    const path = `/documents/${document?.id}`;
    const gone = await api(path, { method: 'DELETE' });
    expect([gone.status, await gone.text()]).to.deep.equal([204, '']);
    await problemOf(await api(path), 404);
    await problemOf(await api(path, { method: 'DELETE' }), 404);
  });

  it('changes nothing where If-Match names another revision', async () => {
    const seen = (await api('/entities')).headers.get('ETag') ?? '';
    const [first, second] = (await bodyOf('documentList', await api('/documents'))).items;
    const remove = (id: string | undefined) =>
      api(`/documents/${id}`, { method: 'DELETE', headers: { 'If-Match': seen } });
    expect((await remove(first?.id)).status).to.equal(204);
    await problemOf(await remove(second?.id), 412);
    const merge = json({ kind: 'same', a: norland, b: sudmark }, { 'If-Match': seen });
    await problemOf(await api('/judgements', merge), 412);
    expect((await bodyOf('documentList', await api('/documents'))).total).to.equal(3);
  });

  it('merges actors after a preview, and takes it back without a trace', async () => {
    const before = await (await api('/export')).text();
    const decision = { kind: 'same', a: norland, b: sudmark, by: 'reader' };
    const preview = await bodyOf(
      'judgementPreview',
      await api('/judgements/preview', json(decision)),
    );
    expect(preview.entities.map((each) => each.entity.id)).to.deep.equal([norland, sudmark]);
    expect(preview.between).to.equal(4);
    expect(await (await api('/export')).text()).to.equal(before);

    const made = await api('/judgements', json(decision));
    expect(made.status).to.equal(201);
    const judgement = (await made.json()) as Judgement;
    expect(judgement).to.include({ kind: 'same', a: norland, b: sudmark, by: 'reader' });
    const merged = await bodyOf('entityDetail', await api(`/entities/${sudmark}`));
    expect(merged.entity.id).to.equal(norland);
    expect(merged.partners.map((each) => each.actor.id)).to.not.include(sudmark);
    expect(await (await api('/export')).text()).to.not.equal(before);

    const { parts } = await bodyOf('mergeParts', await api(`/judgements/${judgement.id}/parts`));
    expect(parts.map(({ entity }) => entity.id)).to.have.members([norland, sudmark]);
    expect(parts.every(({ statements }) => statements >= preview.between)).to.equal(true);
    await problemOf(await api(`/judgements/${judgement.id.slice(0, -1)}x/parts`), 404);

    const undone = await api(`/judgements/${judgement.id}?by=reader`, { method: 'DELETE' });
    expect((await bodyOf('judgement', undone)).deletedBy).to.equal('reader');
    expect(await (await api('/export')).text()).to.equal(before);
    const kept = await bodyOf('judgementList', await api('/judgements?deleted=true'));
    expect(kept.items.map((each) => each.id)).to.deep.equal([judgement.id]);
  });

  it('leaves out what was rejected, and shows it where asked', async () => {
    const [statement] = (await bodyOf('statementList', await api('/statements'))).items;
    const total = async (query: string) =>
      (await bodyOf('statementList', await api(`/statements?${query}`))).total;
    const all = await total('');
    expect((await api('/judgements', json({ kind: 'reject', a: statement?.id }))).status).to.equal(
      201,
    );
    expect(await total('')).to.equal(all - 1);
    expect(await total('rejected=true')).to.equal(1);
  });

  const wrong: [what: string, body: unknown, status: number, pointer: string][] = [
    ['no kind', { a: norland }, 400, '/body'],
    ['an unknown kind', { kind: 'marry', a: norland }, 400, '/body/kind'],
    ['another property', { kind: 'reject', a: norland, x: 1 }, 400, '/body'],
    ['a merge with nobody', { kind: 'same', a: norland }, 422, '/body/b'],
    ['a merge with itself', { kind: 'same', a: norland, b: norland }, 422, '/body/b'],
    ['a rejected actor', { kind: 'reject', a: norland }, 422, '/body/a'],
    ['a name too many', { kind: 'same', a: norland, b: sudmark, name: 'N' }, 422, '/body/name'],
  ];
  for (const [what, body, status, pointer] of wrong) {
    it(`refuses a judgement with ${what}`, async () => {
      for (const path of ['/judgements', '/judgements/preview']) {
        const { errors } = await problemOf(await api(path, json(body)), status);
        expect(errors?.map((error) => error.pointer)).to.include(pointer);
      }
    });
  }

  it('refuses a judgement about what is not there', async () => {
    const body = { kind: 'same', a: norland, b: entityId('nobody') };
    await problemOf(await api('/judgements', json(body)), 404);
    await problemOf(await api(`/judgements/ju_${'0'.repeat(24)}`, { method: 'DELETE' }), 404);
  });
});
