// A server on a port of its own over a store with the made-up articles, for the tests.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Model, type Problem, validate } from '../../schema/index.ts';
import { type AppOptions, createApp, serve } from '../../server/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly clientFolder: string;
  readonly logged: string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts it; with a small viewer of two files unless told otherwise. */
export async function start(
  options: { readonly viewer?: boolean; readonly host?: string; readonly store?: Store } = {},
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-server-'));
  const clientFolder = join(folder, 'client');
  if (options.viewer ?? true) {
    mkdirSync(join(clientFolder, 'assets'), { recursive: true });
    writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>viewer</title>');
    writeFileSync(join(clientFolder, 'assets', 'main-1234.js'), 'export {};');
    writeFileSync(join(clientFolder, '.secret'), 'secret');
  }
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  const store = options.store ?? (await openStore(join(folder, 'graph.db')));
  for (const extraction of extractions) if (!options.store) await store.add(extraction);
  const logged: string[] = [];
  const log: AppOptions['log'] = (message) => logged.push(message);
  const app = createApp({ store, clientFolder, log, ...(options.host && { host: options.host }) });
  const server = await serve({ app, port: 0 });
  return {
    url: server.url,
    port: server.port,
    store,
    clientFolder,
    logged,
    get: (path, init) => fetch(server.url + path, init),
    async stop() {
      await server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The body of a good answer, which must be what the schema says. */
export async function bodyOf<K extends keyof Model>(
  concept: K,
  response: Response,
): Promise<Model[K]> {
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).to.equal(200);
  expect(response.headers.get('Content-Type')).to.equal('application/json; charset=utf-8');
  const result = validate(concept, body);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

/** The problem details of an error, which must be what the schema says and show no inside. */
export async function problemOf(response: Response, status: number): Promise<Problem> {
  const text = await response.text();
  expect(response.status, text).to.equal(status);
  expect(response.headers.get('Content-Type')).to.match(/^application\/problem\+json/);
  expect(response.headers.get('ETag')).to.equal(null);
  expect(text).to.not.match(/node_modules|\.ts:|\n\s+at /);
  const result = validate('problem', JSON.parse(text));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  expect(result.value.status).to.equal(status);
  return result.value;
}
