import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { EntityList } from '../../schema/index.ts';
import { samples, settle, until, useViewer, view } from './viewer.ts';

describe('browser: explore', function () {
  this.timeout(120_000);
  const viewer = useViewer(samples);

  const idOf = async (name: string): Promise<string> => {
    const { items } = await viewer.get<EntityList>(`/entities?q=${name}`);
    return items[0]?.entity.id ?? '';
  };
  const neighbours = async (page: Page, id: string): Promise<Set<string>> => {
    const near = new Set([id]);
    for (const { source, target } of await view(page, 'edges')) {
      if (source === id) near.add(target);
      if (target === id) near.add(source);
    }
    return near;
  };
  const shown = async (page: Page): Promise<Set<string>> =>
    new Set((await view(page, 'nodes')).map(({ key }) => key));

  it('shows what is near an actor, expands with a count before the click, hides, goes back to all', async () => {
    const china = await idOf('china');
    const page = await viewer.open({ address: `#actor=${china}` });
    const all = await shown(page);
    const near = await neighbours(page, china);
    await page.getByRole('button', { name: 'Within 1 step', exact: true }).click();
    await settle(page);
    expect(await shown(page)).to.deep.equal(near);

    const other = (await view(page, 'edges')).find(({ source }) => source === china)?.target ?? '';
    await page.evaluate(`location.hash = location.hash.replace(/actor=[^&]*/, 'actor=${other}')`);
    const more = page.getByRole('button', { name: /^Expand \+\d+/ });
    const before = (await shown(page)).size;
    if ((await more.count()) > 0) {
      const count = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
      await more.click();
      await settle(page);
      expect((await shown(page)).size).to.equal(before + count);
    }
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await settle(page);
    expect((await shown(page)).has(other)).to.equal(false);
    await page.getByRole('button', { name: 'Back to all' }).click();
    await settle(page);
    expect(await shown(page)).to.deep.equal(all);
  });

  it('finds the way between two actors and shows the sentence of every step', async () => {
    const page = await viewer.open({ address: `#actor=${await idOf('china')}` });
    await page.getByRole('button', { name: 'Path to…' }).click();
    await page.getByRole('textbox', { name: 'Find the way to another actor' }).fill('iran');
    await page.getByRole('dialog').getByRole('button', { name: 'Iran', exact: true }).click();
    const steps = page.locator('.path-step');
    await steps.locator('.sentence').first().waitFor();
    await until(
      page,
      'document.querySelectorAll(".path-step").length === document.querySelectorAll(".path-step .sentence").length',
    );
    await page.mouse.move(5, 5);
    const lit = (await view(page, 'edges')).filter(({ dimmed }) => !dimmed);
    expect(lit.length).to.equal(await steps.count());
    expect(new URL(page.url()).hash).to.match(/path=en_[0-9a-f]+,en_[0-9a-f]+/);
    await page.keyboard.press('Escape');
    await page.getByText('Most reported').waitFor();
  });

  it('finds sentences by their words and opens the article at one', async () => {
    const page = await viewer.open();
    await page.getByRole('combobox', { name: 'Find an actor' }).fill('complaints trade');
    const sentence = page.getByRole('option', { name: /complaints/ }).first();
    await sentence.waitFor();
    const text = await sentence.textContent();
    await sentence.click();
    await page.locator('.chosen-sentence').waitFor();
    expect(text).to.include(await page.locator('.chosen-sentence').textContent());
  });

  it('copies the table as CSV, as it is sorted and found', async () => {
    const page = await viewer.open({
      address: '#view=table',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('searchbox', { name: 'Find in the table' }).fill('china');
    await page.getByRole('button', { name: 'Source' }).click();
    const rows = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await page.getByText(/rows copied as CSV/).waitFor();
    const csv = (await page.evaluate('navigator.clipboard.readText()')) as string;
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).to.equal('Source,Relation,Target,Kind,Articles,Statements,Latest');
    expect(lines.length).to.equal(rows + 1);
    for (const line of lines.slice(1)) expect(line.toLowerCase()).to.include('china');
    await page.getByRole('button', { name: 'Actors', exact: true }).click();
    await page.locator('tbody').getByRole('button', { name: 'China', exact: true }).click();
    await until(page, '__graphView.selection()?.kind === "actor"');
  });

  it('pins an actor where it is dragged and lets it go again', async () => {
    const page = await viewer.open();
    const [largest, ...others] = [...(await view(page, 'nodes'))].sort(
      (a, b) => b.radius - a.radius,
    );
    if (!largest) throw new Error('There is no node.');
    // Where nobody else stands, so that the click below is on nobody else.
    const places = [80, 120, 160].flatMap((far) =>
      [1, -1].flatMap((x) =>
        [0.5, -0.5, 1, -1].map((y) => [largest.x + far * x, largest.y + far * y]),
      ),
    ) as [number, number][];
    const room = ([x, y]: [number, number]): number =>
      Math.min(...others.map((each) => Math.hypot(each.x - x, each.y - y) - each.radius));
    const [x, y] = places.reduce((best, place) => (room(place) > room(best) ? place : best));
    await page.mouse.move(largest.x, largest.y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 6 });
    await page.mouse.up();
    await settle(page);
    const at = async () => (await view(page, 'nodes')).find(({ key }) => key === largest.key);
    expect((await at())?.x).to.be.closeTo(x, 3);
    expect((await at())?.y).to.be.closeTo(y, 3);
    await page.mouse.click((await at())?.x ?? 0, (await at())?.y ?? 0);
    await page.getByRole('button', { name: 'Unpin' }).click();
    await settle(page);
    expect((await at())?.x).to.be.closeTo(largest.x, 1);
  });

  it('pins an actor that a finger drags, and pans where the finger is on empty ground', async () => {
    const page = await viewer.open({ hasTouch: true, viewport: { width: 800, height: 900 } });
    const [largest] = [...(await view(page, 'nodes'))].sort((a, b) => b.radius - a.radius);
    if (!largest) throw new Error('There is no node.');
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    const drag = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
      await touch('touchStart', from.x, from.y);
      for (let step = 1; step <= 6; step += 1) {
        await touch('touchMove', from.x + (by.x * step) / 6, from.y + (by.y * step) / 6);
      }
      await touch('touchEnd', from.x + by.x, from.y + by.y);
      await settle(page);
    };
    const at = async () => (await view(page, 'nodes')).find(({ key }) => key === largest.key);
    await drag(largest, { x: -60, y: 48 });
    expect((await at())?.x).to.be.closeTo(largest.x - 60, 3);
    expect((await at())?.y).to.be.closeTo(largest.y + 48, 3);
    await until(page, `location.hash.includes('pin=${largest.key}')`);
    const box = await page.locator('.graph-canvas').boundingBox();
    await drag({ x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 80 }, { x: 50, y: 30 });
    await until(page, `location.hash.includes('at=')`);
    expect((await at())?.x).to.be.greaterThan(largest.x - 60 + 30);
  });

  it('groups actors into communities with readable headings', async () => {
    const page = await viewer.open();
    expect(await view(page, 'titles')).to.deep.equal([]);
    await page.getByRole('button', { name: 'Communities' }).click();
    await settle(page);
    const titles = await view(page, 'titles');
    expect(titles.length).to.be.greaterThan(1);
    expect(titles.join(' ')).to.match(/China|Russia/);
  });

  it('lights up in the graph what the pointer is on in the article, and the other way round', async () => {
    const page = await viewer.open();
    await page.locator('.relation-row').first().click();
    await page.locator('.origin-title').first().click();
    await page.locator('.chosen-sentence').waitFor();
    const mention = page.locator('.mention').first();
    const id = await mention.getAttribute('data-entity');
    await mention.hover();
    expect(await view(page, 'hovered')).to.deep.equal({ kind: 'actor', id });
    const ids = (await page
      .locator('.mention')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-entity')))) as string[];
    const canvas = await page.locator('.graph-canvas').boundingBox();
    const node = (await view(page, 'nodes')).find(
      ({ key, x, y }) =>
        ids.includes(key) &&
        canvas &&
        x > canvas.x + 130 &&
        x < canvas.x + canvas.width - 60 &&
        y > canvas.y + 50 &&
        y < canvas.y + canvas.height - 20,
    );
    if (!node) throw new Error('No actor of the article is in sight.');
    await page.mouse.move(node.x, node.y);
    await page.locator(`.mention[data-entity="${node.key}"][data-lit]`).first().waitFor();
  });
});
