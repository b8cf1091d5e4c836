import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type LanguageModel,
  loadModel,
  ModelError,
  parseSentences,
  type Runtime,
} from '../../builder/parse/index.ts';
import { splitSentences } from '../../builder/sentences/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Sentence } from '../../schema/index.ts';
import { parity } from './parity.ts';

const modelFile = (name: string): URL =>
  new URL(`../../builder/parse/model/${name}`, import.meta.url);

async function parse(text: string): Promise<Sentence[]> {
  return parseSentences(splitSentences(text), await languageModel('wasm'));
}

function expectTree({ tokens }: Sentence): void {
  expect(tokens.filter((token) => token.head === -1)).to.have.length(1);
  tokens.forEach((token, start) => {
    let at = start;
    for (let step = 0; at !== -1; step += 1) {
      expect(step, 'a cycle').to.be.at.most(tokens.length);
      at = tokens[at]?.head ?? -1;
    }
    expect(token.relation === 'root').to.equal(token.head === -1);
  });
}

const files = {
  model: readFileSync(modelFile('model.onnx')),
  vocabulary: readFileSync(modelFile('vocabulary.txt'), 'utf8'),
  labels: readFileSync(modelFile('labels.json'), 'utf8'),
};

const byOnnxRuntime = async (): Promise<LanguageModel> =>
  loadModel(files, (await import('onnxruntime-web')) as unknown as Runtime);

const networks: [name: string, load: () => Promise<LanguageModel>][] = [
  ['our own in WebAssembly', () => loadModel(files)],
  ['ONNX Runtime', byOnnxRuntime],
];
for (const [name, load] of networks) {
  describe(`builder: the network by ${name}`, () => {
    let model: LanguageModel;
    before(async function () {
      this.timeout(60_000);
      model = await load();
    });

    it('answers as the exported model does', async () => {
      const wrong: string[] = [];
      let answers = 0;
      for (const each of parity) {
        const [found] = await model.parse([each.words]);
        each.words.forEach((word, index) => {
          const pairs = [
            [(found?.heads[index] ?? -2) + 1, each.heads[index]],
            [found?.relations[index], each.relations[index]],
            [found?.xpos[index], each.xpos[index]],
            [found?.upos[index], each.upos[index]],
            [found?.names[index], each.names[index]],
          ];
          answers += pairs.length;
          for (const [is, should] of pairs)
            if (is !== should) wrong.push(`${word}: ${is} ≠ ${should}`);
        });
      }
      expect(wrong.length / answers, wrong.join('; ')).to.be.below(0.01);
    });

    it('answers many sentences nearly as it answers them one by one, nothing for no words', async () => {
      const sentences = [[], ...parity.map((each) => each.words), []];
      const together = await model.parse(sentences);
      expect(together).to.have.length(sentences.length);
      const differs: string[] = [];
      for (const [index, words] of sentences.entries()) {
        const [alone] = await model.parse([words]);
        expect(together[index]?.heads).to.have.length(words.length);
        differs.push(...words.filter((_, at) => together[index]?.xpos[at] !== alone?.xpos[at]));
      }
      expect(differs.length, differs.join(' ')).to.be.below(sentences.flat().length * 0.02);
    });

    it('has states of one size for every word', async () => {
      const [found] = await model.parse([['China', 'backed', 'Russia', '.']]);
      expect(found?.states.map((state) => state.length)).to.deep.equal([384, 384, 384, 384]);
    });
  });
}

describe('builder: the network of our own', () => {
  it('gives a sentence the same to the last bit, whatever stands beside it', async () => {
    const model = await languageModel('wasm');
    const sentences = parity.map((each) => each.words);
    const [together, turned] = [
      await model.parse(sentences),
      await model.parse(sentences.toReversed()),
    ];
    for (const [index, words] of sentences.entries()) {
      const [alone] = await model.parse([words]);
      expect(together[index]).to.deep.equal(alone);
      expect(turned.at(-1 - index)).to.deep.equal(alone);
    }
  });

  it('has the states that ONNX Runtime has, but for what int8 loses', async () => {
    const [own, other] = [await languageModel('wasm'), await byOnnxRuntime()];
    const sentences = parity.map((each) => each.words);
    const [ours, theirs] = [await own.parse(sentences), await other.parse(sentences)];
    const cosines = ours.flatMap(({ states }, sentence) =>
      states.map((state, word) => {
        const twin = theirs[sentence]?.states[word] as Float32Array;
        const dot = (a: Float32Array, b: Float32Array): number =>
          a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
        return dot(state, twin) / Math.sqrt(dot(state, state) * dot(twin, twin));
      }),
    );
    expect(Math.min(...cosines)).to.be.above(0.97);
    const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
    expect(mean).to.be.above(0.99);
  }).timeout(60_000);
});

describe('builder: parseSentences', () => {
  it('tells subject, object, passive, agent, possessor and relative clause', async () => {
    const relations = async (text: string): Promise<string> => {
      const [sentence] = await parse(text);
      return sentence?.tokens.map((token) => `${token.text}:${token.relation}`).join(' ') ?? '';
    };
    expect(await relations('China backed Russia.')).to.equal(
      'China:nsubj backed:root Russia:obj .:punct',
    );
    expect(await relations('Iran was condemned by France.')).to.equal(
      'Iran:nsubj:pass was:aux:pass condemned:root by:case France:obl:agent .:punct',
    );
    expect(await relations('The man who left saw Egypt’s army.')).to.equal(
      'The:det man:nsubj who:nsubj left:acl:relcl saw:root Egypt:nmod:poss ’s:case army:obj .:punct',
    );
  });

  it('tells number, tense, form and voice', async () => {
    const [sentence] = await parse('The ministers were arrested while leaving.');
    const features = (word: string) =>
      sentence?.tokens.find((token) => token.text === word)?.features;
    expect(features('ministers')?.number).to.equal('plural');
    expect(features('arrested')).to.include({ voice: 'passive', verbForm: 'participle' });
    expect(features('were')?.tense).to.equal('past');
    expect(features('leaving')?.verbForm).to.equal('gerund');
  });

  it('lets the name be the head of its title', async () => {
    const [sentence] = await parse('France warned U.S. Secretary of State Antony Blinken.');
    const name = sentence?.tokens.find((token) => token.text === 'Antony');
    expect(name?.relation).to.match(/^i?obj$/);
    expectTree(sentence as Sentence);
  });

  const wild: [what: string, text: string][] = [
    ['one word', 'Peace'],
    ['no letters', '1 2 3 — … 4/5 !!! ???'],
    ['zero-width characters', 'Chi\u200bna me\u200dt Rus\ufeffsia.\u200b'],
    ['another script', '中国 和 俄罗斯 会谈。 العربية.'],
    ['2,000 words', `${'The talks in Oslo between the two sides went on, '.repeat(200)}and on.`],
    ['2,000 words without a comma', 'word '.repeat(2000)],
    ['one word of 3,000 letters', `${'a'.repeat(3000)} met ${'-.'.repeat(800)}.`],
    ['an emoji family', '👩‍👩‍👧‍👦 met 🇺🇳.'],
  ];
  for (const [what, text] of wild) {
    it(`makes well-formed trees of ${what}`, async () => {
      const sentences = await parse(text);
      expect(sentences.length).to.be.at.least(1);
      sentences.forEach(expectTree);
    }).timeout(60_000);
  }

  it('makes well-formed trees of any words', async () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        (await parse(list.join(' '))).forEach(expectTree);
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);

  it('makes well-formed trees of 10,000 sentences', async () => {
    const sentences = await parse('They met.\n\n'.repeat(10_000));
    expect(sentences).to.have.length(10_000);
    for (const sentence of [0, 1, 4_999, 9_999]) expectTree(sentences[sentence] as Sentence);
    expect(sentences.at(-1)?.end).to.equal(9_999 * 11 + 9);
  }).timeout(600_000);

  it('gives nothing for nothing', async () => {
    expect(await parse('')).to.deep.equal([]);
  });

  it('answers two calls at once as it answers them one by one', async () => {
    const texts = ['China backed Russia.', 'Iran was condemned by France and Spain.'];
    const together = await Promise.all(texts.map(parse));
    for (const [index, text] of texts.entries()) {
      expect(together[index]).to.deep.equal(await parse(text));
    }
  });
});

describe('builder: loadModel', () => {
  const broken: [what: string, change: Partial<typeof files>, says: RegExp][] = [
    ['a cut-off model', { model: files.model.subarray(0, 1_000_000) }, /model\.onnx.*git/],
    ['a model without its end', { model: files.model.subarray(0, -100_000) }, /model\.onnx.*git/],
    ['a model that is text', { model: Buffer.from('no model') }, /model\.onnx.*git/],
    ['a model of no bytes', { model: Buffer.alloc(0) }, /model\.onnx.*git/],
    ['an empty vocabulary', { vocabulary: '' }, /vocabulary\.txt.*git/],
    ['labels that are no JSON', { labels: '{' }, /labels\.json.*git/],
    ['labels without their lists', { labels: '{"upos":[]}' }, /labels\.json.*relations/],
  ];
  for (const [what, change, says] of broken) {
    it(`refuses ${what} and names the file`, async () => {
      const error = await loadModel({ ...files, ...change }).catch((each) => each);
      expect(error).to.be.instanceOf(ModelError);
      expect(error.message).to.match(says);
    }).timeout(30_000);
  }
});
