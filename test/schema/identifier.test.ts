import { expect } from 'chai';
import fc from 'fast-check';
import { contentHash, identifier } from '../../schema/index.ts';

describe('schema: identifier', () => {
  it('is the same for the same parts', () => {
    expect(identifier('en', ['country:CHN'])).to.equal(identifier('en', ['country:CHN']));
    expect(identifier('en', ['country:CHN'])).to.match(/^en_[0-9a-f]{24}$/);
  });

  it('tells apart what joins to the same text', () => {
    expect(identifier('st', ['ab', 'c'])).not.to.equal(identifier('st', ['a', 'bc']));
    expect(identifier('st', ['1'])).not.to.equal(identifier('st', [1]));
    expect(identifier('st', [null])).not.to.equal(identifier('st', ['null']));
  });

  it('never is a property of Object.prototype', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(identifier('en', [name]) in {}).to.equal(false);
    }
  });

  it('is a known hash of the text', () => {
    expect(contentHash('')).to.equal(
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('differs where texts differ', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(contentHash(a) === contentHash(b)).to.equal(a === b);
      }),
    );
  });
});
