import { expect } from 'chai';
import { hostileArticle, names } from './hostile-article.ts';
import { extractions, useViewer, view } from './viewer.ts';

describe('browser: a hostile article', function () {
  this.timeout(60_000);
  const viewer = useViewer(extractions(hostileArticle()));
  const { statements, document } = hostileArticle();

  it('is drawn, with names cut to a bearable length', async () => {
    const nodes = await view(await viewer.open(), 'nodes');
    expect(nodes.length).to.equal(names.length);
    expect(Math.max(...nodes.map(({ label }) => [...label].length))).to.be.at.most(30);
  });

  it('stands as text and nothing else in every view', async () => {
    const page = await viewer.open();
    for (const { id } of statements) {
      const key = (await view(page, 'edges')).find(({ source, target }) =>
        statements.some(
          (each) =>
            each.id === id && each.source.entity === source && each.target?.entity === target,
        ),
      )?.key;
      await page.evaluate(`location.hash = 'relation=${encodeURIComponent(key ?? '')}'`);
      const card = page.locator(`[data-statement=${id}]`);
      await card.waitFor();
      const statement = statements.find((each) => each.id === id);
      expect(await card.locator('.sentence').textContent()).to.equal(statement?.evidence.exact);
      expect(await card.textContent())
        .to.include('<i>an aide</i>')
        .and.include('<u>rule</u>');
    }
    await page.locator('.origin-title').click();
    await page.waitForSelector('.chosen-sentence');
    expect(await page.textContent('.article-text')).to.equal(document.text);
    expect(await page.textContent('.side-panel h2')).to.equal(document.title);
    await page.getByRole('button', { name: 'Table' }).click();
    const inside = '.side-panel, .table-view, .graph';
    expect(
      await page.locator(inside).locator('script, img, i, b, u, h1, marquee').count(),
    ).to.equal(0);
    expect(await page.evaluate('globalThis.hacked')).to.equal(undefined);
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(1280);
  });

  it('marks what is denied or only threatened', async () => {
    const page = await viewer.open();
    await page.getByRole('combobox', { name: 'Find an actor' }).fill('<img');
    await page.getByRole('option', { name: 'Person' }).first().click();
    await page.getByText('denied', { exact: true }).waitFor();
    await page.getByText('threatened', { exact: true }).waitFor();
  });

  it('links to the original at the sentence', async () => {
    const page = await viewer.open();
    await page.locator('.relation-row').first().click();
    const link = page.locator('.origin a');
    expect(await link.getAttribute('href')).to.match(/^https:\/\/example\.org\/a.*#:~:text=/);
    expect(await link.getAttribute('rel')).to.include('noopener');
  });
});
