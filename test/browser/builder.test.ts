import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import express from 'express';
import { build as bundle } from 'vite';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Extraction } from '../../schema/index.ts';
import { documentOf } from '../builder/document.ts';
import { browser } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text =
  'Wang Yi, China’s foreign minister, warned Antony Blinken. Russia was condemned by Norway.';

describe('builder in a browser', function () {
  this.timeout(120_000);

  it('reads a text as it does in Node', async function () {
    const chromium = await browser();
    if (!chromium) return this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'whowhom-page-'));
    await bundle({
      root: join(root, 'test/browser/builder-page'),
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
      },
    });
    const server = express()
      .use('/model', express.static(join(root, 'builder/parse/model')))
      .use(express.static(folder))
      .listen(0, '127.0.0.1');
    await once(server, 'listening');
    const page = await chromium.newPage();
    try {
      const { port } = server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/#${encodeURIComponent(text)}`);
      await page.waitForSelector('[data-done]', { state: 'attached', timeout: 90_000 });
      const answer = await page.textContent('#answer');
      const found = JSON.parse(answer ?? '') as Extraction;
      const expected = await build(documentOf(text), await languageModel('wasm'));
      expect(expected.statements.length).to.be.greaterThan(1);
      expect(found.statements).to.deep.equal(expected.statements);
      expect(found.entities).to.deep.equal(expected.entities);
    } finally {
      await page.close();
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
