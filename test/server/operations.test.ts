// Running it: what the log says and does not say, request ids, metrics, readiness, compression, and what
// becomes of event streams when the server stops.

import { Writable } from 'node:stream';
import { expect } from 'chai';
import { pino } from 'pino';
import { createJobBoard } from '../../server/index.ts';
import { problemOf, type Running, type StartOptions, start as startServer } from './running.ts';

describe('running', () => {
  const started: Running[] = [];
  const start = async (options: StartOptions = {}): Promise<Running> => {
    const server = await startServer(options);
    started.push(server);
    return server;
  };
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });

  it('logs each request with its id, and neither query nor text', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const server = await start({ logger: pino(stream) });
    const answer = await server.get('/api/v1/entities?q=Sudmark');
    expect(answer.headers.get('X-Request-Id')).to.match(/^[0-9a-f-]{36}$/);
    const own = await server.get('/livez', { headers: { 'X-Request-Id': 'mine-1' } });
    expect(own.headers.get('X-Request-Id')).to.equal('mine-1');
    const forged = await server.get('/livez', { headers: { 'X-Request-Id': 'a b\\"c' } });
    expect(forged.headers.get('X-Request-Id')).to.match(/^[0-9a-f-]{36}$/);
    await server.get('/api/v1/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'A secret about Sudmark.' }),
    });
    await started.pop()?.stop();
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.find((entry) => entry.path === '/api/v1/entities')).to.include({
      id: answer.headers.get('X-Request-Id'),
      method: 'GET',
      status: 200,
      complete: true,
    });
    expect(entries.some((entry) => entry.method === 'POST' && entry.status === 202)).to.equal(true);
    expect(lines.join('')).to.not.match(/Sudmark|secret/);
  });

  it('measures requests by route and never by address', async () => {
    const server = await start();
    await server.get('/api/v1/entities/en_0');
    await server.get('/nothing-like-this.js');
    const text = await (await server.get('/metrics')).text();
    expect(text).to.match(
      /whowhom_request_seconds_count\{method="GET",route="\/api\/v1\/entities\/\{id\}",status="404"\} 1/,
    );
    expect(text).to.match(/whowhom_records\{kind="documents"\} 4/);
    expect(text).to.match(/whowhom_jobs\{state="queued"\} 0/);
    expect(text).to.not.match(/en_0|nothing-like-this/);
  });

  it('compresses what is not a stream', async () => {
    const server = await start();
    const encoding = async (path: string, accept: string) =>
      (
        await server.get(path, { headers: { 'Accept-Encoding': 'gzip', Accept: accept } })
      ).headers.get('Content-Encoding');
    expect(await encoding('/api/v1/statements?limit=100', 'application/json')).to.equal('gzip');
    expect(await encoding('/api/v1/statements', 'application/x-ndjson')).to.equal(null);
    expect(await encoding('/api/v1/export?format=csv', '*/*')).to.equal(null);
  });

  it('is not ready and ends event streams when it stops', async () => {
    const board = createJobBoard();
    const server = await start({ board, isClosing: () => board.isClosed });
    const sent = await server.get('/api/v1/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"China met Japan."}',
    });
    const { job } = (await sent.json()) as { job: { id: string } };
    const events = await fetch(`${server.url}/api/v1/jobs/${job.id}/events`);
    const text = events.text();
    board.close();
    expect(await text).to.match(/event: queued/);
    await problemOf(await server.get('/readyz'), 503);
    expect((await server.get('/livez')).status).to.equal(200);
  });

  it('describes itself on a page without a network', async () => {
    const server = await start();
    const page = await server.get('/docs');
    await problemOf(page, 503);
    const document = (await (await server.get('/openapi.json')).json()) as { openapi: string };
    expect(document.openapi).to.equal('3.1.0');
  });
});
