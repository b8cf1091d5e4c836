import { expect } from 'chai';
import type { EntityList, SerializedGraph } from '../../schema/index.ts';
import { samples, settle, until, useViewer } from './viewer.ts';

describe('browser: judging', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);
  const total = async (): Promise<number> =>
    (await viewer.get<SerializedGraph>('/graph?view=relations')).attributes.statements;

  it('confirms a statement, and takes the verdict back by a second click', async () => {
    const page = await viewer.open();
    await page.locator('.relation-row').first().click();
    const confirm = page.locator('.statement').first().getByRole('button', { name: 'Confirm' });
    await confirm.click();
    await page.locator('.statement').first().locator('[aria-pressed=true]').waitFor();
    const { total: made } = await viewer.get<{ total: number }>('/judgements?kind=confirm');
    expect(made).to.equal(1);
    await settle(page);
    await confirm.click();
    await until(page, '!document.querySelector(".statement [aria-pressed=true]")');
    const { total: left } = await viewer.get<{ total: number }>('/judgements?kind=confirm');
    expect(left).to.equal(0);
  });

  it('rejects a statement, which then counts no longer, and undo brings it back', async () => {
    const before = await total();
    const page = await viewer.open();
    await page.locator('.relation-row').first().click();
    await page.locator('.statement').first().getByRole('button', { name: 'Reject' }).click();
    await page.getByText(/it no longer counts/).waitFor();
    expect(await total()).to.equal(before - 1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Taken back').waitFor();
    expect(await total()).to.equal(before);
  });

  it('merges two actors after a look at what would change, and splits them again', async () => {
    const entity = async (name: string) => {
      const { items } = await viewer.get<EntityList>(`/entities?q=${encodeURIComponent(name)}`);
      const [found] = items;
      return found && { ...found.entity, statements: found.statements };
    };
    const [china, iran] = [await entity('china'), await entity('iran')];
    const before = await viewer.get<SerializedGraph>('/graph?view=relations');
    const page = await viewer.open({ address: `#actor=${china?.id}` });
    await page.getByRole('button', { name: 'Merge with…' }).click();
    await page.getByRole('textbox', { name: /the same/ }).fill(iran?.name ?? '');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: iran?.name ?? '', exact: true })
      .click();
    const preview = page.getByRole('region', { name: 'What merging would change' });
    await preview.waitFor();
    expect(await preview.textContent()).to.match(/Together \d+ statements in \d+ articles/);
    await preview.getByRole('button', { name: 'Merge' }).click();
    await page.getByRole('button', { name: 'Split again…' }).waitFor();
    const merged = await viewer.get<SerializedGraph>('/graph?view=relations');
    expect(merged.nodes.length).to.equal(before.nodes.length - 1);
    await settle(page);
    await page.getByRole('button', { name: 'Split again…' }).click();
    const parting = page.getByRole('region', { name: 'What splitting would change' });
    await parting.waitFor();
    const sides = await parting.getByRole('listitem').allTextContents();
    for (const [each, said] of [
      [china, sides.find((text) => text.includes(china?.name ?? '?'))],
      [iran, sides.find((text) => text.includes(iran?.name ?? '?'))],
    ] as const) {
      const relations = before.edges.filter(({ source, target }) =>
        [source, target].includes(each?.id ?? ''),
      );
      expect(said).to.include(`${each?.statements} statement`);
      expect(said).to.include(`${relations.length} relation`);
    }
    // looking has changed nothing
    expect(await viewer.get<SerializedGraph>('/graph?view=relations')).to.deep.equal(merged);
    await parting.getByRole('button', { name: 'Leave it merged' }).click();
    await until(page, '!document.querySelector(".merge-preview")');
    await page.getByRole('button', { name: 'Split again…' }).click();
    await parting.getByRole('button', { name: 'Split', exact: true }).click();
    await until(page, '!document.querySelector(".merges")');
    expect(await viewer.get<SerializedGraph>('/graph?view=relations')).to.deep.equal(before);
  });
});
