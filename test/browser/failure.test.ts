import { expect } from 'chai';
import { extractions, samples, useViewer } from './viewer.ts';

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
    await page.getByText('The server does not answer').waitFor();
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
});
