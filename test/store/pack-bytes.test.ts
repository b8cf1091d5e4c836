// Records in bytes come back as they were.

import { expect } from 'chai';
import fc from 'fast-check';
import { type Packable, pack, unpack } from '../../store/sql/pack-bytes.ts';

const { value } = fc.letrec<{ value: Packable }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 40 }),
  ),
}));

describe('A record in bytes', () => {
  const cases: readonly (readonly [Packable, number])[] = [
    [0, 1],
    [127, 1],
    [128, 2],
    [8191, 2],
    [8192, 3],
    [2 ** 20 - 1, 3],
    [2 ** 20, 7],
    [2 ** 48, 9],
    [-6, 2],
    [-3.5, 4],
    [0.734, 3],
    [-0, 9],
    [1 / 3, 9],
    ['', 1],
    ['İzmir', 7],
    ['half a pair: \ud83d', 30],
    ['\u0000', 2],
    [null, 1],
    [[], 1],
    [[[1, 'a'], null], 6],
    [Array(40).fill(1), 42],
  ];
  for (const [given, bytes] of cases) {
    it(`keeps ${Object.is(given, -0) ? '-0' : JSON.stringify(given)} in ${bytes} bytes`, () => {
      const packed = pack(given);
      expect(packed.length).to.equal(bytes);
      expect(unpack(packed)).to.deep.equal(given);
    });
  }

  it('keeps any value', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(unpack(pack(given))).to.deep.equal(given);
      }),
    );
  });

  it('is refused where bytes are missing or unknown', () => {
    expect(() => unpack(pack(['some words']).subarray(0, 4))).to.throw('Expected more bytes');
    expect(() => unpack(Buffer.from([0xbf]))).to.throw('found a byte 191');
  });
});
