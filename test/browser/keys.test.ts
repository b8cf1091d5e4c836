import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { hostileArticle } from './hostile-article.ts';
import { extractions, samples, settle, until, useViewer, view } from './viewer.ts';

const said = (page: Page): Promise<string | null> => page.locator('.announcement').textContent();

describe('browser: the keyboard', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);

  /** A page whose cursor is on the largest actor, with the picture's nodes. */
  async function atLargest() {
    const page = await viewer.open();
    await page.keyboard.press('g');
    await until(page, 'document.activeElement.classList.contains("graph-keys")');
    await page.keyboard.press('ArrowRight');
    const nodes = await view(page, 'nodes');
    const [largest] = [...nodes].sort((a, b) => b.radius - a.radius);
    expect(await view(page, 'hovered')).to.deep.equal({ kind: 'actor', id: largest?.key });
    return { page, nodes, largest };
  }

  it('walks from actor to actor, saying where it is', async () => {
    const { page, nodes, largest } = await atLargest();
    const placeOfCursor = async () => {
      const at = await view(page, 'hovered');
      return nodes.find(({ key }) => at?.kind === 'actor' && key === at.id);
    };
    expect(await said(page)).to.match(/relations?$/);
    await page.keyboard.press('ArrowRight');
    const right = await placeOfCursor();
    expect(right?.x).to.be.greaterThan(largest?.x ?? 0);
    await page.keyboard.press('ArrowLeft');
    expect((await placeOfCursor())?.x).to.be.lessThan(right?.x ?? 0);
  });

  it('walks along relations, saying where it is, and opens the evidence', async () => {
    const { page, largest } = await atLargest();
    await page.keyboard.press('.');
    const edge = await view(page, 'hovered');
    expect(edge?.kind).to.equal('relation');
    expect(await said(page)).to.match(/: \d+ statements?$/);
    await page.keyboard.press('.');
    expect(await view(page, 'hovered')).to.not.deep.equal(edge);
    await page.keyboard.press('Backspace');
    const other = await view(page, 'hovered');
    expect(other?.kind).to.equal('actor');
    expect(other).to.not.deep.equal({ kind: 'actor', id: largest?.key });
    await page.keyboard.press(',');
    await page.keyboard.press('Enter');
    await page.locator('.statement .sentence').first().waitFor();
    expect((await view(page, 'selection'))?.kind).to.equal('relation');
  });

  it('shows a sheet of the keys, and single keys can be turned off', async () => {
    const page = await viewer.open();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('Find an actor or a sentence').waitFor();
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    expect(await page.locator('.table-view').count()).to.equal(0);
    await page.keyboard.press('Control+Z');
  });

  it('reaches everything by Tab with a focus that is seen', async () => {
    const page = await viewer.open();
    const reached = new Set<string>();
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      const [name, outline] = (await page.evaluate(`(() => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        return [at.getAttribute('aria-label') ?? at.textContent, style.outlineStyle + style.outlineWidth];
      })()`)) as [string, string];
      reached.add(name.trim());
      if (name !== '' && !name.includes('needs JavaScript'))
        expect(outline, name).to.not.match(/^none|0px$/);
    }
    for (const name of ['Graph', 'Share', 'Dark theme', 'Play', 'First period shown', 'Zoom in']) {
      expect(
        [...reached].some((each) => each.includes(name)),
        name,
      ).to.equal(true);
    }
  });

  it('moves nothing gently where the reader wants no motion, and is operable at 320 CSS pixels', async () => {
    const page = await viewer.open({ viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await view(page, 'moving')).to.equal(false);
  });
});

describe('browser: scripts of the world', function () {
  this.timeout(60_000);
  const viewer = useViewer(extractions(hostileArticle()));

  it('shows Arabic and Chinese names in the graph and isolates their direction in text', async () => {
    const page = await viewer.open();
    await settle(page);
    const labels = (await view(page, 'nodes')).map(({ label }) => label);
    expect(labels).to.include('رئيس الوزراء').and.include('外交部长王毅');
    await page.getByRole('button', { name: 'Table' }).click();
    expect(
      await page.locator('tbody bdi', { hasText: 'رئيس الوزراء' }).first().isVisible(),
    ).to.equal(true);
  });
});
