import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { SerializedGraph } from '../../schema/index.ts';
import { samples, settle, until, useViewer, view } from './viewer.ts';

describe('browser: keep and share', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);

  const download = async (page: Page, name: string): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    return (await waiting).path();
  };

  it('opens the same picture by a link: filter, focus, pin, colours, camera', async () => {
    const page = await viewer.open();
    const [largest] = [...(await view(page, 'nodes'))].sort((a, b) => b.radius - a.radius);
    if (!largest) throw new Error('There is no node.');
    await page.mouse.move(largest.x, largest.y);
    await page.mouse.down();
    await page.mouse.move(largest.x + 60, largest.y + 30, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Communities' }).click();
    await page.getByRole('button', { name: /^Verbal conflict \d/ }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await until(page, 'location.hash.includes("at=") && location.hash.includes("pin=")');
    await settle(page);
    expect(await view(page, 'selection')).to.equal(null);
    const here = await view(page, 'nodes');
    const moved = here.find(({ key }) => key === largest.key);
    expect(moved?.x).to.not.be.closeTo(largest.x, 20);

    const again = await viewer.open({ address: new URL(page.url()).hash });
    await until(again, `__graphView.nodes().length === ${here.length}`);
    await settle(again);
    const there = new Map((await view(again, 'nodes')).map((node) => [node.key, node]));
    for (const { key, x, y } of here) {
      expect(there.get(key)?.x).to.be.closeTo(x, 1.5);
      expect(there.get(key)?.y).to.be.closeTo(y, 1.5);
    }
    expect(await view(again, 'titles')).to.deep.equal(await view(page, 'titles'));
    expect((await view(again, 'edges')).some(({ quad }) => quad === 3)).to.equal(false);
  });

  it('undoes and does again what was arranged, by the buttons and the keys', async () => {
    const page = await viewer.open();
    const all = (await view(page, 'nodes')).length;
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).to.equal(true);
    await page.getByRole('button', { name: /^Unclassed \d/ }).click();
    await settle(page);
    const fewer = (await view(page, 'nodes')).length;
    expect(fewer).to.be.lessThan(all);
    await page.getByRole('button', { name: 'Undo' }).click();
    await settle(page);
    expect((await view(page, 'nodes')).length).to.equal(all);
    await page.keyboard.press('Control+Shift+Z');
    await settle(page);
    expect((await view(page, 'nodes')).length).to.equal(fewer);
    await page.keyboard.press('Control+Z');
    await settle(page);
    expect((await view(page, 'nodes')).length).to.equal(all);
  });

  it('keeps a view under a name, also when the page is opened again', async () => {
    const page = await viewer.open();
    await page.getByRole('button', { name: /^Material conflict \d/ }).click();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Without war');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.reload();
    await settle(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Without war', exact: true }).click();
    await settle(page);
    expect((await view(page, 'edges')).some(({ quad }) => quad === 4)).to.equal(false);
    expect(new URL(page.url()).hash).to.include('hide=4');
  });

  it('saves the picture as SVG and PNG with legend and caption, and the data that are seen', async () => {
    const page = await viewer.open({ acceptDownloads: true });
    await page.getByRole('button', { name: /^Unclassed \d/ }).click();
    await settle(page);
    const edges = await view(page, 'edges');
    await page.getByRole('button', { name: 'Share' }).click();
    const svg = readFileSync(await download(page, 'SVG'), 'utf8');
    for (const words of [
      'Verbal conflict',
      'Country',
      'Without unclassed',
      `${edges.length} relations of`,
    ]) {
      expect(svg).to.include(words);
    }
    expect(svg).to.not.include('<script');
    const drawn = (await page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').querySelectorAll('parsererror').length`,
    )) as number;
    expect(drawn).to.equal(0);
    const png = readFileSync(await download(page, 'PNG'));
    expect(png.subarray(1, 4).toString()).to.equal('PNG');
    expect(png.readUInt32BE(16)).to.be.greaterThan(1500);
    const csv = readFileSync(await download(page, 'Relations seen, CSV'), 'utf8');
    expect(csv.trim().split('\r\n').length).to.equal(edges.length + 1);
    const json = readFileSync(await download(page, 'Graph seen, JSON'), 'utf8');
    expect((JSON.parse(json) as SerializedGraph).edges.length).to.equal(edges.length);
  });

  it('stands in the frame of another page, to be read only', async () => {
    const page = await viewer.open({ address: 'embed#hide=0' });
    expect(await page.locator('.top-bar, .filter-bar').count()).to.equal(0);
    await settle(page);
    const edge = (await view(page, 'edges')).find(({ point }) => point);
    if (!edge?.point) throw new Error('No edge lies free.');
    await page.mouse.click(edge.point.x, edge.point.y);
    await page.locator('.statement .sentence').first().waitFor();
    expect(await page.getByRole('button', { name: 'Reject' }).count()).to.equal(0);
    const framed = await fetch(`${viewer.url()}embed`, { headers: { accept: 'text/html' } });
    expect(framed.headers.get('content-security-policy')).to.include('frame-ancestors *');
    expect(framed.headers.get('x-frame-options')).to.equal(null);
    const whole = await fetch(viewer.url(), { headers: { accept: 'text/html' } });
    expect(whole.headers.get('content-security-policy')).to.include("frame-ancestors 'none'");
  });
});
