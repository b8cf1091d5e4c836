// The SQLite store answers as the store in memory, which works everything out from the base facts:
// after any steps of adding, removing, judging and undoing, and for any filter.

import { expect } from 'chai';
import fc from 'fast-check';
import { identifier, type Judgement, type StatementChange } from '../../schema/index.ts';
import {
  type NewJudgement,
  openMemoryStore,
  openStore,
  type StatementFilter,
  type Store,
} from '../../store/index.ts';
import { databaseFiles } from './database-files.ts';
import { documentId, entityId } from './extraction.ts';
import { everything } from './reading.ts';
import { type ArticleSeed, names, publishers, richExtraction } from './rich-extractions.ts';

const number = (below: number) => fc.nat({ max: below - 1 });
const seed = fc.record({
  source: number(names.length),
  target: fc.option(number(names.length), { freq: 5 }),
  verb: number(5),
  turn: number(24),
});
const article: fc.Arbitrary<ArticleSeed> = fc.record({
  url: number(7),
  day: number(5),
  publisher: number(3),
  // The same few lists again and again, so that there are copies.
  seeds: fc.oneof(
    fc.array(seed, { maxLength: 6 }),
    fc.constantFrom(
      [{ source: 0, target: 1, verb: 0, turn: 1 }],
      [
        { source: 1, target: 2, verb: 1, turn: 2 },
        { source: 2, target: null, verb: 3, turn: 5 },
        { source: 4, target: 3, verb: 4, turn: 9 },
      ],
    ),
  ),
});

const entity = fc.constantFrom(...names).map(entityId);
const change: fc.Arbitrary<StatementChange> = fc.oneof(
  fc.record({ type: fc.constantFrom('AID', null) }),
  fc.record({ quad: fc.constantFrom(1, 4), intensity: fc.constantFrom(-2.5, null) }),
  fc.record({ polarity: fc.constantFrom('negative', 'positive') }),
  fc.record({ reciprocal: fc.boolean(), relation: fc.constant('did something') }),
  fc.record({ source: entity }),
);

type Step =
  | { readonly does: 'add'; readonly article: ArticleSeed; readonly keep: boolean }
  | { readonly does: 'remove'; readonly url: number }
  | { readonly does: 'merge'; readonly a: string; readonly b: string; readonly same: boolean }
  | { readonly does: 'rename'; readonly a: string; readonly name: string }
  | {
      readonly does: 'statement';
      readonly pick: number;
      readonly kind: 'confirm' | 'reject' | 'edit';
      readonly change: StatementChange;
    }
  | { readonly does: 'undo'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('add' as const), article, keep: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), url: number(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('merge' as const),
      a: entity,
      b: entity,
      same: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('rename' as const),
      a: entity,
      name: fc.constantFrom('A new name', 'Zoë'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('statement' as const),
      pick: fc.nat(),
      kind: fc.constantFrom('confirm' as const, 'reject' as const, 'edit' as const),
      change,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), pick: fc.nat() }) },
);

const filters: readonly StatementFilter[] = [
  {},
  { entity: entityId('Norland') },
  { entity: names.slice(0, 3).map(entityId) },
  { source: entityId('Sudmark') },
  { target: names.slice(2, 4).map(entityId) },
  { pair: [entityId('Norland'), entityId('Wang Yi')] },
  { pair: [entityId('Sudmark'), entityId('Sudmark')] },
  { document: documentId('https://example.org/rich/1') },
  { document: [1, 2, 9].map((url) => documentId(`https://example.org/rich/${url}`)) },
  { kind: 'stance' },
  { kind: ['event', 'role'] },
  { type: ['AID', 'none'] },
  { type: 'NOTHING' },
  { quad: [3, 4] },
  { quad: 0, polarity: 'negative' },
  { modality: ['future', 'demanded'] },
  { speaker: 'author' },
  { speaker: ['author', entityId('Wałęsa')] },
  { speaker: entityId('Norland') },
  { publisher: publishers.filter((name) => name !== null) },
  { publisher: 'Daily Näws' },
  { place: 'Geneva' },
  { place: [entityId('Wang Yi'), 'Sudmark'] },
  { country: 'NOR' },
  { country: ['SUD', 'XXX'], quad: 3 },
  { sector: 'MIL' },
  { actorType: ['person', 'organization'] },
  { from: '2024-03-01' },
  { to: '2024-02-29' },
  { from: '2024-01-01', to: '2024-03-01', date: 'event' },
  { confidence: 0.5 },
  { q: 'accused' },
  { q: 'walesa shell*' },
  { q: 'ONCE more', entity: entityId('Norland') },
  { q: '?!' },
  { rejected: true },
  { duplicates: true },
  { duplicates: true, rejected: true },
  { ids: [identifier('st', ['nothing'])] },
];

async function take(store: Store, step: Step, time: number): Promise<unknown> {
  const at = new Date(Date.UTC(2024, 0, 1) + time * 1000).toISOString();
  const judge = (given: Partial<NewJudgement> & Pick<NewJudgement, 'kind' | 'a'>) =>
    store
      .judge({ b: null, name: null, change: null, score: null, by: 'test', at, ...given })
      .catch((error) => error.message);
  switch (step.does) {
    case 'add':
      return store.add(richExtraction(step.article), { keepDuplicates: step.keep });
    case 'remove':
      return store.remove(documentId(`https://example.org/rich/${step.url}`));
    case 'merge':
      return judge({ kind: step.same ? 'same' : 'different', a: step.a, b: step.b });
    case 'rename':
      return judge({ kind: 'rename', a: step.a, name: step.name });
    case 'statement': {
      const { statements } = await store.read();
      if (statements.length === 0) return null;
      const { id } = statements[step.pick % statements.length] as { id: string };
      return judge({ kind: step.kind, a: id, change: step.kind === 'edit' ? step.change : null });
    }
    case 'undo': {
      const { items } = await store.judgements({ deleted: true });
      if (items.length === 0) return null;
      return store.undoJudgement((items[step.pick % items.length] as Judgement).id, 'test', at);
    }
  }
}

/** The items of all pages of two. */
async function inPages<Item>(
  list: (page: { limit: number; cursor: string | undefined }) => Promise<{
    readonly items: readonly Item[];
    readonly next: string | null;
  }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 2, cursor });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

async function countsIn(store: Store, filter: StatementFilter) {
  const { entities, ...all } = await store.counts(filter);
  return { ...all, entities: [...entities].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

async function answers(store: Store, filter: StatementFilter) {
  const { items: relations } = await store.relations(filter);
  const ids = relations.flatMap(({ source, target }) => [source, target]);
  return {
    inPages: await inPages((page) => store.relations({ ...filter, ...page })),
    examples: await store.examples({ relations, filter, most: 2 }),
    partners: await store.partners({ ids, filter }),
    amongSome: await store.partners({ ids, among: ids.slice(0, 2), filter }),
    outlines: (await store.outlines(filter)).items,
    allOutlines: [...(await store.allOutlines(filter))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    documents: await store.documentsOf(filter),
    counts: await countsIn(store, filter),
    statements: await store.statements(filter),
    newest: (await store.statements({ ...filter, limit: 3 })).items,
    oldest: (await store.statements({ ...filter, sort: 'oldest' })).items,
    confidence: (await store.statements({ ...filter, sort: 'confidence', limit: 4 })).items,
    relations: await store.relations({ ...filter, withIds: true }),
    byType: (await store.relations({ ...filter, by: 'type' })).items,
    months: await store.timeline(filter),
    weeks: await store.timeline({ ...filter, by: 'week', date: 'event' }),
    facets: await store.facets(filter),
    read: await store.read(filter),
  };
}

describe('SQLite and memory', () => {
  const files = databaseFiles();

  it('agree after any steps, for any filter', async function agree() {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.shuffledSubarray([...filters], { minLength: 8, maxLength: 8 }),
        async (steps, asked) => {
          const memory = openMemoryStore();
          const sqlite = await openStore(files.newPath());
          for (const [time, each] of steps.entries()) {
            const expected = await take(memory, each, time);
            expect(await take(sqlite, each, time), each.does).to.deep.equal(expected);
          }
          const [one, other] = [await everything(sqlite), await everything(memory)];
          expect(one).to.deep.equal(other);
          expect(JSON.stringify(one.records.statements)).to.equal(
            JSON.stringify(other.records.statements),
          );
          for (const filter of asked) {
            expect(await answers(sqlite, filter), JSON.stringify(filter)).to.deep.equal(
              await answers(memory, filter),
            );
          }
          for (const name of names) {
            const id = entityId(name);
            expect(await sqlite.entity(id)).to.deep.equal(await memory.entity(id));
            const q = name.slice(0, 2);
            expect(await inPages((page) => sqlite.entities({ q, ...page }))).to.deep.equal(
              await inPages((page) => memory.entities({ q, ...page })),
            );
            for (const depth of [1, 2] as const) {
              const query = { entity: id, depth, partners: 2 };
              expect(await sqlite.ego(query)).to.deep.equal(await memory.ego(query));
            }
          }
          expect(await sqlite.stats()).to.deep.equal(await memory.stats());
          expect(await sqlite.judgements({ deleted: true })).to.deep.equal(
            await memory.judgements({ deleted: true }),
          );
          await sqlite.close();
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 30) },
    );
  });
});
