import { expect } from 'chai';
import { webServer } from '../sources/web-server.ts';
import { extractions, samples, settle, until, useViewer, view } from './viewer.ts';

const article =
  'Norway accused Iceland of closing the harbour. Iceland rejected the accusation on Friday.';

describe('browser: adding', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);

  it('reads a pasted text, shows how far it is, and lights up its statements', async () => {
    const page = await viewer.open();
    const before = (await view(page, 'nodes')).length;
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('textbox', { name: 'Text of the article' }).fill(article);
    await page.getByRole('textbox', { name: 'Title' }).fill('Harbour talks');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.job[data-state=done]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.job').textContent()).to.match(
      /Harbour talks.*done, \d statements?/,
    );
    await until(page, `__graphView && __graphView.nodes().length > ${before}`);
    await page.locator('.job').getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Harbour talks' }).waitFor();
    await page
      .getByRole('button', { name: /statements? of this sentence/ })
      .first()
      .click();
    await page.locator('.statement[data-fresh]').waitFor();
    await settle(page);
    expect((await view(page, 'nodes')).map(({ label }) => label)).to.include('Iceland');
  });

  it('takes files, and says what is wrong with what it cannot read', async () => {
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Drop files' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'fishing.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Denmark thanked Sweden for its help. Sweden praised Denmark.'),
    });
    await page.locator('.job[data-state=done]').waitFor({ timeout: 60_000 });
    await page.locator('input[type=file]').setInputFiles({
      name: 'picture.zip',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0, 1, 2, 3]),
    });
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Give an address' }).click();
    await page.getByRole('textbox', { name: /Address/ }).fill(`${viewer.url()}no-article`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.job[data-state=failed]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.job[data-state=failed]').textContent()).to.match(/failed.{20,}/);
  });

  it('reads every article of a feed, whose text stands in it or on pages that it names', async () => {
    const long = `${'Norway thanked Sweden for the harbour. '.repeat(14)}Sweden praised Norway.`;
    const web = await webServer({
      '/feed': `<rss version="2.0"><channel><title>Harbour News</title>
        <item><title>First of the feed</title><guid>1</guid><description>${long}</description></item>
        <item><title>Second of the feed</title><guid>2</guid><description>Finland accused Estonia of delay. ${long}</description></item>
        <item><title>Third of the feed</title><link>/third</link><description>Short.</description></item>
      </channel></rss>`,
      '/third': `<html><head><title>Third of the feed</title></head><body><article><h1>Third of the feed</h1><p>Malta sued Cyprus over fish on Monday. ${long}</p></article></body></html>`,
    });
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Give an address' }).click();
    await page.getByRole('textbox', { name: /Address/ }).fill(`${web.url}/feed`);
    await page.getByRole('button', { name: 'Read it' }).click();
    const done = page.locator('.job[data-state=done]');
    await done.nth(2).waitFor({ timeout: 60_000 });
    const names = (await done.allTextContents()).join(' ');
    await web.close();
    expect(names).to.include('Second of the feed').and.include('Third of the feed');
    await until(page, `globalThis.__graphView?.nodes().some(({ label }) => label === 'Malta')`);
  });

  it('offers a tour on the first visit that can be walked or skipped, and does not come back', async () => {
    const page = await viewer.open();
    await page.getByRole('button', { name: 'Take the tour' }).click();
    const tour = page.getByRole('region', { name: 'Tour' });
    expect(await tour.textContent()).to.include('Step 1 of 4');
    await tour.getByRole('button', { name: 'Next' }).click();
    await page.locator('.statement .sentence').first().waitFor();
    await tour.getByRole('button', { name: 'Skip the tour' }).click();
    expect(await tour.count()).to.equal(0);
    await page.reload();
    await settle(page);
    expect(await page.getByRole('button', { name: 'Take the tour' }).count()).to.equal(0);
  });
});

describe('browser: the first article', function () {
  this.timeout(120_000);
  const viewer = useViewer(extractions());

  it('is added to an empty database from the page', async () => {
    const page = await viewer.open();
    await page.getByText('No statements yet').waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('textbox', { name: 'Text of the article' }).fill(article);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.job[data-state=done]').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Close' }).click();
    await settle(page);
    expect((await view(page, 'nodes')).map(({ label }) => label)).to.include('Norway');
  });
});
