import { expect } from 'chai';
import { samples, settle, useViewer, view } from './viewer.ts';

describe('browser: the address', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  it('opens the same view again: actor, relation, article, filter', async () => {
    const page = await viewer.open();
    const edge = (await view(page, 'edges')).find(({ point, quad }) => point && quad !== 3);
    if (!edge?.point) throw new Error('No edge lies free.');
    await page.getByRole('button', { name: /^Verbal conflict \d/ }).click();
    await page.mouse.click(edge.point.x, edge.point.y);
    await page.locator('.origin-title').first().click();
    await page.waitForSelector('.chosen-sentence');
    const sentence = await page.textContent('.chosen-sentence');

    const again = await viewer.open({ address: new URL(page.url()).hash });
    await again.waitForSelector('.chosen-sentence');
    expect(await again.textContent('.chosen-sentence')).to.equal(sentence);
    expect(await view(again, 'selection')).to.deep.equal({ kind: 'relation', key: edge.key });
    expect((await view(again, 'edges')).some(({ quad }) => quad === 3)).to.equal(false);
  });

  it('goes back and forth by the buttons of the browser', async () => {
    const page = await viewer.open();
    await page.locator('.relation-row').nth(0).click();
    await settle(page);
    const first = await view(page, 'selection');
    await page.locator('.actor').first().click();
    await settle(page);
    const second = await view(page, 'selection');
    expect(second).to.not.deep.equal(first);
    await page.goBack();
    expect(await view(page, 'selection')).to.deep.equal(first);
    await page.goForward();
    expect(await view(page, 'selection')).to.deep.equal(second);
    await page.goBack();
    await page.goBack();
    expect(await view(page, 'selection')).to.equal(null);
  });

  it('bears with an address that names nothing here', async () => {
    const page = await viewer.open({
      address: '#relation=constructor&article=__proto__&view=x&hide=9,,3,3&<b>',
    });
    await page.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Not in this graph').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Most reported').waitFor();
  });
});
