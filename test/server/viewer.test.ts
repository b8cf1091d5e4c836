// The files of the viewer and the headers that every answer has.

import { expect } from 'chai';
import { problemOf, type Running, start } from './running.ts';

const html = { headers: { Accept: 'text/html,application/xhtml+xml' } };

describe('viewer', () => {
  let server: Running;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());

  const addresses = ['/', '/?entity=en_1', '/actors/en_1', '/index.html'];
  for (const path of addresses) {
    it(`is a page at ${path}`, async () => {
      const answer = await server.get(path, html);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('Content-Type')).to.match(/^text\/html/);
      expect(answer.headers.get('Cache-Control')).to.equal('no-cache');
      expect(await answer.text()).to.include('viewer');
    });
  }

  it('has files that never change', async () => {
    const answer = await server.get('/assets/main-1234.js');
    expect(answer.headers.get('Content-Type')).to.match(/javascript/);
    expect(answer.headers.get('Cache-Control')).to.include('immutable');
  });

  it('is no page for the API or a missing file', async () => {
    for (const path of ['/api/v1/nothing', '/api/nothing', '/missing.js']) {
      await problemOf(await server.get(path, html), 404);
    }
  });

  it('says how it is built where it is not', async () => {
    const bare = await start({ viewer: false });
    const answer = await bare.get('/', html);
    expect(answer.status).to.equal(503);
    expect(answer.headers.get('Content-Type')).to.match(/^text\/plain/);
    expect(await answer.text()).to.include('npm run build');
    expect((await bare.get('/api/v1/documents')).status).to.equal(200);
    await bare.stop();
  });

  it('comes with headers that keep others out, as does every answer', async () => {
    for (const path of ['/', '/assets/main-1234.js', '/api/v1/graph', '/api/nothing', '/livez']) {
      const { headers } = await server.get(path, { headers: { Origin: 'https://evil.example' } });
      expect(headers.get('X-Content-Type-Options'), path).to.equal('nosniff');
      expect(headers.get('Referrer-Policy'), path).to.equal('no-referrer');
      expect(headers.get('Content-Security-Policy'), path).to.include("default-src 'self'");
      expect(headers.get('Content-Security-Policy'), path).to.include("worker-src 'self' blob:");
      expect(headers.get('X-Powered-By'), path).to.equal(null);
      expect(headers.get('Access-Control-Allow-Origin'), path).to.equal(null);
    }
  });
});
