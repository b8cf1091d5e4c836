import { expect } from 'chai';
import type { Coding, TypeRule } from '../../builder/events/coding.ts';
import { classify, eventOf, PassageError, unmark } from '../../builder/events/index.ts';
import { typeRules } from '../../builder/events/type-rules.ts';
import { build } from '../../builder/index.ts';
import { type ParsedSentence, parseSentences } from '../../builder/parse/index.ts';
import { splitSentences } from '../../builder/sentences/index.ts';
import { languageModel } from '../../cli/index.ts';
import { eventCases } from '../cases/events.ts';
import { documentOf } from './document.ts';

async function parsed(text: string): Promise<ParsedSentence> {
  const tokens = splitSentences(text).flatMap((sentence) => sentence.tokens);
  const whole = { index: 0, start: 0, end: text.length, tokens };
  const [sentence] = await parseSentences([whole], await languageModel('wasm'));
  return sentence as ParsedSentence;
}

async function eventIn(marked: string) {
  const { text, passage } = unmark(marked);
  const sentence = await parsed(text);
  return eventOf(classify(sentence, passage), sentence.tokens);
}

describe('builder: events', () => {
  for (const { text, type, mode, rule } of eventCases) {
    it(`${type ?? 'no act'}: ${text}`, async () => {
      const event = await eventIn(text);
      expect(event.type).to.equal(type);
      if (mode) expect(event.mode).to.equal(mode);
      if (rule) expect(event.rule).to.equal(rule);
    });
  }

  it('says why: features with their words, rule, probability', async () => {
    const event = await eventIn('[Gabon] {condemned} <Chad> over the border raid.');
    expect(event.quad).to.equal(3);
    expect(event.intensity).to.equal(-2);
    expect(event.probability).to.be.within(0.3, 1);
    expect(event.reasons).to.deep.include({
      decides: 'context',
      feature: 'territory',
      text: 'border',
    });
    const [first] = event.reasons ?? [];
    expect(first?.decides).to.equal('type');
    expect(event.reasons?.filter(({ decides }) => decides === 'mode')).to.have.length(1);
  });

  const ranking: readonly [rule: string, first: number, second: number, decides: string | null][] =
    [
      ['conflict override', 0.4, 0.38, 'ASSAULT'],
      ['conflict override', 0.6, 0.3, null],
      ['consult penalty', 0.4, 0.38, 'SUPPORT'],
      ['consult penalty', 0.6, 0.3, null],
    ];
  for (const [rule, first, second, decides] of ranking) {
    it(`${rule} at ${first} against ${second}: ${decides ?? 'as ranked'}`, () => {
      const types = rule === 'consult penalty' ? ['CONSULT', 'SUPPORT'] : ['ACCUSE', 'ASSAULT'];
      const ranked = [first, second].map((probability, at) => ({
        type: types[at] as string,
        probability,
      }));
      const { decide } = typeRules.find(({ id }) => id === rule) as TypeRule;
      expect(decide({ ranked } as unknown as Coding)?.type ?? null).to.equal(decides);
    });
  }

  it('a denied act keeps its own type', async () => {
    const text = 'Kenya did not attack Uganda.';
    const { statements } = await build(documentOf(text), await languageModel('wasm'));
    const coded = statements.map(({ polarity, event }) => [polarity, event?.type, event?.rule]);
    expect(coded).to.deep.equal([['negative', 'ASSAULT', 'act denied']]);
  });

  it('weighs what the reader of pairs says of a type', async () => {
    const { text, passage } = unmark('[Gabon] {pressed} <Chad> over the border raid.');
    const sentence = await parsed(text);
    const typeWith = (read: Record<string, number>) =>
      classify(sentence, passage, 'actual', read).type;
    expect(typeWith({ REQUEST: 0.98, ACCUSE: 0.01, other: 0.01 })).to.equal('REQUEST');
    expect(typeWith({ REQUEST: 0.0001, ACCUSE: 0.9998, other: 0.0001 })).to.equal('ACCUSE');
    expect(typeWith({ REQUEST: 0.2, ACCUSE: 0.2, other: 0.6 })).to.equal(null);
  });

  it('says nothing of type, quad and intensity where it abstains', async () => {
    const event = await eventIn('[The minister] {grew up} in <Lima>.');
    expect(event).to.include({ type: null, mode: null, quad: 0, intensity: null });
    expect(event.rule).to.equal('abstained: too unsure');
  });

  const harmed: readonly [marked: string, victims: object[]][] = [
    [
      '[Rebels] {killed} <at least nine soldiers> at dawn.',
      [{ harm: 'killed', count: 9, text: 'nine soldiers' }],
    ],
    [
      '<Thirty schoolboys> were {kidnapped} by [gunmen].',
      [{ harm: 'abducted', count: 30, text: 'Thirty schoolboys' }],
    ],
    [
      '[Jets] {bombed} <the market>, wounding 1,200 people.',
      [{ harm: 'wounded', count: 1200, text: '1,200 people' }],
    ],
    ['[Rebels] {attacked} <the town> with two tanks.', []],
  ];
  for (const [marked, victims] of harmed) {
    it(`counts victims: ${marked}`, async () => {
      expect((await eventIn(marked)).victims).to.deep.equal(victims);
    });
  }

  const bad: readonly [
    name: string,
    text: string,
    passage: Parameters<typeof classify>[1],
    says: RegExp,
  ][] = [
    [
      'a span outside the sentence',
      'Kenya met Uganda.',
      { source: { start: 0, end: 5 }, relation: null, target: { start: 10, end: 60 } },
      /The target 10–60 does not lie in the sentence 0–17/,
    ],
    [
      'an empty span',
      'Kenya met Uganda.',
      { source: { start: 3, end: 3 }, relation: null, target: null },
      /The source 3–3 does not lie/,
    ],
    [
      'source equal to target',
      'Kenya met Uganda.',
      { source: { start: 0, end: 5 }, relation: null, target: { start: 0, end: 5 } },
      /Source and target are the same words \(0–5\)/,
    ],
    [
      'a sentence of one word',
      'Attack!',
      { source: null, relation: { start: 0, end: 6 }, target: null },
      /The sentence has 1 word/,
    ],
  ];
  for (const [name, text, passage, says] of bad) {
    it(`refuses ${name}`, async () => {
      const sentence = await parsed(text);
      expect(() => classify(sentence, passage)).to.throw(PassageError, says);
    });
  }
});
