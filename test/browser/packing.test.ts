import { expect } from 'chai';
import { around } from '../../client/renderer/packing.ts';

describe('viewer: packing', () => {
  it('finds the box round half a million, as many as 50,000 relations have', () => {
    const boxes = Array.from({ length: 500_000 }, (_, at) => ({
      left: at,
      right: at + 2,
      top: -at,
      bottom: 1 - at,
    }));
    expect(around(boxes)).to.deep.equal({ left: 0, right: 500_001, top: -499_999, bottom: 1 });
  });
});
