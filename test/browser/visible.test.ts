import { expect } from 'chai';
import { emptyFilter, type Filter } from '../../client/model/filter.ts';
import { indexOf } from '../../client/model/graph-index.ts';
import { decidedByRelations, type Sifted, visibleOf } from '../../client/model/visible.ts';
import type { Quad, SerializedGraph } from '../../schema/index.ts';

const actor = (key: string, entityType: 'country' | 'person', country: string | null) => ({
  key,
  attributes: {
    ...{ name: key, entityType, country, sectors: [] },
    ...{ statements: 1, documents: 1 },
  },
});

const relation = (source: string, target: string, quad: Quad, weight: number) => ({
  key: `${source}>${target}:${quad}`,
  source,
  target,
  attributes: {
    ...{ label: 'met', quad, weight, first: '2024-01-01', last: '2024-02-01' },
    ...{ types: quad > 2 ? ['ACCUSE'] : ['CONSULT'], uncertain: false, intensity: null },
    statements: [`st_${source}${target}`],
  },
});

const graph = {
  attributes: { view: 'relations', documents: 3, statements: 3, shown: 3, total: 3 },
  options: { type: 'mixed', multi: true, allowSelfLoops: true },
  nodes: [actor('a', 'country', 'FRA'), actor('b', 'person', null), actor('c', 'country', 'IRN')],
  edges: [relation('a', 'b', 1, 2), relation('b', 'c', 3, 1), relation('a', 'c', 4, 5)],
} as unknown as SerializedGraph;

const index = indexOf(graph);
const filtered = (part: Partial<Filter>): Filter => ({ ...emptyFilter, ...part });
const lists = (part: Partial<Filter['lists']>): Filter =>
  filtered({ lists: { ...emptyFilter.lists, ...part } });

function shown(filter: Filter, sifted: Sifted | null = null, hidden: readonly string[] = []) {
  const { edges, nodes } = visibleOf(index, sifted, { filter, focus: null, hidden });
  return { edges: edges && [...edges.keys()].sort(), nodes: nodes && [...nodes].sort() };
}

describe('browser: what is shown of a large graph', () => {
  const cases: readonly (readonly [string, Filter, readonly string[], readonly string[]])[] = [
    ['a kind that is hidden', filtered({ hiddenQuads: [3, 4] }), ['a>b:1'], ['a', 'b']],
    ['articles', filtered({ weight: 2 }), ['a>b:1', 'a>c:4'], ['a', 'b', 'c']],
    ['a kind of act', lists({ type: ['ACCUSE'] }), ['a>c:4', 'b>c:3'], ['a', 'b', 'c']],
    ['a type of actor', lists({ actorType: ['person'] }), ['a>b:1', 'b>c:3'], ['a', 'b', 'c']],
    ['a country', lists({ country: ['IRN'] }), ['a>c:4', 'b>c:3'], ['a', 'b', 'c']],
    ['dates', filtered({ from: '2024-03-01' }), [], []],
  ];
  for (const [what, filter, edges, nodes] of cases) {
    it(`is known at once from its relations: ${what}`, () => {
      expect(shown(filter)).to.deep.equal({ edges, nodes });
    });
  }

  it('is what the server found, once it has answered', () => {
    const sifted: Sifted = {
      shares: new Map([
        ['a>b:1', { statements: ['st_ab'], documents: 1 }],
        ['a>c:4', { statements: ['st_ac'], documents: 3 }],
      ]),
      nodes: new Set(['a', 'b', 'c']),
    };
    const filter = lists({ publisher: ['Paper 1'] });
    expect(shown(filter, sifted).edges).to.deep.equal(['a>b:1', 'a>c:4']);
    expect(shown({ ...filter, weight: 2 }, sifted).edges).to.deep.equal(['a>c:4']);
    expect(shown(filter, sifted, ['c'])).to.deep.equal({ edges: ['a>b:1'], nodes: ['a', 'b'] });
  });

  it('needs the server only where relations do not say it', () => {
    expect(decidedByRelations(filtered({ hiddenQuads: [1], weight: 3 }))).to.equal(true);
    expect(decidedByRelations(lists({ speaker: ['author'] }))).to.equal(false);
    expect(decidedByRelations(filtered({ q: 'peace' }))).to.equal(false);
  });
});
