import { expect } from 'chai';
import fc from 'fast-check';
import { build, type Engine } from '../../builder/index.ts';
import { hashOf, rowOf, softmax } from '../../builder/network/index.ts';
import { candidatePairs } from '../../builder/reader/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Mention, Sentence, Token } from '../../schema/index.ts';
import { documentOf } from './document.ts';

async function read(text: string, engine: Engine) {
  return build(documentOf(text), await languageModel('wasm'), null, null, engine);
}

const text =
  'Kenya accused Uganda of arming the rebels. Farmers in Mbarara, whom the lender had refused credit, blocked a road. Chinese officials met their Kenyan hosts, and the bloc fined the carrier.';

/** A sentence in which every word is a mention of somebody else and hangs on the first. */
function listOf(count: number): { sentence: Sentence; mentions: Mention[] } {
  const tokens = Array.from({ length: count }, (_, index) => ({
    start: index * 4,
    end: index * 4 + 3,
    text: `N${String(index).padStart(2, '0').slice(-2)}`,
    lemma: 'n',
    upos: 'PROPN',
    xpos: 'NNP',
    features: { number: 'singular', tense: null, verbForm: null, voice: null },
    head: index === 0 ? -1 : 0,
    relation: index === 0 ? 'root' : 'conj',
    name: 'B-PER',
  })) as unknown as Token[];
  const sentence = { index: 0, start: 0, end: count * 4, tokens };
  const mentions = tokens.map(
    ({ start, end }, index): Mention => ({
      entity: `en_${String(index).padStart(24, '0')}`,
      sentence: 0,
      start,
      end,
      kind: 'named',
      type: 'person',
      role: 'actor',
    }),
  );
  return { sentence, mentions };
}

describe('builder: the trained reader', () => {
  it('gives exact evidence and spans, whoever found a statement', async () => {
    for (const engine of ['rules', 'reader', 'both'] as const) {
      const { document, statements } = await read(text, engine);
      expect(statements.length, engine).to.be.greaterThan(0);
      for (const { evidence, source, target, relation, provenance } of statements) {
        expect(document.text.slice(evidence.start, evidence.end)).to.equal(evidence.exact);
        for (const span of [source, ...(target ? [target] : [])]) {
          expect(document.text.slice(span.start, span.end)).to.equal(span.text);
        }
        expect(relation.start).to.be.within(evidence.start, evidence.end);
        expect(relation.text).to.not.equal('');
        if (engine === 'rules') expect(provenance.model).to.equal(null);
        if (engine === 'reader') expect(provenance.rule).to.match(/^reader-/);
      }
    }
  });

  it('says of each statement who found it, and how sure it is', async () => {
    const { statements } = await read(text, 'both');
    const methods = new Set(statements.map(({ confidence }) => confidence.method));
    expect([...methods]).to.deep.equal(['calibrated on annotated articles']);
    const accused = statements.find(({ relation }) => relation.lemma === 'accuse');
    expect(accused?.provenance).to.include({ rule: 'verb-object', model: 'reader' });
  });

  it('sees actors that no list has', async () => {
    const { mentions, document } = await read(text, 'both');
    const seen = mentions.map(({ start, end }) => document.text.slice(start, end));
    expect(seen).to.include.members(['the rebels', 'the carrier']);
  });

  it('gives the same bytes again', async () => {
    const [first, second] = [await read(text, 'both'), await read(text, 'both')];
    expect(JSON.stringify(first)).to.equal(JSON.stringify(second));
  });

  it('pairs only neighbours in a list of three hundred', () => {
    const { sentence, mentions } = listOf(300);
    const pairs = candidatePairs(sentence, mentions, []);
    expect(pairs.length).to.be.within(300, 300 * 12);
    expect(pairs.every(({ source, target }) => Math.abs(source.head - target.head) <= 6)).to.equal(
      true,
    );
  });

  it('makes no pair of an actor and itself', () => {
    const { sentence, mentions } = listOf(5);
    const same = mentions.map((mention) => ({ ...mention, entity: 'en_000000000000000000000000' }));
    expect(candidatePairs(sentence, same, [])).to.deep.equal([]);
  });
});

describe('builder: networks', () => {
  it('hashes as FNV-1a does', () => {
    // Offset basis, and the published value of "a".
    expect(hashOf('')).to.equal(0x811c9dc5);
    expect(hashOf('a')).to.equal(0xe40c292c);
  });

  it('finds a row for any feature', () => {
    fc.assert(fc.property(fc.string(), (name) => rowOf(name, 64) >= 0 && rowOf(name, 64) < 64));
  });

  it('gives chances that add up to one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1 }),
        (all) => {
          const sum = softmax(Float32Array.from(all)).reduce((total, each) => total + each, 0);
          expect(sum).to.be.closeTo(1, 1e-4);
        },
      ),
    );
  });
});
