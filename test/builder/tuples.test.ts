import { expect } from 'chai';
import fc from 'fast-check';
import { scoreTuples } from '../../bench/openie-score.ts';
import { parseSentences } from '../../builder/parse/index.ts';
import { splitSentences } from '../../builder/sentences/index.ts';
import { findTuples } from '../../builder/tuples/index.ts';
import { languageModel } from '../../cli/index.ts';
import { validate } from '../../schema/index.ts';

const tuplesOf = async (text: string) =>
  findTuples(text, await parseSentences(splitSentences(text), await languageModel('wasm')));

const cases: readonly [text: string, tuples: readonly string[]][] = [
  ['Kenya sent troops to Haiti in June.', ['sent | Kenya | troops | to Haiti | in June']],
  ['The ferry sank near the port on Monday.', ['sank near | The ferry | the port | on Monday']],
  ['The mine was closed by inspectors.', ['was closed by | The mine | inspectors']],
  ['Peru has not refused to free him.', ['has not refused to free | Peru | him']],
  ['The harbour is the largest in Africa.', ['is | The harbour | the largest in Africa']],
  [
    'The nurse caught and jailed the thief.',
    ['caught | The nurse | the thief', 'jailed | The nurse | the thief'],
  ],
  [
    'Farmers who lost their crops blame the dam.',
    ['lost | Farmers | their crops', 'blame | Farmers | the dam'],
  ],
  [
    'The minister said that the river flooded two villages.',
    [
      'said | The minister | that the river flooded two villages',
      'flooded | the river | two villages',
    ],
  ],
  ['Rain.', []],
  ['Tuesday, 8 pm: soup, bread, apples', []],
];

describe('builder: findTuples', () => {
  for (const [text, expected] of cases) {
    it(text, async () => {
      const found = await tuplesOf(text);
      expect(
        found.map((tuple) =>
          [tuple.relation, ...tuple.arguments].map((each) => each.text).join(' | '),
        ),
      ).to.deep.equal(expected);
      for (const tuple of found)
        expect(validate('tuple', tuple).ok, JSON.stringify(tuple)).to.equal(true);
    });
  }

  it('says what is denied', async () => {
    const [tuple] = await tuplesOf('The court did not hear the witness.');
    expect(tuple?.polarity).to.equal('negative');
  });

  it('keeps every phrase inside its sentence, whatever the words', async () => {
    const words = fc.array(
      fc.constantFrom('Kenya', 'met', 'and', 'who', 'is', ',', 'of', 'the', 'to', 'said', '.'),
      {
        minLength: 1,
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const text = list.join(' ');
        for (const { relation, arguments: parts } of await tuplesOf(text)) {
          for (const phrase of [relation, ...parts]) {
            expect(phrase.end).to.be.greaterThan(phrase.start);
            expect(text.slice(phrase.start, phrase.end)).to.include(phrase.text.split(' ')[0]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('bench: scoreTuples', () => {
  const slots = (text: string): string[][] => text.split(' | ').map((slot) => slot.split(' '));
  const gold = ['met | kenya | uganda | in june', 'praised | kenya | uganda'].map(slots);
  const systems: readonly [name: string, found: readonly string[]][] = [
    ['nothing right', ['lost | ghana | togo']],
    ['one of two, half of it', ['met | kenya | togo and benin and mali']],
    ['one of two', ['met | kenya | uganda | in june']],
    [
      'all and a wrong one',
      ['met | kenya | uganda | in june', 'praised | kenya | uganda', 'lost | togo | x'],
    ],
    ['all', ['met | kenya | uganda | in june', 'praised | kenya | uganda']],
  ];
  it('ranks systems as it should', () => {
    const scores = systems.map(
      ([, found]) =>
        scoreTuples([{ gold, found: found.map((each) => ({ slots: slots(each), confidence: 1 })) }])
          .f1 as number,
    );
    expect(scores).to.deep.equal([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).to.equal(scores.length);
    expect(scores.at(-1)).to.equal(100);
    expect(scores[0]).to.equal(0);
  });

  it('pairs a tuple with one gold tuple only for precision, with several for recall', () => {
    const whole = { slots: slots('met praised | kenya | uganda'), confidence: 1 };
    const { precision, recall } = scoreTuples([{ gold, found: [whole, whole] }]);
    expect([precision, recall]).to.deep.equal([75, 80]);
  });

  it('rewards confidence in what is right', () => {
    const [first, second] = gold as [string[][], string[][]];
    const wrong = { slots: slots('lost | togo | x'), confidence: 0.2 };
    const found = [{ slots: first, confidence: 0.9 }, { slots: second, confidence: 0.8 }, wrong];
    expect(scoreTuples([{ gold, found }]).f1).to.equal(100);
    expect(scoreTuples([{ gold, found }]).f1OfAll).to.equal(80);
  });
});
