import { expect } from 'chai';
import fc from 'fast-check';
import { splitSentences } from '../../builder/sentences/index.ts';

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map((sentence) => text.slice(sentence.start, sentence.end));

const cases: [what: string, sentences: string[]][] = [
  ['an abbreviated country', ['U.S. Secretary of State Antony Blinken flew home.', 'He slept.']],
  ['an abbreviated date', ['They met on Feb. 27 in Oslo.', 'No deal came of it.']],
  ['titles', ['Mr. Wang met Gen. Milley and Sen. Graham.', 'They spoke.']],
  ['a dateline', ['GENEVA (AP) —', 'Talks went on.', 'They end today.']],
  ['a dateline with a day', ['KYIV, March 3 (XYZ) -', 'Shelling went on.']],
  ['a name before a dash', ['Putin — who left early — slept.']],
  ['curly quotes', ['“We will not go,” she said.', '“Not today.”']],
  ['decimals', ['Prices rose 3.5 percent in May.', 'Wages fell.']],
];

describe('builder: splitSentences', () => {
  for (const [what, sentences] of cases) {
    it(`splits around ${what}`, () => {
      expect(sentencesOf(sentences.join(' '))).to.deep.equal(sentences);
    });
  }

  it('keeps words with letters of any alphabet whole', () => {
    const text = 'Erdoğan, Çavuşoğlu and Wałęsa don’t meet Niinistö.';
    const words = splitSentences(text).flatMap((each) => each.tokens.map((token) => token.text));
    expect(words).to.deep.equal([
      'Erdoğan',
      ',',
      'Çavuşoğlu',
      'and',
      'Wałęsa',
      'do',
      'n’t',
      'meet',
      'Niinistö',
      '.',
    ]);
  });

  it('ends a sentence with its paragraph', () => {
    expect(sentencesOf('Talks fail in Oslo\n\nThe talks failed.')).to.deep.equal([
      'Talks fail in Oslo',
      'The talks failed.',
    ]);
  });

  const texts: string[] = [
    'Emoji 👩‍👩‍👧 met 🇺🇳 flags. Then “quotes” — and dashes…',
    'رئيس الوزراء met القاهرة today. It ended.',
    'E\u0301mile and Zoe\u0308 talked.'.normalize('NFC'),
    'Zero\u200bwidth and\u00a0no-break spaces. \u202eReversed\u202c text.',
    'No end\n\n\n  indented line\n\ttab',
    'constructor met __proto__ and toString.',
    'don’t can’t U.S.-China’s “x”’s',
    '.'.repeat(300),
    `${'word '.repeat(9000)}.`,
  ];
  for (const text of texts) {
    it(`keeps offsets exact: ${JSON.stringify(text.slice(0, 30))}`, () => {
      expectExact(text);
    });
  }

  it('keeps offsets exact for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), expectExact));
  });
});

/** Every token is the text at its offsets, in order, and no visible character is in none. */
function expectExact(text: string): void {
  let end = 0;
  for (const sentence of splitSentences(text)) {
    expect(sentence.start).to.be.at.least(end);
    for (const token of sentence.tokens) {
      expect(text.slice(token.start, token.end)).to.equal(token.text);
      expect(text.slice(end, token.start)).to.match(/^\s*$/);
      end = token.end;
    }
    expect(sentence.end).to.equal(end);
  }
  expect(text.slice(end)).to.match(/^\s*$/);
}
