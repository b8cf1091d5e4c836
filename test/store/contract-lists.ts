// The contract of a store, second part: entities and lists, their order, filters and pages.

import { expect } from 'chai';
import { type Extraction, type Statement, validate } from '../../schema/index.ts';
import { CursorError, type Store } from '../../store/index.ts';
import { extractions } from './articles.ts';
import { documentId, entityId } from './extraction.ts';
import { pages, rejection } from './reading.ts';

const [harbour, fish, undated, prototype] = extractions as [
  Extraction,
  Extraction,
  Extraction,
  Extraction,
];
const [norland, sudmark, wang] = ['Norland', 'Sudmark', 'Wang Yi'].map(entityId) as [
  string,
  string,
  string,
];

export function listContract(openEmpty: () => Promise<Store>): void {
  let store: Store;
  const fill = async (some: readonly Extraction[] = extractions): Promise<void> => {
    for (const extraction of some) await store.add(extraction);
  };
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());

  describe('entities', () => {
    it('are described by all documents together', async () => {
      await fill();
      expect(await store.entity(norland)).to.deep.equal({
        entity: {
          ...harbour.entities.find(({ id }) => id === norland),
          aliases: [{ text: 'Norland', count: 6 }],
        },
        statements: 5,
        documents: 3,
      });
      const izmir = await store.entity(entityId('İzmir FC'));
      expect(izmir).to.include({ statements: 0, documents: 1 });
    });

    it('are listed by statements', async () => {
      await fill();
      const { items, total } = await store.entities();
      const counts = items.map((item) => item.statements);
      expect(counts).to.deep.equal([...counts].sort((a, b) => b - a));
      expect(total).to.equal(items.length).and.to.equal(9);
      expect(validate('entityList', await store.entities())).to.include({ ok: true });
    });

    const searches: [string, string[]][] = [
      ['nor', ['Norland']],
      ['NORLAND', ['Norland']],
      ['land', []],
      ['yi', ['Wang Yi']],
      ['wang y', ['Wang Yi']],
      ['yi wang', []],
      ['walesa', ['Wałęsa']],
      ['WAŁĘSA', ['Wałęsa']],
      ['izmir', ['İzmir FC']],
      ['f.c.', ['İzmir FC']],
      ['constr', ['constructor']],
      ['__proto__', ['__proto__']],
      ['%', []],
      ['_', []],
      ['|', []],
      ["'; drop table entity; --", []],
    ];
    for (const [q, expected] of searches) {
      it(`are found by ${q}`, async () => {
        await fill();
        const { items, total } = await store.entities({ q });
        expect(items.map(({ entity }) => entity.name)).to.deep.equal(expected);
        expect(total).to.equal(expected.length);
      });
    }

    it('are all found by nothing', async () => {
      await fill();
      expect(await store.entities({ q: ' ' })).to.deep.equal(await store.entities());
    });
  });

  describe('lists', () => {
    it('show the newest documents first and those without a date last', async () => {
      await fill();
      const { items } = await store.documents();
      // 08:00 in Tokyo is still the fourth of March in UTC.
      expect(items.map((item) => item.id)).to.deep.equal(
        [prototype, fish, harbour, undated].map((each) => each.document.id),
      );
      expect(items[1]).to.include({ title: 'Fish and tariffs', statements: 3 });
      expect(validate('documentList', await store.documents())).to.include({ ok: true });
    });

    it('show statements by document and then as in the text', async () => {
      await fill();
      const list = await store.statements();
      expect(list.items).to.deep.equal(
        [prototype, fish, harbour, undated].flatMap((each) => each.statements),
      );
      expect(validate('statementList', list)).to.include({ ok: true });
    });

    const ids = [fish.statements[1], harbour.statements[0]].map((each) => each?.id ?? '');
    const hits = (keep: (statement: Statement) => boolean): number =>
      extractions.flatMap((each) => each.statements).filter(keep).length;
    const filters: [string, Parameters<Store['statements']>[0], number][] = [
      ['entity', { entity: norland }, 5],
      ['source', { source: norland }, hits((each) => each.source.entity === norland)],
      ['target', { target: norland }, hits((each) => each.target?.entity === norland)],
      ['pair', { pair: [norland, sudmark] }, 4],
      ['pair, turned', { pair: [sudmark, norland] }, 4],
      ['pair with itself', { pair: [norland, norland] }, 1],
      ['document', { document: documentId('https://example.org/fish') }, 3],
      ['ids', { ids }, 2],
      ['no ids', { ids: [] }, 0],
      ['unknown ids', { ids: ['constructor', 'st_0'] }, 0],
      ['unknown entity', { entity: '__proto__' }, 0],
      ['two conditions', { entity: sudmark, source: wang }, 1],
      ['conditions that contradict', { source: wang, target: norland }, 0],
    ];
    for (const [filter, query, expected] of filters) {
      it(`filter statements by ${filter}`, async () => {
        await fill();
        const { items, total } = await store.statements(query);
        expect(items).to.have.lengthOf(expected);
        expect(total).to.equal(expected);
        const read = await store.read(query);
        expect(read.statements).to.have.deep.members(items);
        const ends = items.flatMap(({ source, target }) => [source.entity, target?.entity]);
        expect(read.entities.map(({ id }) => id)).to.deep.equal(
          [...new Set(ends)].filter((id) => id !== undefined).sort(),
        );
        expect(read.documents.map(({ id }) => id)).to.deep.equal(
          [...new Set(items.map(({ evidence }) => evidence.document))].sort(),
        );
      });
    }

    it('show each item once, whatever the size of the page', async () => {
      await fill();
      const lists = {
        documents: (limit: number) => pages((cursor) => store.documents({ limit, cursor })),
        entities: (limit: number) => pages((cursor) => store.entities({ limit, cursor })),
        statements: (limit: number) => pages((cursor) => store.statements({ limit, cursor })),
        some: (limit: number) =>
          pages((cursor) => store.statements({ limit, cursor, entity: sudmark })),
        found: (limit: number) => pages((cursor) => store.entities({ limit, cursor, q: 'w' })),
      };
      for (const [list, read] of Object.entries(lists)) {
        const whole = await read(100);
        for (const limit of [1, 2, 3, 4]) {
          expect(await read(limit), `${list} by ${limit}`).to.deep.equal(whole);
        }
      }
    });

    it('go on rightly after a write', async () => {
      await fill([harbour, fish, undated]);
      const first = await store.statements({ limit: 4 });
      await store.add(prototype); // comes before the cursor
      await store.remove(fish.document.id); // held the items before it
      const second = await store.statements({ limit: 10, cursor: first.next ?? '' });
      expect(second.items).to.deep.equal([...harbour.statements.slice(1), ...undated.statements]);
    });

    it('refuse a cursor that is not theirs', async () => {
      await fill();
      const next = async (list: Promise<{ next: string | null }>) => (await list).next ?? '';
      const ofDocuments = await next(store.documents({ limit: 1 }));
      const ofNorland = await next(store.statements({ limit: 1, entity: norland }));
      const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const own: unknown[] = JSON.parse(Buffer.from(ofDocuments, 'base64url').toString());
      const forged: [string, (cursor: string) => Promise<unknown>][] = [
        ['', (cursor) => store.documents({ cursor })],
        ['!', (cursor) => store.documents({ cursor })],
        [`${ofDocuments}=`, (cursor) => store.documents({ cursor })],
        [ofDocuments.slice(0, -3), (cursor) => store.documents({ cursor })],
        [forge(null), (cursor) => store.documents({ cursor })],
        [forge({ length: 2 }), (cursor) => store.documents({ cursor })],
        [forge([own[0], 1, 2]), (cursor) => store.documents({ cursor })],
        [forge([own[0], 'a']), (cursor) => store.documents({ cursor })],
        [forge([...own, 'a']), (cursor) => store.documents({ cursor })],
        [ofDocuments, (cursor) => store.statements({ cursor })],
        [ofDocuments, (cursor) => store.entities({ cursor })],
        [ofNorland, (cursor) => store.statements({ cursor })],
        [ofNorland, (cursor) => store.statements({ cursor, entity: sudmark })],
      ];
      for (const [cursor, ask] of forged) await rejection(ask(cursor), CursorError);
    });
  });
}
