import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { samples, settle, useViewer, view } from './viewer.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Everything that axe finds wrong, in words. `options` as axe.run takes them, as source text. */
async function violations(page: Page, options = '{}'): Promise<string[]> {
  await page.evaluate(axe.source);
  const run = `axe.run(${options}).then(({ violations }) => violations)`;
  const found = (await page.evaluate(run)) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Through every view of the viewer, each reached from the one before. */
const steps: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['the overview', () => Promise.resolve()],
  [
    'the evidence of a relation',
    async (page) => {
      await page.locator('.relation-row').first().click();
      await page.waitForSelector('.origin-title');
    },
  ],
  [
    'an article',
    async (page) => {
      await page.locator('.origin-title').first().click();
      await page.waitForSelector('.chosen-sentence');
    },
  ],
  [
    'an actor',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.actor').first().click();
      await page.waitForSelector('.origin-title');
    },
  ],
  ['the table', (page) => page.getByRole('button', { name: 'Table' }).click()],
  [
    'the table of actors',
    (page) => page.getByRole('button', { name: 'Actors', exact: true }).click(),
  ],
  [
    'a filter',
    async (page) => {
      await page.getByRole('button', { name: 'Graph', exact: true }).click();
      await page.getByRole('button', { name: 'Communities' }).click();
      await page.getByRole('button', { name: /^Kind of act/ }).click();
      await page.locator('.facet-values label').first().click();
    },
  ],
  [
    'adding',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Add' }).click();
    },
  ],
  [
    'sharing',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Share' }).click();
    },
  ],
  [
    'the keys',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keys' }).click();
    },
  ],
  ['the tour', (page) => page.getByRole('button', { name: 'Take the tour' }).click()],
];

describe('browser: accessibility', function () {
  this.timeout(240_000);
  const viewer = useViewer(samples);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no violation in any view, ${colorScheme}`, async () => {
      const page = await viewer.open({ colorScheme });
      for (const [name, go] of steps) {
        await go(page);
        // what lies over the page stands beside its landmarks
        const over = (await page.locator('.facet, .sheet').count()) > 0;
        const options = over ? '{ rules: { region: { enabled: false } } }' : '{}';
        expect(await violations(page, options), name).to.deep.equal([]);
      }
    });

    it(`has no violation in the suggestions of the search, ${colorScheme}`, async () => {
      const page = await viewer.open({ colorScheme });
      await page.getByRole('combobox', { name: 'Find an actor' }).fill('ru');
      await page.getByRole('option', { name: 'Russia' }).first().waitFor();
      // while the list is open React Aria hides the rest of the page from screen readers
      const list =
        '{ include: [[".search"], [".suggestions"]] }, { rules: { region: { enabled: false } } }';
      expect(await violations(page, list)).to.deep.equal([]);
    });
  }

  it('has no violation and needs no sideways scrolling at 360 pixels', async () => {
    const page = await viewer.open({ viewport: { width: 360, height: 720 } });
    await page.getByRole('button', { name: 'Legend' }).click();
    expect(await violations(page)).to.deep.equal([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(360);
  });

  it('says aloud what was selected', async () => {
    const page = await viewer.open();
    await page.locator('.relation-row').first().click();
    await settle(page);
    expect((await view(page, 'selection'))?.kind).to.equal('relation');
    expect(await page.locator('.announcement').textContent()).to.match(/^Selected /);
  });
});
