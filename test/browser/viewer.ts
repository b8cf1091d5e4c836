// The real viewer on the real server, as a reader has it: a page of a browser on a server of its
// own. Use: `const viewer = useViewer(samples)`, then `await viewer.open()` in each test.

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { extractArticle } from '../../cli/index.ts';
import type { GraphView } from '../../client/renderer/graph-view.ts';
import type { Document, Extraction } from '../../schema/index.ts';
import {
  createApp,
  createJobBoard,
  type RunningServer,
  serve,
  startWorker,
} from '../../server/index.ts';
import { createFetcher } from '../../sources/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { browser } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clientFolder = join(root, 'dist', 'client');
const command = join(root, 'bin', 'whowhom.js');
const articles = join(root, 'graph-data', 'articles');

/** Fills an empty database. */
export type Fill = (path: string) => Promise<void>;

let sampleDatabase: Promise<Buffer> | null = null;

async function readSamples(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-samples-'));
  const path = join(folder, 'samples.db');
  const files = readdirSync(articles)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => join(articles, name));
  await promisify(execFile)(process.execPath, [command, 'add', ...files, '--db', path]);
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The sample articles, read in by the command as a user does it, once for all tests. */
export const samples: Fill = async (path) => {
  sampleDatabase ??= readSamples();
  writeFileSync(path, await sampleDatabase);
};

/** Extractions that a test made up. */
export const extractions =
  (...made: readonly Extraction[]): Fill =>
  async (path) => {
    const store = await openStore(path);
    for (const extraction of made) await store.add(extraction);
    await store.close();
  };

export interface OpenOptions extends BrowserContextOptions {
  /** What follows the server's address, for example `#view=table`. */
  readonly address?: string;
  /** False takes WebGL away from the page. */
  readonly webgl?: boolean;
}

export interface Viewer {
  readonly url: () => string;
  /** Ends the server while pages stay open; and brings it back at the same address. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** A new page, once it shows something. Errors of the page fail the test. */
  open(options?: OpenOptions): Promise<Page>;
  /** An answer of the API. */
  get<T>(path: string): Promise<T>;
}

async function withoutWebgl(page: Page): Promise<void> {
  await page.addInitScript(`{
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return String(kind).includes('webgl') ? null : getContext.call(this, kind, ...rest);
    };
  }`);
}

/** Reads the articles that are handed in, as `whowhom serve` does. */
const build = (document: Document): Promise<Extraction> =>
  extractArticle(document, { gazetteer: null, ontology: null });

/** Pages of this machine alone can be fetched by a test. */
const fetcher = createFetcher({ allowAddresses: ['127.0.0.0/8'], pause: 0 });

async function start(store: Store, port = 0): Promise<RunningServer> {
  if (!existsSync(join(clientFolder, 'index.html'))) {
    throw new Error('The viewer is not built. Run `npm run build:client` first.');
  }
  const board = createJobBoard();
  const app = createApp({ store, board, clientFolder, log: console.error });
  const server = await serve({ app, port });
  const worker = startWorker({ store, board, build, fetcher, log: console.error });
  return {
    ...server,
    async close() {
      board.close();
      await worker.stop();
      await server.close();
    },
  };
}

/** Hooks that start and end a server over a database; skips where there is no browser. */
export function useViewer(fill: Fill): Viewer {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-viewer-'));
  let pages: Page[] = [];
  let errors: string[] = [];
  let store: Store | undefined;
  let server: RunningServer | undefined;

  before(async function () {
    this.timeout(60_000);
    if (!(await browser())) this.skip();
    const path = join(folder, 'graph.db');
    await fill(path);
    store = await openStore(path);
    server = await start(store);
  });

  afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    const found = errors;
    errors = [];
    expect(found, 'errors of the page').to.deep.equal([]);
  });

  after(async () => {
    await server?.close();
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const url = (): string => `${server?.url ?? ''}/`;
  return {
    url,
    stop: async () => server?.close(),
    async restart() {
      if (store) server = await start(store, server?.port);
    },
    async open({ address = '', webgl = true, ...options } = {}) {
      const context = await (await browser())?.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      });
      if (!context) throw new Error('There is no browser.');
      const page = await context.newPage();
      pages.push(page);
      page.on('pageerror', (error) => errors.push(error.message));
      if (!webgl) await withoutWebgl(page);
      await page.goto(url() + address);
      await page.waitForSelector('.status-line, .message h2');
      if (webgl && (await page.$('.status-line'))) await settle(page);
      return page;
    },
    async get<T>(path: string) {
      return (await (await fetch(`${server?.url}/api/v1${path}`)).json()) as T;
    },
  };
}

const PATIENCE = 20_000;

/**
 * Waits until an expression of the page is true. Asked from here again and again, because the
 * page's own policy forbids what Playwright's waitForFunction does when the first answer is no.
 */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(30);
  }
  throw new Error(`This did not come true in the page: ${expression}`);
}

/** Waits until the canvas has drawn its names and the camera rests. */
export async function settle(page: Page): Promise<void> {
  await until(
    page,
    'Boolean(globalThis.__graphView?.canvas() && __graphView.labels().length > 0 && !__graphView.moving())',
  );
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
}

/** What `window.__graphView` answers. */
export async function view<Name extends keyof GraphView>(
  page: Page,
  name: Name,
): Promise<ReturnType<GraphView[Name]>> {
  return (await page.evaluate(`__graphView.${name}()`)) as ReturnType<GraphView[Name]>;
}
