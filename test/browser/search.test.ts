import { expect } from 'chai';
import type { EntityList } from '../../schema/index.ts';
import { samples, settle, until, useViewer, view } from './viewer.ts';

describe('browser: the search', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  it('finds an actor from the keyboard alone, selects it and brings it into the middle', async () => {
    const { items } = await viewer.get<EntityList>('/entities?q=russia');
    const russia = items[0]?.entity;
    const page = await viewer.open();
    await page.keyboard.press('/');
    await page.keyboard.type('russ');
    await page.getByRole('option', { name: 'Russia' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(page, '__graphView.selection() !== null');
    expect(await view(page, 'selection')).to.deep.equal({ kind: 'actor', id: russia?.id });
    await settle(page);
    const node = (await view(page, 'nodes')).find(({ key }) => key === russia?.id);
    const canvas = await page.locator('.graph-canvas').boundingBox();
    if (!node || !canvas) throw new Error('The actor is not drawn.');
    expect(node.x).to.be.closeTo(canvas.x + canvas.width / 2, 2);
    expect(node.y).to.be.closeTo(canvas.y + canvas.height / 2, 2);
    expect(await page.locator('.side-panel h2').textContent()).to.equal(russia?.name);
  });

  it('finds by another name and says which', async () => {
    const page = await viewer.open();
    await page.getByRole('combobox', { name: 'Find an actor' }).fill('moscow');
    const option = page.getByRole('option', { name: 'Russia' }).first();
    await option.waitFor();
    expect(await option.textContent()).to.match(/^Russia.*“Moscow”/);
    await option.click();
    await until(page, '__graphView.selection() !== null');
  });

  it('says so when nothing is found', async () => {
    const page = await viewer.open();
    await page.getByRole('combobox', { name: 'Find an actor' }).fill('zzzzqq');
    await page.getByText('No actor of that name.').waitFor();
  });
});
