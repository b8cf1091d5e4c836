// The generated client against a live server: what its types say is what comes.

import { expect } from 'chai';
import { ApiError, createApiClient } from '../../client/api-client.ts';
import { entityId } from '../store/extraction.ts';
import { type Running, start } from './running.ts';

const [norland, sudmark] = ['Norland', 'Sudmark'].map(entityId) as [string, string];

describe('the generated client', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());
  const client = () => createApiClient(`${server.url}/api/v1`);

  it('reads', async () => {
    const api = client();
    const { items } = await api.listStatements({
      pair: [norland, sudmark],
      quad: [0, 1],
      limit: 2,
    });
    expect(items).to.have.lengthOf(2);
    const detail = await api.getEntity(norland);
    expect(detail.entity.name).to.equal('Norland');
    const { items: paths } = await api.findPaths({ from: norland, to: sudmark });
    expect(paths[0]?.actors.map((actor) => actor.id)).to.deep.equal([norland, sudmark]);
    const file = await api.exportGraph({ format: 'gexf', view: 'relations' });
    expect(await file.text()).to.match(/^<\?xml/);
    const names = await api.listStatements({ publisher: ['The Times, London', 'Nobody'] });
    expect(names.total).to.equal(0);
  });

  it('writes', async () => {
    const api = client();
    const { job } = await api.addDocuments({ text: 'China met Japan.' });
    expect((await api.getJob(job.id)).id).to.equal(job.id);
    const form = new FormData();
    form.append('file', new Blob(['China met Japan again.']), 'a.txt');
    expect((await api.addDocuments(form)).jobs).to.have.lengthOf(1);
    const judgement = await api.judge({ kind: 'same', a: norland, b: sudmark });
    expect((await api.undoJudgement(judgement.id)).deletedAt).to.be.a('string');
  });

  it('throws the sentence of a problem', async () => {
    const missing = await client()
      .getEntity('en_0')
      .catch((error: unknown) => error);
    expect(missing).to.be.instanceOf(ApiError);
    expect(missing).to.include({
      status: 404,
      message: 'There is no entity en_0. It may have been removed.',
    });
  });
});
