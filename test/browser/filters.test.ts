import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { SerializedGraph, StatementAttributes } from '../../schema/index.ts';
import { samples, settle, until, useViewer, view } from './viewer.ts';

describe('browser: filters', function () {
  this.timeout(90_000);
  const viewer = useViewer(samples);

  const statements = async () => {
    const { edges } = await viewer.get<SerializedGraph>('/graph?view=statements&limit=100000');
    return edges.map(({ attributes }) => (attributes as StatementAttributes).statement);
  };
  const openFacet = async (page: Page, name: string) => {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await page.locator('.facet-values label').first().waitFor();
  };

  it('offers each value with its count, keeps places, and is cleared as a whole', async () => {
    const all = await statements();
    const types = new Map<string, number>();
    for (const { event } of all) {
      const type = event?.type ?? 'none';
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    const page = await viewer.open();
    const before = await view(page, 'nodes');
    await openFacet(page, 'Kind of act');
    const accuse = page.locator('.facet-values label').filter({ hasText: 'Accuse' });
    expect(await accuse.locator('.count').textContent()).to.equal(String(types.get('ACCUSE')));
    await accuse.click();
    await page.keyboard.press('Escape');
    await settle(page);
    const kept = new Set(
      all
        .filter(({ event, target }) => event?.type === 'ACCUSE' && target)
        .flatMap(({ source, target }) => [source.entity, target?.entity]),
    );
    const after = await view(page, 'nodes');
    expect(new Set(after.map(({ key }) => key))).to.deep.equal(kept);
    for (const { key, x, y } of after) {
      const was = before.find((node) => node.key === key);
      expect([x, y]).to.deep.equal([was?.x, was?.y]);
    }
    expect(new URL(page.url()).hash).to.include('type=ACCUSE');
    expect(await page.textContent('.status-line')).to.match(/^\d+ of \d+ actors/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await settle(page);
    expect((await view(page, 'nodes')).length).to.equal(before.length);
  });

  it('joins conditions of all kinds: actor type, modality, confidence, weight, words', async () => {
    const page = await viewer.open({ address: '#actorType=person&modality=actual&confidence=0.6' });
    const all = await statements();
    const graph = await viewer.get<SerializedGraph>('/graph?view=relations');
    const person = new Set(
      graph.nodes.filter((n) => n.attributes.entityType === 'person').map((n) => n.key),
    );
    const passing = all.filter(
      ({ source, target, modality, confidence }) =>
        target &&
        modality === 'actual' &&
        confidence.value >= 0.6 &&
        (person.has(source.entity) || person.has(target.entity)),
    );
    await page.locator('.timeline-plot').waitFor();
    await settle(page);
    const drawn = (await view(page, 'edges')).flatMap(({ source, target }) => [source, target]);
    const wanted = passing.flatMap(({ source, target }) => [source.entity, target?.entity]);
    expect(new Set(drawn)).to.deep.equal(new Set(wanted));
    await page.getByRole('searchbox', { name: 'Words in the sentence' }).fill('zzzz');
    await until(page, '__graphView.nodes().length === 0');
    await page.getByText('Nothing passes the filters.').waitFor();
    await page.locator('.graph').getByText('No statement passes the filters.').waitFor();
  });

  it('shows only a type of actor by its entry in the legend', async () => {
    const page = await viewer.open();
    const entry = page.locator('.legend').getByRole('button', { name: /^Organization \d/ });
    await entry.click();
    expect(await entry.getAttribute('aria-pressed')).to.equal('true');
    await settle(page);
    const nodes = await view(page, 'nodes');
    const type = new Map(nodes.map(({ key, entityType }) => [key, entityType]));
    for (const { source, target } of await view(page, 'edges')) {
      expect([type.get(source), type.get(target)]).to.include('organization');
    }
  });

  it('chooses a time by dragging over the bars, by the keyboard, and plays', async () => {
    const page = await viewer.open();
    const brush = page.locator('.timeline-brush');
    const box = await brush.boundingBox();
    if (!box) throw new Error('There is no timeline.');
    const before = await view(page, 'nodes');
    await page.mouse.move(box.x + box.width * 0.6, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.98, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    const chosen = await view(page, 'nodes');
    expect(chosen.length).to.be.greaterThan(0).and.lessThan(before.length);
    const [some] = chosen;
    expect(some?.x).to.equal(before.find(({ key }) => key === some?.key)?.x);
    const first = page.getByRole('slider', { name: 'First period shown' });
    const was = Number(await first.getAttribute('aria-valuenow'));
    await first.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await first.getAttribute('aria-valuenow'))).to.equal(was + 1);
    expect(new URL(page.url()).hash).to.match(/from=\d{4}-\d\d-\d\d/);

    await page.locator('.timeline').getByRole('button', { name: 'All dates' }).click();
    await page.getByLabel('Granularity').selectOption('year');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    const growing = (await view(page, 'nodes')).length;
    await until(page, `__graphView.nodes().length > ${growing}`);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'One period back' }).click();
    expect(await page.textContent('.timeline-chosen')).to.match(/\d{4} – \d/);
  });

  it('counts by the date of the event where that is asked for', async () => {
    const page = await viewer.open();
    await page.getByLabel('Date of').selectOption('event');
    await page.getByText(/\d+ without a date/).waitFor();
    expect(new URL(page.url()).hash).to.include('date=event');
  });
});
