import { expect } from 'chai';
import { madeUpGraph } from '../../bench/made-up-graph.ts';
import { extractions, settle, until, useViewer, view } from './viewer.ts';

describe('browser: a large graph', function () {
  this.timeout(180_000);
  const viewer = useViewer(extractions(...madeUpGraph(1200, 6000)));

  it('says how many are shown of how many, loads more, and keeps places', async () => {
    const page = await viewer.open();
    await page.getByText('2,000 of 6,000 relations loaded').waitFor();
    expect((await view(page, 'edges')).length).to.equal(2000);
    const before = new Map((await view(page, 'nodes')).map((node) => [node.key, node]));
    await page.getByRole('button', { name: 'Load more' }).click();
    await until(page, 'globalThis.__graphView?.edges().length === 6000');
    await settle(page);
    const after = await view(page, 'nodes');
    expect(after.length).to.equal(1200);
    // where two stood left and right of each other, they still do
    const pairs = after.filter(({ key }) => before.has(key)).slice(0, 200);
    const order = (nodes: readonly { key: string; x: number }[]): string[] =>
      [...nodes].sort((a, b) => a.x - b.x).map(({ key }) => key);
    expect(order(pairs)).to.deep.equal(order(pairs.flatMap(({ key }) => before.get(key) ?? [])));
    expect(await page.locator('.status-line').textContent()).to.not.include('loaded');
  });

  it('points at actors alone above 5,000 relations, and at what is in focus', async () => {
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Load more' }).click();
    await until(page, 'globalThis.__graphView?.edges().length === 6000');
    await settle(page);
    const box = await page.locator('.graph-canvas').boundingBox();
    if (!box) throw new Error('There is no picture.');
    const nodes = await view(page, 'nodes');
    for (let step = 0; step < 40; step += 1) {
      const at = {
        x: box.x + box.width * (0.3 + 0.01 * step),
        y: box.y + box.height * (0.35 + 0.007 * step),
      };
      const near = nodes.some(({ x, y, radius }) => Math.hypot(x - at.x, y - at.y) < radius + 4);
      if (near) continue;
      await page.mouse.move(at.x, at.y);
      expect((await view(page, 'hovered'))?.kind).to.not.equal('relation');
    }
    const [largest] = [...nodes].sort((a, b) => b.radius - a.radius);
    if (!largest) throw new Error('There is no node.');
    await page.mouse.click(largest.x, largest.y);
    await until(page, '__graphView.selection()?.kind === "actor"');
    await page.locator('.statement .sentence').first().waitFor();
    expect((await view(page, 'edges')).filter(({ dimmed }) => !dimmed).length).to.be.lessThan(6000);
  });

  it('hides and shows relations at once, without asking for the graph again', async () => {
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Load more' }).click();
    await until(page, 'globalThis.__graphView?.edges().length === 6000');
    await settle(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const places = async () =>
      (await view(page, 'nodes')).map(
        ({ key, x, y }) => `${key} ${Math.round(x)} ${Math.round(y)}`,
      );
    const before = await places();
    const inked = async (): Promise<{ readonly blue: number; readonly orange: number }> => {
      await page.waitForTimeout(300);
      const shot = await page.locator('.graph-canvas').screenshot();
      return page.evaluate(`(async () => {
        const bytes = Uint8Array.from(atob('${shot.toString('base64')}'), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const count = (...colours) => {
          let found = 0;
          for (let at = 0; at < data.length; at += 4) {
            const near = ([r, g, b]) =>
              Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 8;
            if (colours.some(near)) found += 1;
          }
          return found;
        };
        return { blue: count([98, 167, 206], [63, 148, 196]), orange: count([201, 152, 62], [223, 133, 62]) };
      })()`);
    };
    const all = await inked();
    expect(all.blue).to.be.greaterThan(1000);
    expect(all.orange).to.be.greaterThan(1000);
    const legend = page.getByRole('region', { name: 'Legend' });
    for (const name of ['Verbal conflict', 'Material conflict']) {
      await legend.getByRole('button', { name }).click();
    }
    await until(page, '__graphView.edges().every(({ quad }) => quad < 3)');
    const cooperative = await inked();
    expect(cooperative.orange).to.equal(0);
    expect(cooperative.blue).to.be.greaterThan(1000);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(page, '__graphView.edges().length === 6000');
    expect(await places()).to.deep.equal(before);
    expect(asked.filter((url) => url.includes('/graph?'))).to.deep.equal([]);
  });
});
