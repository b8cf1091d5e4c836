// The viewer in Chromium with WebGL in software: `npm run bench:viewer [-- SAMPLES.db [1000x5000 …]]`, after
// `npm run build`. One JSON line a measure: bytes of the bundle, first picture of the samples,
// memory after 50 panels; then at 1,000 / 5,000 and 10,000 / 50,000 actors and relations opening, the
// frame of a pan and a hover beside Sigma with its defaults (sigma-page/) on the same graph in the
// same run, and a change of filter.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { serializeGraph } from '../graph/index.ts';
import { createApp, serve } from '../server/index.ts';
import { openStore } from '../store/index.ts';
import { madeUpGraph } from './made-up-graph.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--enable-precise-memory-info',
];
const root = fileURLToPath(new URL('..', import.meta.url));
const clientFolder = join(root, 'dist/client');
const viewport = { width: 1280, height: 800 };

const print = (measure: object): void => console.log(JSON.stringify(measure));
const round = (value: number): number => Math.round(value * 10) / 10;

function median(values: readonly number[]): number {
  return round([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0);
}

function bundle(): void {
  const folder = join(clientFolder, 'assets');
  const size = (wanted: RegExp): number =>
    readdirSync(folder)
      .filter((name) => wanted.test(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  print({ measure: 'bundle', script: size(/\.js$/), style: size(/\.css$/), unit: 'bytes, gzip' });
}

async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate(expression))) await page.waitForTimeout(50);
}
const READY =
  'Boolean(globalThis.__graphView?.canvas() && __graphView.labels().length > 0 && !__graphView.moving())';

/** Notes the time since navigation at which the first names stand on the canvas. */
const watchFirst = `{
  const look = () => {
    if (${READY}) globalThis.__first = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

async function firstPicture(browser: Browser, url: string): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const page = await browser.newPage({ viewport });
    await page.addInitScript(watchFirst);
    // a new window is busy with itself: Chromium reads the pages of its own address bar
    await page.waitForTimeout(2500);
    await page.goto(url);
    await until(page, 'globalThis.__first !== undefined');
    times.push((await page.evaluate('__first')) as number);
    await page.close();
  }
  print({ measure: 'first picture', median: median(times), all: times.map(round), unit: 'ms' });
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(300);
  await session.send('HeapProfiler.collectGarbage');
  const used = (await page.evaluate('performance.memory.usedJSHeapSize')) as number;
  await session.detach();
  return used / 1e6;
}

async function panels(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await until(page, READY);
  const more = page.locator('.relation-list + .link');
  if ((await more.count()) > 0) await more.click();
  const open = async (place: number): Promise<void> => {
    await page.evaluate(`document.querySelectorAll('.relation-row')[${place}]?.click()`);
    await page.locator('.statement .origin-title').first().waitFor();
    await page.keyboard.press('Escape');
    const all = page.locator('.relation-list + .link');
    if ((await all.count()) > 0) await all.click();
  };
  // the articles that the panels quote are kept; what comes after must cost nothing
  for (let place = 0; place < 50; place += 1) await open(place);
  const before = await heap(page);
  for (let place = 0; place < 50; place += 1) await open(place);
  const after = await heap(page);
  print({
    measure: 'memory after 50 panels',
    before: round(before),
    after: round(after),
    ratio: Math.round((1000 * after) / before) / 1000,
    unit: 'MB',
  });
  await page.close();
}

const collect = `globalThis.__frames = []; globalThis.__collecting = true; {
  const note = (time) => {
    __frames.push(time);
    if (__collecting) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}`;

/**
 * Median time from a move of the mouse, while the picture is dragged from a free corner, until the
 * frame is drawn: reading one pixel back makes WebGL finish what it was given.
 */
async function pan(page: Page, corner: { x: number; y: number }): Promise<number> {
  const frames = (await page.evaluate(`(async () => {
    const { x, y } = ${JSON.stringify(corner)};
    const layer = document.querySelector('.sigma-mouse');
    const contexts = ['.sigma-edges', '.sigma-nodes'].map((name) => {
      const canvas = document.querySelector(name);
      return canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    });
    const fire = (target, type, dx, dy) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, clientX: x + dx, clientY: y + dy, button: 0 }),
      );
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    fire(layer, 'mousedown', 0, 0);
    const times = [];
    for (let step = 1; step <= 12; step += 1) {
      await frame();
      const start = performance.now();
      fire(document, 'mousemove', 7 * step, -4 * step);
      await frame();
      for (const gl of contexts) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      times.push(performance.now() - start);
    }
    fire(document, 'mouseup', 84, -48);
    return times;
  })()`)) as number[];
  return median(frames.slice(2));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  readonly nodes: readonly { key: string; x: number; y: number; radius: number }[];
}

/** The script of `sigma-page/`, made for a browser. */
async function sigmaScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(root, 'bench/sigma-page/sigma-page.ts'),
        formats: ['iife'],
        name: 'sigmaPage',
      },
    },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('Expected Vite to make one script.');
  return first.output[0].code;
}

/** Sigma with its defaults on a graph file of the server, on given places or on its own. */
async function openSigma(page: Page, url: string, box: Box, drawn: Drawn | null): Promise<number> {
  const script = await sigmaScript();
  const style = `position:absolute;left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
  await page.route('**/sigma', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><div id="graph" style="${style}"></div><script src="/sigma.js"></script>`,
    }),
  );
  await page.route('**/sigma.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(`${url}/sigma`);
  const places =
    drawn &&
    Object.fromEntries(
      drawn.nodes.map(({ key, x, y, radius }) => [key, { x, y: -y, size: radius }]),
    );
  await page.evaluate(
    `(async () => { globalThis.__sigma = await openSigma('/api/v1/graph?view=relations&limit=50000', ${JSON.stringify(places)}); })()`,
  );
  return (await page.evaluate('__sigma.opened')) as number;
}

/** Median of the longest frames while the mouse goes from free ground onto one large node after another. */
async function hover(
  page: Page,
  { corner, discs, isHovered }: { corner: Point; discs: readonly Point[]; isHovered: string },
): Promise<number> {
  const longest: number[] = [];
  for (const { x, y } of discs) {
    await page.mouse.move(corner.x, corner.y);
    await page.waitForTimeout(400);
    await page.evaluate(collect);
    await page.mouse.move(x, y);
    await until(page, isHovered);
    await page.waitForTimeout(500);
    await page.evaluate('globalThis.__collecting = false');
    const frames = (await page.evaluate('__frames')) as number[];
    longest.push(Math.max(...frames.slice(1).map((time, index) => time - (frames[index] ?? 0))));
  }
  return median(longest);
}

const ratioOf = (ours: number, theirs: number): number => Math.round((100 * ours) / theirs) / 100;

async function measureSize(browser: Browser, actors: number, relations: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-viewer-bench-'));
  const store = await openStore(join(folder, 'graph.db'));
  const articles = madeUpGraph(actors, relations);
  for (let first = 0; first < articles.length; first += 250) {
    await store.addAll(articles.slice(first, first + 250));
  }
  const server = await serve({
    app: createApp({ store, clientFolder, log: console.error }),
    port: 0,
  });
  // the whole graph from memory: how fast the server answers is measured elsewhere
  const graph = serializeGraph(await store.read(), { view: 'relations' });
  const body = JSON.stringify(graph);
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
    await page.route('**/api/v1/graph?view=relations*', (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
    await page.waitForTimeout(2500);
    return page;
  };
  const page = await newPage();
  await page.addInitScript(watchFirst);
  await page.goto(server.url, { waitUntil: 'commit' });
  await until(page, 'globalThis.__first !== undefined');
  const opened = round((await page.evaluate('__first')) as number);
  const size = { actors, relations };
  await page.waitForTimeout(2500);
  const drawn: Drawn = {
    nodes: (await page.evaluate('__graphView.nodes()')) as Drawn['nodes'],
  };
  const box = (await page.evaluate(
    'document.querySelector(".graph-canvas").getBoundingClientRect().toJSON()',
  )) as Box;
  const corner = { x: box.x + 6, y: box.y + box.height - 70 };

  const sigma = await newPage();
  const theirOpened = round(await openSigma(sigma, server.url, box, null));
  print({
    measure: 'opened and laid out',
    ...size,
    viewer: opened,
    sigma: theirOpened,
    ratio: ratioOf(opened, theirOpened),
    unit: 'ms',
  });
  // on the viewer's places, so that both draw the same lines
  await openSigma(sigma, server.url, box, drawn);
  await sigma.waitForTimeout(1500);
  const theirs = [await pan(sigma, corner)];
  const ours = [await pan(page, corner)];
  theirs.push(await pan(sigma, corner));
  ours.push(await pan(page, corner));
  const [ourFrame, theirFrame] = [Math.min(...ours), Math.min(...theirs)];
  print({
    measure: 'pan frame',
    ...size,
    drawn: [drawn.nodes.length, graph.edges.length],
    viewer: ourFrame,
    sigma: theirFrame,
    ratio: ratioOf(ourFrame, theirFrame),
    unit: 'ms',
  });

  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForTimeout(1500);
  const discs = [...((await page.evaluate('__graphView.nodes()')) as Drawn['nodes'])]
    .sort((a, b) => b.radius - a.radius)
    .slice(0, 6);
  const ourHover = await hover(page, {
    corner,
    discs,
    isHovered: '__graphView.hovered() !== null',
  });
  await openSigma(sigma, server.url, box, drawn);
  await sigma.evaluate('__sigma.hover()');
  await sigma.waitForTimeout(1500);
  const theirDiscs = (await sigma.evaluate('__sigma.largest(6)')) as readonly Point[];
  const theirHover = await hover(sigma, {
    corner,
    discs: theirDiscs,
    isHovered: 'Boolean(globalThis.__hovered)',
  });
  await sigma.close();
  print({
    measure: 'longest frame of a hover',
    ...size,
    viewer: ourHover,
    sigma: theirHover,
    ratio: ratioOf(ourHover, theirHover),
    unit: 'ms',
  });

  const changes = (await page.evaluate(`(async () => {
    const contexts = ['.sigma-edges', '.sigma-nodes'].map((name) => {
      const canvas = document.querySelector(name);
      return canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    });
    const finish = () => {
      for (const gl of contexts) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times = [];
    for (let round = 0; round < 12; round += 1) {
      const entry = document.querySelector('.legend-switch');
      await new Promise((done) => setTimeout(done, 600));
      await frame();
      finish();
      const start = performance.now();
      entry.click();
      await frame();
      await frame();
      finish();
      times.push(performance.now() - start);
    }
    return times;
  })()`)) as number[];
  print({
    measure: 'change of filter',
    ...size,
    median: median(changes),
    all: changes.map(round),
    unit: 'ms from the click to the second frame, drawn',
  });
  await page.close();
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

bundle();
const path = process.env.CHROMIUM ?? chromium.executablePath();
const browser = await chromium.launch({ executablePath: path, args: FLAGS });
const [samples = '', ...wanted] = process.argv.slice(2);
if (samples.endsWith('.db')) {
  const store = await openStore(samples);
  const server = await serve({
    app: createApp({ store, clientFolder, log: console.error }),
    port: 0,
  });
  await firstPicture(browser, server.url);
  await panels(browser, server.url);
  await server.close();
  await store.close();
}
const sizes = wanted.length > 0 ? wanted : ['1000x5000', '10000x50000'];
for (const size of sizes) {
  const [actors = 1000, relations = 5000] = size.split('x').map(Number);
  await measureSize(browser, actors, relations);
}
await browser.close();
