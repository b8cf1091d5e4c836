import { expect } from 'chai';
import type { SerializedGraph } from '../../schema/index.ts';
import { samples, settle, useViewer, view } from './viewer.ts';

describe('browser: the graph', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  it('draws every actor and every relation, and says how many', async () => {
    const graph = await viewer.get<SerializedGraph>('/graph?view=relations');
    const page = await viewer.open();
    expect((await view(page, 'nodes')).map(({ key }) => key).sort()).to.deep.equal(
      graph.nodes.map(({ key }) => key).sort(),
    );
    expect((await view(page, 'edges')).length).to.equal(graph.edges.length);
    expect(await page.textContent('.status-line')).to.include(
      `${graph.nodes.length} actors, ${graph.edges.length} relations from ${graph.attributes.documents} articles`,
    );
  });

  it('draws the same picture of the same data', async () => {
    const places = async () => {
      const nodes = await view(await viewer.open(), 'nodes');
      return nodes.map(({ key, x, y }) => [key, x, y]);
    };
    expect(await places()).to.deep.equal(await places());
  });

  it('lets no name cover another', async () => {
    const labels = await view(await viewer.open(), 'labels');
    expect(labels.length).to.be.greaterThan(10);
    for (const [index, a] of labels.entries()) {
      for (const b of labels.slice(index + 1)) {
        const apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `${a.text} and ${b.text}`).to.equal(true);
      }
    }
  });

  it('bends the relations of one pair apart and leaves a lone one straight', async () => {
    const edges = await view(await viewer.open(), 'edges');
    const bundles = new Map<string, (typeof edges)[number][]>();
    for (const edge of edges) {
      const pair = [edge.source, edge.target].sort().join();
      bundles.set(pair, [...(bundles.get(pair) ?? []), edge]);
    }
    for (const bundle of bundles.values()) {
      const straight = bundle.filter(({ curved }) => !curved).length;
      expect(straight).to.equal(bundle.length % 2);
    }
  });

  it('fades what has nothing to do with the actor under the pointer', async () => {
    const page = await viewer.open();
    const [largest] = [...(await view(page, 'nodes'))].sort((a, b) => b.radius - a.radius);
    if (!largest) throw new Error('There is no node.');
    await page.mouse.move(largest.x, largest.y);
    await page.waitForSelector('.pointer-note');
    expect(await page.textContent('.pointer-note')).to.include(largest.label);
    const edges = await view(page, 'edges');
    const near = new Set(
      edges
        .filter(({ source, target }) => source === largest.key || target === largest.key)
        .flatMap(({ source, target }) => [source, target]),
    );
    for (const { key, dimmed } of await view(page, 'nodes')) {
      expect(dimmed).to.equal(!near.has(key));
    }
  });

  it('hides a kind of relation by its entry in the legend, and shows it again', async () => {
    const page = await viewer.open();
    const before = await view(page, 'edges');
    const entry = page.getByRole('button', { name: /^Material conflict \d/ });
    await entry.click();
    expect(await entry.getAttribute('aria-pressed')).to.equal('false');
    expect((await view(page, 'edges')).map(({ key }) => key)).to.deep.equal(
      before.filter(({ quad }) => quad !== 4).map(({ key }) => key),
    );
    expect(new URL(page.url()).hash).to.equal('#hide=4');
    await entry.click();
    expect((await view(page, 'edges')).length).to.equal(before.length);
  });

  it('comes nearer and goes back by its buttons', async () => {
    const page = await viewer.open();
    const [before] = await view(page, 'nodes');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await settle(page);
    expect((await view(page, 'nodes'))[0]?.radius).to.be.greaterThan(before?.radius ?? 0);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await settle(page);
    expect((await view(page, 'nodes'))[0]?.radius).to.be.closeTo(before?.radius ?? 0, 0.01);
  });

  it('is dark where the system is dark, until the reader wants it light', async () => {
    const page = await viewer.open({ colorScheme: 'dark' });
    expect(await view(page, 'theme')).to.equal('dark');
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await view(page, 'theme')).to.equal('light');
    await page.reload();
    await settle(page);
    expect(await view(page, 'theme')).to.equal('light');
  });

  it('asks no one but its own server', async () => {
    const page = await viewer.open();
    const asked = (await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name)',
    )) as string[];
    expect(asked.filter((address) => !address.startsWith(viewer.url()))).to.deep.equal([]);
  });
});
