import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { samples, settle, useViewer } from './viewer.ts';

const folder = fileURLToPath(new URL('./pictures/', import.meta.url));

/** Shares of pixels that may differ: fonts are not the same on every machine. */
const TOLERANCE = 0.08;

/** How many of the pixels of two PNGs of one size differ to the eye. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return (await page.evaluate(`(async () => {
    const pixels = async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const [one, other] = [await pixels('${a.toString('base64')}'), await pixels('${b.toString('base64')}')];
    if (one.width !== other.width || one.height !== other.height) return 1;
    let differ = 0;
    for (let at = 0; at < one.data.length; at += 4) {
      const far = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > 48);
      if (far) differ += 1;
    }
    return differ / (one.data.length / 4);
  })()`)) as number;
}

const scenes: readonly (readonly [
  name: string,
  options: {
    readonly address?: string;
    readonly colorScheme?: 'light' | 'dark';
    readonly width?: number;
  },
  go?: (page: Page) => Promise<unknown>,
])[] = [
  ['graph', {}],
  ['graph-dark', { colorScheme: 'dark' }],
  ['communities', { address: '#colour=community' }],
  ['narrow', { width: 360 }],
  ['table', { address: '#view=table' }],
  [
    'evidence',
    {},
    async (page) => {
      await page.locator('.relation-row').first().click();
      await page.locator('.statement .origin-title').first().waitFor();
      await page.mouse.move(5, 5);
      await settle(page);
    },
  ],
];

// Made anew with PICTURES=new; then look at them before they are kept.
describe('browser: pictures', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);

  for (const [name, { width = 1280, ...options }, go] of scenes) {
    it(`looks as it did: ${name}`, async () => {
      const page = await viewer.open({ ...options, viewport: { width, height: 800 } });
      await page.locator('.timeline-plot').waitFor();
      await go?.(page);
      const picture = await page.screenshot({ animations: 'disabled' });
      const path = join(folder, `${name}.png`);
      if (process.env.PICTURES === 'new' || !existsSync(path)) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, picture);
      }
      expect(await difference(page, readFileSync(path), picture)).to.be.lessThan(TOLERANCE);
    });
  }
});
