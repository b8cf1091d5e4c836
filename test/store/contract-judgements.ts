// The contract of a store, fourth part: judgements, and copies of an article.

import { expect } from 'chai';
import { type Extraction, validate } from '../../schema/index.ts';
import { type NewJudgement, type Store, StoreError } from '../../store/index.ts';
import { corrected, extractions } from './articles.ts';
import { entityId, extractionOf } from './extraction.ts';
import { everything, rejection } from './reading.ts';

const [harbour, fish, undated] = extractions as [Extraction, Extraction, Extraction];
const [norland, sudmark, wang] = ['Norland', 'Sudmark', 'Wang Yi'].map(entityId) as [
  string,
  string,
  string,
];
const accused = harbour.statements[0]?.id as string;

function judgement(given: Partial<NewJudgement>): NewJudgement {
  const none = { kind: 'reject' as const, a: accused, b: null, name: null, change: null };
  return { ...none, score: null, by: 'Ann', at: '2024-03-10T10:00:00Z', ...given };
}

export function judgementContract(openEmpty: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await openEmpty();
    for (const extraction of [harbour, fish, undated]) await store.add(extraction);
  });
  afterEach(() => store.close());

  const same = judgement({ kind: 'same', a: norland, b: wang });
  const cases: [string, NewJudgement][] = [
    ['a merge', same],
    ['a rename', judgement({ kind: 'rename', a: wang, name: 'Minister Wang' })],
    ['a rejection', judgement({})],
    ['a confirmation', judgement({ kind: 'confirm' })],
    ['an edit', judgement({ kind: 'edit', change: { type: 'AID', quad: 2, source: wang } })],
  ];
  for (const [what, given] of cases) {
    it(`is changed by ${what}, and undone without trace`, async () => {
      const before = await everything(store);
      const { id } = await store.judge(given);
      const after = await everything(store);
      expect(after).to.not.deep.equal(before);
      expect(await store.judge(given)).to.include({ id });
      const undone = await store.undoJudgement(id, 'Ben', '2024-03-11T10:00:00Z');
      expect(undone).to.include({ deletedAt: '2024-03-11T10:00:00Z', deletedBy: 'Ben' });
      expect(await everything(store)).to.deep.equal(before);
      expect((await store.judgements()).total).to.equal(0);
      const log = await store.judgements({ deleted: true });
      expect(log.items).to.deep.equal([undone]);
      expect(validate('judgementList', log)).to.include({ ok: true });
    });

    it(`keeps ${what} when the documents come again`, async () => {
      await store.judge(given);
      const before = await everything(store);
      for (const { document } of [harbour, fish, undated]) await store.remove(document.id);
      expect(await store.isEmpty()).to.equal(true);
      for (const extraction of [undated, fish, harbour]) await store.add(extraction);
      expect(await everything(store)).to.deep.equal(before);
      await store.add(corrected);
      await store.add(harbour);
      expect(await everything(store)).to.deep.equal(before);
    });
  }

  it('says what taking a merge back would part, as it then is', async () => {
    const summaries = async () =>
      Promise.all(
        [norland, wang].map(async (id) => {
          const relations = await store.relations({ entity: id });
          const { total } = await store.statements({ entity: id });
          const documents = await store.documentsOf({ entity: id });
          return { id, statements: total, relations: relations.total, documents };
        }),
      );
    const apart = await summaries();
    const { id } = await store.judge(same);
    const before = await everything(store);
    const parts = (await store.mergeParts(id)) ?? [];
    expect(await everything(store)).to.deep.equal(before);
    await store.undoJudgement(id, 'Ben', '2024-03-11T10:00:00Z');
    const found = parts.map(({ entity, ...counts }) => ({ id: entity.id, ...counts }));
    expect(found).to.have.deep.members(apart);
    for (const { entity } of parts) {
      expect((await store.entity(entity.id))?.entity).to.deep.equal(entity);
    }
    expect(await store.mergeParts(id), 'a merge that was taken back').to.equal(null);
  });

  it('goes by the order of recording where the clock was moved back', async () => {
    const at = '2023-01-01T00:00:00Z';
    await store.judge(judgement({ kind: 'rename', a: wang, name: 'Minister Wang' }));
    await store.judge(judgement({ kind: 'rename', a: wang, name: 'Wang of Sudmark', at }));
    expect((await store.entity(wang))?.entity.name).to.equal('Wang of Sudmark');
    await store.judge(judgement({ kind: 'reject' }));
    await store.judge(judgement({ kind: 'confirm', at }));
    expect((await store.statements({ rejected: true })).total).to.equal(0);
    await store.judge(same);
    await store.judge(judgement({ kind: 'different', a: norland, b: wang, at }));
    expect((await store.entity(wang))?.entity.id).to.equal(wang);
  });

  it('answers for an entity that was merged with the one that stays', async () => {
    await store.judge(same);
    const merged = await store.entity(wang);
    expect(merged?.entity.id).to.equal(norland);
    expect(await store.entity(norland)).to.deep.equal(merged);
    const { items } = await store.statements({ entity: wang });
    expect(items).to.deep.equal((await store.statements({ entity: norland })).items);
    expect(JSON.stringify(items)).to.not.include(wang);
    expect(merged?.statements).to.equal(items.length);
  });

  it('never joins by a third what is held apart', async () => {
    const at = (second: number) => `2024-03-10T10:00:0${second}Z`;
    await store.judge(judgement({ kind: 'different', a: norland, b: wang, at: at(0) }));
    await store.judge(judgement({ kind: 'same', a: norland, b: sudmark, at: at(1) }));
    await store.judge(judgement({ kind: 'same', a: sudmark, b: wang, at: at(2) }));
    expect((await store.entity(sudmark))?.entity.id).to.equal(norland);
    expect((await store.entity(wang))?.entity.id).to.equal(wang);
  });

  const refused: [string, Partial<NewJudgement>, string][] = [
    ['an entity that is not there', { kind: 'same', a: norland, b: entityId('X') }, 'unknown'],
    ['a statement that is not there', { a: `st_${'0'.repeat(24)}` }, 'unknown'],
    ['an entity and itself', { kind: 'same', a: norland, b: norland }, 'inconsistent'],
    ['a merge without the other', { kind: 'same', a: norland }, 'inconsistent'],
    ['a rejected entity', { a: norland }, 'inconsistent'],
    ['a rename without a name', { kind: 'rename', a: norland }, 'inconsistent'],
    ['an edit without a change', { kind: 'edit' }, 'inconsistent'],
  ];
  for (const [what, given, code] of refused) {
    it(`refuses a judgement about ${what}`, async () => {
      const before = await everything(store);
      const error = await rejection(store.judge(judgement(given)), StoreError);
      expect(error.code).to.equal(code);
      expect(await everything(store)).to.deep.equal(before);
      expect((await store.judgements({ deleted: true })).total).to.equal(0);
    });
  }

  it('undoes nothing where there is nothing', async () => {
    expect(await store.undoJudgement('ju_0', 'Ann', '2024-03-10T10:00:00Z')).to.equal(null);
  });
}

const lines = Array.from(
  { length: 12 },
  (_, index) => `[Actor ${index}] <met> [Actor ${index * 7 + 1}] near the river on day ${index}.`,
);
const copyOf = (paper: string, published: string | null, sentences: readonly string[]) =>
  extractionOf({ url: `https://example.org/${paper}/1`, published, title: paper, sentences });

export function copyContract(openEmpty: () => Promise<Store>): void {
  const first = copyOf('first', '2024-03-01', lines);
  const cut = copyOf('second', '2024-03-02', lines.slice(0, 9));
  const turned = copyOf('third', '2024-03-03', [...lines.slice(5), ...lines.slice(0, 5)]);
  const other = copyOf('other', '2024-03-02', [
    ...lines.slice(0, 3),
    ...lines.map((line) => line.replaceAll('river', 'lake').replace('met', 'fled')),
  ]);
  const all = [first, cut, turned, other];
  let store: Store;
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());
  const originals = async (of: Store) =>
    Promise.all(all.map(async ({ document }) => (await of.document(document.id))?.duplicateOf));

  it('links copies to what was published first, and counts them once', async () => {
    for (const extraction of [turned, other, first, cut]) await store.add(extraction);
    const { id } = first.document;
    expect(await originals(store)).to.deep.equal([null, id, id, null]);
    expect(await store.stats()).to.include({ documents: 2, duplicates: 2 });
    expect((await store.statements()).total).to.equal(12 + 15);
    expect((await store.statements({ duplicates: true })).total).to.equal(12 + 15 + 9 + 12);
    expect((await store.documents({ duplicateOf: id })).total).to.equal(2);
    expect((await store.documents()).total).to.equal(4);
  });

  it('removing the first copy leaves what never adding it would leave', async () => {
    for (const extraction of all) await store.add(extraction);
    await store.remove(first.document.id);
    const never = await openEmpty();
    for (const extraction of [other, turned, cut]) await never.add(extraction);
    expect(await everything(store)).to.deep.equal(await everything(never));
    expect(await store.facets()).to.deep.equal(await never.facets());
    expect(await store.relations()).to.deep.equal(await never.relations());
    await never.close();
  });

  it('counts each for itself where asked to', async () => {
    await store.add(first);
    await store.add(cut, { keepDuplicates: true });
    expect(await originals(store)).to.deep.equal([null, null, undefined, undefined]);
    expect(await store.add(cut)).to.equal('unchanged');
    expect(await store.add(cut, { keepDuplicates: false })).to.equal('replaced');
    expect((await store.document(cut.document.id))?.duplicateOf).to.equal(first.document.id);
  });

  it('tells short texts apart unless they are the same', async () => {
    const brief = (paper: string, words: string) =>
      copyOf(paper, '2024-03-01', [`[Norland] <greeted> [Sudmark] ${words}.`]);
    await store.add(brief('a', 'for the first time this year'));
    await store.add(brief('b', 'for the second time this year'));
    await store.add(brief('c', 'for the first time this year'));
    expect(await store.stats()).to.include({ documents: 2, duplicates: 1 });
  });
}
