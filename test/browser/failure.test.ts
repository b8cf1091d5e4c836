import { expect } from 'chai';
import { extractions, samples, useViewer, view } from './viewer.ts';

describe('browser: an empty database', function () {
  this.timeout(60_000);
  const viewer = useViewer(extractions());

  it('says how to add an article', async () => {
    const page = await viewer.open();
    expect(await page.textContent('.message')).to.include('whowhom add FILE');
  });
});

describe('browser: a server that is gone', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  it('says so in the panel and on loading, and offers to try again', async () => {
    const page = await viewer.open();
    await page.route('**/api/v1/statements?*', (route) => route.abort());
    await page.locator('.relation-row').first().click();
    await page.getByText('Start it with: whowhom serve').first().waitFor();
    await page.unroute('**/api/v1/statements?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.statement .sentence');

    await page.route('**/api/v1/graph?*', (route) => route.abort());
    await page.reload();
    await page.getByText('The graph could not be loaded').waitFor();
    await page.unroute('**/api/v1/graph?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.status-line');
  });

  it('keeps what is loaded when the server ends while in use, and notices when it is back', async () => {
    const page = await viewer.open();
    const nodes = (await view(page, 'nodes')).length;
    await viewer.stop();
    await page.locator('.relation-row').first().click();
    await page.locator('.offline').waitFor();
    expect((await view(page, 'nodes')).length).to.equal(nodes);
    await page.getByRole('button', { name: /^Material conflict \d/ }).click();
    expect((await view(page, 'edges')).some(({ quad }) => quad === 4)).to.equal(false);
    await viewer.restart();
    await page.locator('.offline').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.statement .sentence').first().waitFor();
  });
});
