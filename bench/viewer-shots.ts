// Screenshots of the viewer on a graph file: `tsx bench/viewer-shots.ts DB FOLDER [name…]`, each at
// 360, 1280 and 2560 pixels and in both themes. Build the viewer first: `npm run build:client`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createApp, serve } from '../server/index.ts';
import { openStore } from '../store/index.ts';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const clientFolder = fileURLToPath(new URL('../dist/client', import.meta.url));

const sizes = [
  { width: 360, height: 720 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
] as const;

const scenes: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  graph: () => Promise.resolve(),
  evidence: async (page) => {
    await page.evaluate('document.querySelector(".relation-row")?.click()');
    await page.waitForSelector('.statement .origin-title');
  },
  article: async (page) => {
    await scenes.evidence?.(page);
    await page.locator('.origin-title').first().click();
    await page.waitForSelector('.chosen-sentence');
  },
  actor: async (page) => {
    await scenes.evidence?.(page);
    await page.locator('.actor').first().click();
    await page.waitForSelector('.statement .origin-title');
  },
  table: async (page) => {
    await page.getByRole('button', { name: 'Table' }).click();
  },
  timeline: async (page) => {
    for (let step = 0; step < 3; step += 1) {
      await page.getByRole('button', { name: 'One period on' }).click();
    }
  },
  path: async (page) => {
    await scenes.evidence?.(page);
    await page.locator('.actor').first().click();
    await page.getByRole('button', { name: 'Path to…' }).click();
    await page.getByRole('dialog').getByRole('button').nth(6).click();
  },
  add: async (page) => {
    await page.getByRole('button', { name: 'Add', exact: false }).first().click();
    await page.getByRole('dialog').waitFor();
  },
  communities: async (page) => {
    await page.getByRole('button', { name: 'Communities' }).click();
  },
};

const READY =
  'Boolean(globalThis.__graphView?.canvas() && __graphView.labels().length > 0 && !__graphView.moving())';

async function settle(page: Page): Promise<void> {
  while (!(await page.evaluate(READY))) await page.waitForTimeout(50);
}

async function shoot(browser: Browser, url: string, folder: string, names: readonly string[]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of sizes) {
      for (const name of names) {
        const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
        await page.goto(url);
        await settle(page);
        await scenes[name]?.(page);
        await page.waitForTimeout(600);
        await page.screenshot({
          path: join(folder, `${name}-${viewport.width}-${colorScheme}.png`),
        });
        await page.close();
      }
    }
  }
}

const [, , database, folder, ...names] = process.argv;
if (!database || !folder) {
  console.error('Expected a graph file and a folder: tsx bench/viewer-shots.ts graph.db shots');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const store = await openStore(database);
const server = await serve({
  app: createApp({ store, clientFolder, log: console.error }),
  port: 0,
});
const path = process.env.CHROMIUM ?? chromium.executablePath();
const browser = await chromium.launch({ executablePath: path, args: FLAGS });
await shoot(browser, server.url, folder, names.length > 0 ? names : Object.keys(scenes));
await browser.close();
await server.close();
await store.close();
