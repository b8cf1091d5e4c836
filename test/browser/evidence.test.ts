import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { EntitySummary, Statement, StatementList } from '../../schema/index.ts';
import { samples, settle, until, useViewer, view } from './viewer.ts';

/** Clicks the first edge that lies free, as a reader would, and answers its key. */
async function clickEdge(page: Page): Promise<string> {
  const edge = (await view(page, 'edges')).find(({ point, reciprocal }) => point && !reciprocal);
  if (!edge?.point) throw new Error('No edge lies free.');
  await page.mouse.click(edge.point.x, edge.point.y);
  await page.waitForSelector('.statement .origin-title');
  return edge.key;
}

const markedAs = (page: Page, part: string): Promise<string> =>
  page.$$eval(`.statement:first-of-type .sentence [data-part=${part}]`, (marks) =>
    marks.map((mark) => mark.textContent).join(''),
  );

describe('browser: evidence', function () {
  this.timeout(60_000);
  const viewer = useViewer(samples);

  const statement = async (page: Page): Promise<Statement> => {
    const id = await page.getAttribute('.statement:first-of-type', 'data-statement');
    return viewer.get<Statement>(`/statements/${id}`);
  };

  it('opens by a click on a line and shows the sentence with who, does what and to whom', async () => {
    const page = await viewer.open();
    const key = await clickEdge(page);
    expect(await view(page, 'selection')).to.deep.equal({ kind: 'relation', key });
    const { evidence, source, relation, target } = await statement(page);
    const sentence = page.locator('.statement:first-of-type .sentence');
    expect(await sentence.textContent()).to.equal(evidence.exact);
    const { text } = await viewer.get<{ text: string }>(`/documents/${evidence.document}`);
    expect(await markedAs(page, 'source')).to.equal(text.slice(source.start, source.end));
    expect(await markedAs(page, 'relation')).to.equal(text.slice(relation.start, relation.end));
    expect(await markedAs(page, 'target')).to.equal(
      text.slice(target?.start ?? 0, target?.end ?? 0),
    );
  });

  it('names the article, its date, the rule and the confidence', async () => {
    const page = await viewer.open();
    await clickEdge(page);
    const { evidence, provenance, confidence } = await statement(page);
    const { title, publisher } = await viewer.get<{ title: string; publisher: string }>(
      `/documents/${evidence.document}`,
    );
    const card = await page.textContent('.statement:first-of-type');
    for (const fact of [title, publisher, provenance.rule, confidence.value.toFixed(2)]) {
      expect(card).to.include(fact);
    }
  });

  it('opens the article at the sentence, and Back leads to the evidence', async () => {
    const page = await viewer.open();
    await clickEdge(page);
    const { evidence } = await statement(page);
    await page.locator('.origin-title').first().click();
    const chosen = page.locator('.chosen-sentence');
    expect(await chosen.textContent()).to.equal(evidence.exact);
    const box = await chosen.boundingBox();
    expect(box?.y).to.be.within(0, 800);
    const { text } = await viewer.get<{ text: string }>(`/documents/${evidence.document}`);
    expect(await page.textContent('.article-text')).to.equal(text);
    await page.goBack();
    await page.waitForSelector('.statement');
    await page.goBack();
    await until(page, '__graphView.selection() === null');
  });

  it('opens an actor by a click on its node, with its partners and statements', async () => {
    const page = await viewer.open();
    const [largest] = [...(await view(page, 'nodes'))].sort((a, b) => b.radius - a.radius);
    if (!largest) throw new Error('There is no node.');
    await page.mouse.click(largest.x, largest.y);
    await page.waitForSelector('.statement');
    const { entity, statements } = await viewer.get<EntitySummary>(`/entities/${largest.key}`);
    const { items } = await viewer.get<StatementList>(`/statements?entity=${largest.key}&limit=20`);
    const panel = page.locator('.side-panel');
    expect(await panel.locator('h2').textContent()).to.equal(entity.name);
    expect(await panel.textContent()).to.include(`${statements} statements`);
    expect(await panel.locator('.statement').count()).to.equal(items.length);
    await panel.locator('.relation-row').first().click();
    await until(page, '__graphView.selection().kind === "relation"');
  });

  it('lets go by a click on empty ground and by Escape', async () => {
    const page = await viewer.open();
    await clickEdge(page);
    await page.keyboard.press('Escape');
    expect(await view(page, 'selection')).to.equal(null);
    await clickEdge(page);
    await page.mouse.click(12, 400);
    await until(page, '__graphView.selection() === null');
  });

  it('keeps the picture beside the evidence on a narrow screen', async () => {
    const page = await viewer.open({ viewport: { width: 360, height: 720 }, hasTouch: true });
    const edge = (await view(page, 'edges')).find(({ point }) => point);
    if (!edge?.point) throw new Error('No edge lies free.');
    await page.touchscreen.tap(edge.point.x, edge.point.y);
    await page.waitForSelector('.statement .sentence');
    await settle(page);
    const panel = await page.locator('.side-panel').boundingBox();
    const canvas = await page.locator('.graph-canvas').boundingBox();
    expect((canvas?.y ?? 0) + (canvas?.height ?? 0)).to.be.at.most((panel?.y ?? 0) + 1);
    expect(canvas?.height).to.be.greaterThan(100);
  });
});
