import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { documentOf } from '../../bench/annotated-article.ts';
import { goldModel, readGoldArticles } from '../../bench/gold-parse.ts';
import { lossLines, readEveryWay } from '../../bench/parse-losses.ts';
import { parseSentences } from '../../builder/parse/index.ts';
import { languageModel } from '../../cli/index.ts';
import { packFolder } from '../../training/stand-off-folders.ts';

/** The second tree is wrong on purpose: by it Kenya is condemned. */
const treebank = `# newdoc id = coast
# sent_id = coast-1
# text = Peru thanked Chile.
1\tPeru\tPeru\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tthanked\tthank\tVERB\tVBD\t_\t0\troot\t_\t_
3\tChile\tChile\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = coast-2
# text = Kenya condemned Uganda.
1\tKenya\tKenya\tPROPN\tNNP\t_\t2\tobj\t_\t_
2\tcondemned\tcondemn\tVERB\tVBZ\t_\t0\troot\t_\t_
3\tUganda\tUganda\tPROPN\tNNP\t_\t2\tnsubj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
`;

const marked = `---
title: coast
published: 2024-05-06
split: development
---
[1] {Peru|peru} thanked {Chile|chile}.
[2] {Kenya|kenya} condemned {Uganda|uganda}.
===
entities:
  peru: {name: Peru, type: country}
  chile: {name: Chile, type: country}
  kenya: {name: Kenya, type: country}
  uganda: {name: Uganda, type: country}
statements:
  - {at: 1, source: peru, relation: thanked, target: chile, type: SUPPORT}
  - {at: 2, source: kenya, relation: condemned, target: uganda, type: ACCUSE}
`;

describe('training: articles over a treebank', () => {
  let folder = '';
  let conllu = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gold-parse-'));
    conllu = join(folder, 'treebank', 'coast.conllu');
    for (const name of ['treebank', 'marked']) mkdirSync(join(folder, name));
    writeFileSync(conllu, treebank);
    writeFileSync(join(folder, 'marked', 'coast.md'), marked);
    packFolder(join(folder, 'marked'), folder, join(folder, 'packed'));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('reads the trees of the treebank', async () => {
    const [article] = readGoldArticles(join(folder, 'packed'), conllu);
    const { gold, sentences } = article as NonNullable<typeof article>;
    const [, second] = await parseSentences(
      sentences,
      goldModel(await languageModel('wasm'), gold),
    );
    expect(
      second?.tokens.map(({ text, head, relation, xpos }) => [text, head, relation, xpos]),
    ).to.deep.equal([
      ['Kenya', 1, 'obj', 'NNP'],
      ['condemned', -1, 'root', 'VBZ'],
      ['Uganda', 1, 'nsubj', 'NNP'],
      ['.', 1, 'punct', '.'],
    ]);
    expect(second?.tokens[1]?.features.tense).to.equal('present');
  });

  it('refuses trees of other sentences', async () => {
    const [article] = readGoldArticles(join(folder, 'packed'), conllu);
    const { gold, sentences } = article as NonNullable<typeof article>;
    const short = gold.map((each) => ({ ...each, words: each.words.slice(1) }));
    const parse = parseSentences(sentences, goldModel(await languageModel('wasm'), short));
    expect(await parse.catch((error: Error) => error.message)).to.equal(
      'coast-1: expected 3 words, found 4',
    );
  });

  it('gives a line of figures for every way to read them', async () => {
    const [article] = readGoldArticles(join(folder, 'packed'), conllu);
    const each = article as NonNullable<typeof article>;
    const model = await languageModel('wasm');
    const lines = lossLines(await readEveryWay(each, documentOf(each.article), model)) as {
      parse: string;
      actors: string;
      engine: string;
      expected: number;
      reachable: number;
      pairs: { f1: number };
      direction: number;
    }[];
    const ways = lines.map(({ parse, actors, engine }) => `${parse} ${actors} ${engine}`);
    expect(ways).to.deep.equal([
      'own found rules',
      'own found both',
      'own given rules',
      'own given both',
      'gold found rules',
      'gold found both',
      'gold given rules',
      'gold given both',
    ]);
    for (const { expected, reachable } of lines) {
      expect([expected, reachable]).to.deep.equal([2, 100]);
    }
    const rules = lines.filter(({ engine }) => engine === 'rules');
    expect(rules.map(({ pairs }) => pairs.f1)).to.deep.equal([100, 100, 100, 100]);
    // The treebank's tree has Kenya condemned, the annotation Uganda.
    expect(rules.map(({ direction }) => direction)).to.deep.equal([1, 1, 0.5, 0.5]);
  });

  it('names a folder without stand-off files, and a document that the treebank lacks', () => {
    expect(() => readGoldArticles(join(folder, 'marked'), conllu)).to.throw(
      /marked: expected stand-off files \*\.json, found none$/,
    );
    const other = join(folder, 'treebank', 'other.conllu');
    writeFileSync(other, treebank.replaceAll('coast', 'plain'));
    expect(() => readGoldArticles(join(folder, 'packed'), other)).to.throw(
      /coast\.json: the sources have no document coast in treebank\/coast\.conllu$/,
    );
  });
});
