import { expect } from 'chai';
import fc from 'fast-check';
import { bestTags } from '../../builder/parse/best-tags.ts';
import { lemmaOf } from '../../builder/parse/lemma.ts';
import { bestTree } from '../../builder/parse/tree.ts';

describe('builder: best tree', () => {
  it('keeps the best heads where they are a tree', () => {
    expect(
      bestTree([
        [0, -9, 5],
        [5, 0, -9],
      ]),
    ).to.deep.equal([1, -1]);
  });

  it('breaks a cycle where that costs least', () => {
    expect(
      bestTree([
        [1, -9, 9],
        [2, 9, -9],
      ]),
    ).to.deep.equal([1, -1]);
  });

  /** The best total of any tree with one root, by trying them all. */
  function bestTotal(scores: readonly (readonly number[])[]): number {
    const size = scores.length;
    let best = Number.NEGATIVE_INFINITY;
    for (let code = 0; code < (size + 1) ** size; code += 1) {
      const heads = scores.map((_, word) => Math.floor(code / (size + 1) ** word) % (size + 1));
      if (!isTree(heads)) continue;
      best = Math.max(best, totalOf(scores, heads));
    }
    return best;
  }

  function isTree(heads: readonly number[]): boolean {
    if (heads.filter((head) => head === 0).length !== 1) return false;
    return heads.every((_, word) => {
      let at = word + 1;
      for (let step = 0; step <= heads.length && at > 0; step += 1) at = heads[at - 1] as number;
      return at === 0;
    });
  }

  const totalOf = (scores: readonly (readonly number[])[], heads: readonly number[]): number =>
    heads.reduce(
      (sum, head, word) => sum + ((scores[word] as readonly number[])[head] as number),
      0,
    );

  it('finds the best tree with one root, as trying all of them does', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((size) =>
        fc.array(
          fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size + 1, maxLength: size + 1 }),
          { minLength: size, maxLength: size },
        ),
      );
    fc.assert(
      fc.property(table, (scores) => {
        const heads = bestTree(scores).map((head) => head + 1);
        expect(isTree(heads)).to.equal(true);
        expect(totalOf(scores, heads)).to.equal(bestTotal(scores));
      }),
      { numRuns: 200 },
    );
  });
});

describe('builder: best tags', () => {
  it('takes the path that scores most, not the best tag at each word', () => {
    const paths = {
      starts: [0, 0],
      follows: [
        [0, -100],
        [-100, 0],
      ],
    };
    expect(
      bestTags(
        [
          [1, 0],
          [0, 3],
        ],
        paths,
      ),
    ).to.deep.equal([1, 1]);
    expect(bestTags([], paths)).to.deep.equal([]);
  });
});

describe('builder: lemmas', () => {
  const cases: [text: string, upos: string, lemma: string][] = [
    ['sought', 'VERB', 'seek'],
    ['accused', 'VERB', 'accuse'],
    ['met', 'VERB', 'meet'],
    ['was', 'AUX', 'be'],
    ['n’t', 'PART', 'not'],
    ['would', 'AUX', 'would'],
    ['sanctions', 'NOUN', 'sanction'],
    ['countries', 'NOUN', 'country'],
    ['Philippines', 'PROPN', 'Philippines'],
  ];
  for (const [text, upos, lemma] of cases) {
    it(`${text} ${upos} → ${lemma}`, () => expect(lemmaOf(text, upos)).to.equal(lemma));
  }
});
