import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { SerializedGraph } from '../../schema/index.ts';
import { samples, settle, useViewer, view } from './viewer.ts';

const column = (page: Page, index: number): Promise<string[]> =>
  page.$$eval(`tbody tr > :nth-child(${index})`, (cells) =>
    cells.map((cell) => cell.textContent ?? ''),
  );

describe('browser: the table', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  it('has a row for every relation and opens its evidence', async () => {
    const { edges } = await viewer.get<SerializedGraph>('/graph?view=relations');
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Table' }).click();
    const more = page.getByRole('button', { name: 'More rows' });
    while ((await more.count()) > 0) await more.click();
    expect(await page.locator('tbody tr').count()).to.equal(edges.length);
    await page.locator('tbody button').first().click();
    await page.waitForSelector('.statement .sentence');
    expect((await view(page, 'selection'))?.kind).to.equal('relation');
    expect(new URL(page.url()).hash).to.match(/^#relation=.*&view=table/);
  });

  it('sorts by a column, both ways', async () => {
    const page = await viewer.open({ address: '#view=table' });
    const head = page.getByRole('button', { name: 'Source' });
    await head.click();
    const sorted = await column(page, 1);
    const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
    expect(sorted).to.deep.equal([...sorted].sort(compare));
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).to.equal('ascending');
    await head.click();
    expect(await column(page, 1)).to.not.deep.equal(sorted);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).to.equal('descending');
  });

  it('stands in where WebGL is missing, and says why', async () => {
    const page = await viewer.open({ webgl: false });
    await page.locator('tbody tr').first().waitFor();
    expect(await page.textContent('.status-line')).to.include('WebGL');
    expect(await view(page, 'canvas')).to.equal(false);
    expect(await page.getByRole('button', { name: 'Graph' }).isDisabled()).to.equal(true);
    await page.locator('tbody button').first().click();
    await page.waitForSelector('.statement .sentence');
  });

  it('leaves the picture as it was', async () => {
    const page = await viewer.open();
    const before = await view(page, 'nodes');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Graph' }).click();
    await settle(page);
    expect(await view(page, 'nodes')).to.deep.equal(before);
  });
});
