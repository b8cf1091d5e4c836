import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { encodeSentence, inputOf } from '../../builder/parse/batch.ts';
import { readVocabulary } from '../../builder/parse/word-pieces.ts';
import { shapeOf } from '../../builder/parse/word-shape.ts';
import { parity } from './parity.ts';

const vocabulary = readVocabulary(
  readFileSync(new URL('../../builder/parse/model/vocabulary.txt', import.meta.url), 'utf8'),
);

describe('builder: word pieces', () => {
  for (const each of parity) {
    it(`reads as training did: ${each.words.slice(0, 6).join(' ')}`, () => {
      const input = inputOf([encodeSentence(each.words, 0, vocabulary)], vocabulary.special);
      expect([...input.inputIds]).to.deep.equal(each.input_ids);
      expect([...input.shapeIds]).to.deep.equal(each.shape_ids);
      expect([...input.wordFirst]).to.deep.equal(each.word_first);
      expect([...input.wordLast]).to.deep.equal(each.word_last);
    });
  }

  const shapes: [word: string, shape: string][] = [
    ['talks', 'lower'],
    ['Beijing', 'title'],
    ['NATO', 'upper'],
    ['I', 'capital'],
    ['McCain', 'mixed'],
    ['27', 'digit'],
    ['Feb.27', 'digit'],
    ['—', 'none'],
    ['北京', 'none'],
    ["O'Brien", 'mixed'],
  ];
  for (const [word, shape] of shapes) {
    it(`${word} is ${shape}`, () => expect(shapeOf(word)).to.equal(shape));
  }

  it('gives every word at least one piece and at most a hundred', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (word) => {
        expect(vocabulary.encode(word).pieces.length).to.be.within(1, 100);
      }),
    );
  });
});
