// One Chromium for all browser tests: found by the variable CHROMIUM, at the usual paths, or in
// Playwright's own cache. Where there is none, one line says so and the tests are skipped.

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// WebGL runs in software with these; without a sandbox because tests often run as root
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

function find(): string | undefined {
  const { CHROMIUM } = process.env;
  return [CHROMIUM, ...USUAL, chromium.executablePath()].find((path) => path && existsSync(path));
}

const path = find();
let running: Promise<Browser> | null = null;

if (!path) {
  console.log(
    'Browser tests were skipped: no Chromium. Get one with `apt-get install chromium` or `npx playwright-core install chromium`, or name yours in CHROMIUM.',
  );
}

/** The browser, started once; null where there is none. */
export async function browser(): Promise<Browser | null> {
  if (!path) return null;
  running ??= chromium.launch({ executablePath: path, args: FLAGS });
  return running;
}

after(async () => {
  await (await running)?.close();
});
