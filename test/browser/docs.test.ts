// The documentation page of the API in a real browser: it stands under the server's own rules of
// content, asks no other host, and tries an operation out.

import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { createApp, type RunningServer, serve } from '../../server/index.ts';
import { openMemoryStore, type Store } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';
import { browser } from './chromium.ts';

const clientFolder = fileURLToPath(new URL('../../dist/client', import.meta.url));

describe('browser: the documentation of the API', function () {
  this.timeout(120_000);
  let store: Store;
  let server: RunningServer;

  before(async () => {
    store = openMemoryStore();
    await store.addAll(extractions);
    const app = createApp({ store, clientFolder, log: () => {} });
    server = await serve({ app, port: 0 });
  });
  after(async () => {
    await server.close();
    await store.close();
  });

  it('describes every operation and tries one out', async function tryOut() {
    const chromium = await browser();
    if (!chromium) return this.skip();
    const page = await chromium.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (protocol !== 'data:' && host !== new URL(server.url).host) faults.push(request.url());
    });
    await page.goto(`${server.url}/docs`);
    const answered = await fetch(`${server.url}/openapi.json`);
    const { paths } = (await answered.json()) as {
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    const operations = Object.values(paths).flatMap((path) =>
      Object.values(path).filter(({ operationId }) => operationId !== undefined),
    );
    await page
      .locator('.opblock')
      .nth(operations.length - 1)
      .waitFor();
    expect(await page.locator('.opblock').count()).to.equal(operations.length);
    const stats = page.locator('.opblock', { hasText: '/stats' }).first();
    await stats.locator('.opblock-summary-control').click();
    await stats.getByRole('button', { name: 'Try it out' }).click();
    await stats.getByRole('button', { name: 'Execute' }).click();
    const answer = stats.locator('.live-responses-table .highlight-code').first();
    await answer.waitFor();
    expect(await answer.textContent()).to.include(`"documents": ${extractions.length}`);
    expect(faults).to.deep.equal([]);
    await page.close();
  });
});
