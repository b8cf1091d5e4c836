// A server on a port of its own over a store with the made-up articles, for the tests.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { extractArticle } from '../../cli/index.ts';
import { type Document, type Model, type Problem, validate } from '../../schema/index.ts';
import {
  type AppOptions,
  createApp,
  createJobBoard,
  type JobWorker,
  serve,
  startWorker,
} from '../../server/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';
import { Contract, type OpenApi } from './contract.ts';

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly clientFolder: string;
  readonly logged: string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface StartOptions extends Partial<Omit<AppOptions, 'clientFolder' | 'log'>> {
  readonly viewer?: boolean;
  /** With what reads the articles that are sent. */
  readonly worker?: boolean;
  /** Connections at once. */
  readonly connections?: number;
}

/** Starts it; with a small viewer of two files unless told otherwise. */
export async function start(options: StartOptions = {}): Promise<Running> {
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
  const { viewer: _, worker: works = false, connections, ...given } = options;
  const board = createJobBoard();
  const app = createApp({ ...given, store, clientFolder, log, board });
  const server = await serve({
    app,
    port: 0,
    ...(connections === undefined ? {} : { connections }),
  });
  const own = { gazetteer: null, ontology: null };
  const build = (document: Document) => extractArticle(document, own);
  const worker: JobWorker | null = works
    ? startWorker({ store, board, build, fetcher: null, log })
    : null;
  let contract: Promise<Contract> | null = null;
  const described = async (): Promise<Contract> => {
    const answer = await fetch(`${server.url}/openapi.json`);
    return new Contract((await answer.json()) as OpenApi);
  };
  return {
    url: server.url,
    port: server.port,
    store,
    clientFolder,
    logged,
    async get(path, init) {
      const response = await fetch(server.url + path, init);
      // A store that fails cannot give its document either.
      if (!options.store) {
        contract ??= described();
        await (await contract).check(init?.method ?? 'GET', path, response);
      }
      return response;
    },
    async stop() {
      board.close();
      await worker?.stop();
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
