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
});
