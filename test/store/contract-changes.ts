// The contract of a store, first part: what adding and removing do, and what is read afterwards.

import { expect } from 'chai';
import fc from 'fast-check';
import type { Extraction } from '../../schema/index.ts';
import { type NewJudgement, type Store, StoreError } from '../../store/index.ts';
import { corrected, extractions } from './articles.ts';
import { entityId, extractionOf } from './extraction.ts';
import { everything, rejection } from './reading.ts';

const [harbour, fish] = extractions as [Extraction, Extraction];

export function changeContract(openEmpty: () => Promise<Store>): void {
  let store: Store;
  const fill = async (some: readonly Extraction[] = extractions): Promise<void> => {
    for (const extraction of some) await store.add(extraction);
  };
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());

  describe('adding and removing', () => {
    it('is empty at first', async () => {
      expect(await everything(store)).to.deep.equal({
        records: { documents: [], entities: [], statements: [] },
        isEmpty: true,
        documents: { items: [], total: 0, next: null },
        entities: { items: [], total: 0, next: null },
        statements: { items: [], total: 0, next: null },
        texts: [],
      });
      expect(await store.revision()).to.equal(0);
    });

    it('gives back exactly what was added', async () => {
      await fill();
      expect(await store.isEmpty()).to.equal(false);
      for (const { document, entities, statements } of extractions) {
        expect(await store.document(document.id)).to.deep.equal(document);
        for (const each of statements) expect(await store.statement(each.id)).to.deep.equal(each);
        for (const { id } of entities) expect((await store.entity(id))?.entity.id).to.equal(id);
      }
    });

    it('knows with what an address was read, until something is removed', async () => {
      const feed = 'https://paper.example/rss';
      const known = { url: `${feed}.xml`, etag: 'W/"a1"', modified: null };
      expect(await store.validators(feed, 'v1')).to.equal(null);
      await store.keepValidators(feed, 'v1', { ...known, etag: '"0"' });
      await store.keepValidators(feed, 'v1', known);
      await store.keepValidators('https://paper.example/', 'v1', known);
      await fill();
      expect(await store.validators(feed, 'v1')).to.deep.equal(known);
      expect(await store.validators(feed, 'v2')).to.equal(null);
      await store.remove('doc_none');
      expect(await store.validators(feed, 'v1')).to.deep.equal(known);
      await store.remove(fish.document.id);
      expect(await store.validators(feed, 'v1')).to.equal(null);
      expect(await store.validators('https://paper.example/', 'v1')).to.equal(null);
    });

    it('knows nothing of other ids', async () => {
      await fill();
      for (const id of ['', 'constructor', '__proto__', entityId('nobody')]) {
        expect(await store.document(id)).to.equal(null);
        expect(await store.entity(id)).to.equal(null);
        expect(await store.statement(id)).to.equal(null);
        expect(await store.remove(id)).to.equal(false);
      }
    });

    it('keeps what is written at the same time, but what cannot be', async () => {
      const nobody: NewJudgement = {
        ...{ kind: 'rename', a: entityId('nobody'), b: null, name: 'Nobody', change: null },
        ...{ score: null, by: 'Ann', at: '2024-03-01T12:00:00Z' },
      };
      const [first, second, third] = await Promise.allSettled([
        store.add(harbour),
        store.judge(nobody),
        store.add(fish),
      ]);
      expect(first).to.deep.equal({ status: 'fulfilled', value: 'added' });
      expect(second).to.have.nested.property('reason.code', 'unknown');
      expect(third).to.deep.equal({ status: 'fulfilled', value: 'added' });
      const one = await openEmpty();
      for (const each of [harbour, fish]) await one.add(each);
      expect(await everything(store)).to.deep.equal(await everything(one));
      expect(await store.revision()).to.equal(2);
      await one.close();
    });

    it('keeps what was asked before it was closed', async () => {
      const writing = Promise.all(extractions.map((each) => store.add(each)));
      await store.close();
      expect(await writing).to.deep.equal(extractions.map(() => 'added'));
    });

    it('says what became of an extraction, and counts changes only', async () => {
      const steps: [string, () => Promise<unknown>, unknown, number][] = [
        ['new', () => store.add(harbour), 'added', 1],
        ['again', () => store.add(harbour), 'unchanged', 1],
        [
          'fetched again',
          () =>
            store.add({
              ...harbour,
              document: { ...harbour.document, retrieved: '2024-03-09T00:00:00Z' },
            }),
          'unchanged',
          1,
        ],
        [
          'in another order',
          () => store.add({ ...harbour, statements: [...harbour.statements].reverse() }),
          'unchanged',
          1,
        ],
        ['corrected', () => store.add(corrected), 'replaced', 2],
        ['other statements', () => store.add({ ...corrected, statements: [] }), 'replaced', 3],
        ['removed', () => store.remove(harbour.document.id), true, 4],
        ['removed again', () => store.remove(harbour.document.id), false, 4],
      ];
      for (const [step, action, expected, revision] of steps) {
        expect(await action(), step).to.equal(expected);
        expect(await store.revision(), step).to.equal(revision);
      }
    });

    it('replaces a document exactly', async () => {
      await fill([harbour, fish]);
      await store.add(corrected);
      const replaced = await everything(store);
      await store.remove(corrected.document.id);
      await store.remove(fish.document.id);
      await fill([fish, corrected]);
      expect(replaced).to.deep.equal(await everything(store));
    });

    it('removing leaves what never adding would leave', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({
              remove: fc.boolean(),
              extraction: fc.constantFrom(...extractions, corrected),
            }),
            { maxLength: 12 },
          ),
          async (steps) => {
            const kept = new Map<string, Extraction>();
            const [one, other] = [await openEmpty(), await openEmpty()];
            for (const { remove, extraction } of steps) {
              const { id } = extraction.document;
              if (remove) {
                expect(await one.remove(id)).to.equal(kept.delete(id));
              } else {
                await one.add(extraction);
                kept.set(id, extraction);
              }
            }
            for (const extraction of [...kept.values()].reverse()) await other.add(extraction);
            expect(await everything(one)).to.deep.equal(await everything(other));
            await one.close();
            await other.close();
          },
        ),
        { numRuns: 25 },
      );
    });

    const faults: [string, (extraction: Extraction) => Extraction][] = [
      ['a source not described', (each) => ({ ...each, entities: each.entities.slice(1) })],
      ['another document', (each) => ({ ...each, document: fish.document })],
      ['an entity twice', (each) => ({ ...each, entities: [...each.entities, ...each.entities] })],
      [
        'a statement twice',
        (each) => ({ ...each, statements: [...each.statements, ...each.statements] }),
      ],
      [
        'other words than the text',
        (each) => ({ ...each, document: { ...each.document, text: ` ${each.document.text}` } }),
      ],
    ];
    for (const [fault, spoil] of faults) {
      it(`refuses an extraction with ${fault}, and keeps the old one`, async () => {
        await store.add(harbour);
        const before = await everything(store);
        const error = await rejection(store.add(spoil(harbour)), StoreError);
        expect(error.code).to.equal('inconsistent');
        expect(await everything(store)).to.deep.equal(before);
        expect(await store.revision()).to.equal(1);
      });
    }

    it('keeps every character', async () => {
      const text = 'nul \u0000, half a pair \ud83d, “quotes” ’, e\u0301, مرحبا, 🇺🇳';
      const odd = extractionOf({
        url: 'https://example.org/odd',
        title: text,
        sentences: [`[A ${text}] <wrote> [B'"\\%_].`],
      });
      await store.add(odd);
      expect(await store.document(odd.document.id)).to.deep.equal(odd.document);
      expect((await store.read()).statements).to.deep.equal(odd.statements);
      expect((await store.documents()).items[0]?.title).to.equal(text);
    });

    it('keeps a long document', async () => {
      const long = extractionOf({
        url: 'https://example.org/long',
        sentences: Array.from({ length: 1600 }, (_, n) => `[Actor ${n}] <saw> [Actor ${n + 1}].`),
      });
      await store.add(long);
      const read = await store.read();
      expect(read.statements).to.have.lengthOf(1600);
      expect(read.entities).to.have.lengthOf(1601);
      await store.remove(long.document.id);
      expect(await store.isEmpty()).to.equal(true);
      expect((await store.entities()).total).to.equal(0);
    });

    it('does many things at once', async () => {
      const results = await Promise.all([
        ...extractions.map((each) => store.add(each)),
        ...extractions.map((each) => store.add(each)),
        store.statements(),
      ]);
      expect(results.slice(0, 8).sort()).to.deep.equal([
        ...Array(4).fill('added'),
        ...Array(4).fill('unchanged'),
      ]);
    });
  });

  describe('reading', () => {
    it('is sorted by id and does not depend on the order of adding', async () => {
      await fill();
      const read = await store.read();
      for (const list of [read.documents, read.entities, read.statements]) {
        const ids = list.map((each: { id: string }) => each.id);
        expect(ids).to.deep.equal([...ids].sort());
      }
      const other = await openEmpty();
      for (const extraction of [...extractions].reverse()) await other.add(extraction);
      expect(JSON.stringify(await other.read())).to.equal(JSON.stringify(read));
      await other.close();
    });
  });

  describe('closing', () => {
    it('lets what is under way finish, and is done once', async () => {
      const added = store.add(harbour);
      await Promise.all([store.close(), store.close()]);
      expect(await added).to.equal('added');
    });

    it('refuses what comes after', async () => {
      await store.close();
      expect((await rejection(store.read(), StoreError)).code).to.equal('closed');
      expect((await rejection(store.add(harbour), StoreError)).code).to.equal('closed');
    });
  });
}
