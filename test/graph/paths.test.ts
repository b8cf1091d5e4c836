// Shortest paths, against a search that tries every path there is.

import { expect } from 'chai';
import fc from 'fast-check';
import { shortestPaths } from '../../graph/index.ts';

type Edges = readonly (readonly [string, string])[];

const partnersIn = (edges: Edges) => async (ids: readonly string[]) =>
  new Map(ids.map((id) => [id, edges.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []))]));

/** Every path without a loop, shortest first, then by its ids. */
function everyPath(edges: Edges, from: string, to: string, maxLength: number): string[][] {
  const found: string[][] = [];
  const step = (path: string[]): void => {
    const last = path.at(-1) as string;
    if (last === to) {
      found.push(path);
      return;
    }
    if (path.length > maxLength) return;
    const next = new Set(edges.flatMap(([a, b]) => (a === last ? [b] : b === last ? [a] : [])));
    for (const id of next) if (!path.includes(id)) step([...path, id]);
  };
  step([from]);
  return found.sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}

const find = (edges: Edges, from: string, to: string, k = 1, maxLength = 6) =>
  shortestPaths({ from, to, k, maxLength, partnersOf: partnersIn(edges) });

const square: Edges = [
  ['a', 'b'],
  ['b', 'd'],
  ['a', 'c'],
  ['c', 'd'],
  ['d', 'e'],
  ['a', 'a'],
];

describe('shortestPaths', () => {
  const cases: [from: string, to: string, k: number, maxLength: number, expected: string[]][] = [
    ['a', 'b', 1, 6, ['ab']],
    ['a', 'd', 1, 6, ['abd']],
    ['a', 'd', 5, 6, ['abd', 'acd']],
    ['a', 'b', 5, 6, ['ab', 'acdb']],
    ['a', 'e', 5, 2, []],
    ['e', 'a', 5, 3, ['edba', 'edca']],
    ['a', 'x', 5, 6, []],
    ['x', 'a', 5, 6, []],
    ['a', 'a', 3, 6, ['a']],
  ];
  for (const [from, to, k, maxLength, expected] of cases) {
    it(`${from} to ${to}, ${k} of at most ${maxLength}: ${expected.join(', ') || 'none'}`, async () => {
      const { paths, complete } = await find(square, from, to, k, maxLength);
      expect(paths.map((path) => path.join(''))).to.deep.equal(expected);
      expect(complete).to.equal(true);
    });
  }

  it('are those of a search that tries every path', async () => {
    const node = fc.constantFrom(...'abcdefgh');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(node, node), { maxLength: 16 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        async (edges, k, maxLength) => {
          const { paths } = await find(edges, 'a', 'h', k, maxLength);
          const all = everyPath(edges, 'a', 'h', maxLength);
          expect(paths.map((path) => path.length)).to.deep.equal(
            all.slice(0, k).map((path) => path.length),
          );
          for (const path of paths) expect(all).to.deep.include(path);
          expect(new Set(paths.map(String)).size).to.equal(paths.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks for no more actors than the budget allows, and says so', async () => {
    const star = (centre: string): Edges =>
      Array.from({ length: 100 }, (_, n) => [centre, `${centre}${n}`] as const);
    let asked = 0;
    const found = await shortestPaths({
      from: 'a',
      to: 'b',
      k: 1,
      maxLength: 4,
      budget: 10,
      partnersOf: async (ids) => {
        asked += ids.length;
        return partnersIn([...star('a'), ...star('b')])(ids);
      },
    });
    expect(found).to.deep.equal({ paths: [], complete: false });
    expect(asked).to.be.at.most(10);
  });
});
