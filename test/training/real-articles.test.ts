import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readAnnotatedArticle } from '../../bench/annotated-article.ts';
import { packArticle } from '../../training/pack-article.ts';
import { readSources, type SourceDocument } from '../../training/source-texts.ts';
import { readStandOff, writeStandOff } from '../../training/stand-off.ts';
import { packFolder, unpackFolder } from '../../training/stand-off-folders.ts';
import { unpackArticle } from '../../training/unpack-article.ts';

const treebank = `# newdoc id = harbour
# sent_id = harbour-1
# text = Mayor Orla Venn praised the striking dockers of Pell Bay.
1\tMayor\tmayor\tNOUN\t_\t_\t0\troot\t_\t_

# sent_id = harbour-2
# text = Pell Bay "reportedly" slept.

# sent_id = harbour-3
# text = She did not then, witnesses muttered, order police to arrest them.

# newdoc id = orchard
# sent_id = orchard-1
# text = Apples ripened early.
`;

/** White space at a line's end and marks that nobody sees, as re3d's texts have them. */
const running =
  'Tovia’s army \u200eshelled \nQuell on Friday.    \n\nCafe\u0301 owners (both of them) wept.';

const treebankArticle = `---
title: harbour
publisher: treebank
published: 2020-02-03
register: real
split: test
---
[1] {Mayor|venn|d} {Orla Venn|venn} praised {the striking dockers of {Pell Bay|pell}|dockers|d}.
[2] {Pell Bay|pell} "reportedly" slept.

[3] {She|venn|p} did not then, {witnesses|-} muttered, order {police|cops|d} to arrest {them|dockers|p}.
===
entities:
  venn: {name: "Venn, Orla", type: person, sectors: [GOV, ELI]}
  pell: {name: Pell, type: place}
  dockers: {name: dockers, type: group, country: IRL}
  cops: {name: "null and void", type: group}
statements:
  - {at: 1, kind: event, source: venn, relation: praised, target: dockers, type: SUPPORT, time: 2020-02-03}
  - {at: 1, kind: role, source: dockers, relation: of, target: pell}
  - {at: 2, kind: event, source: pell, relation: slept, target: null, speaker: '"reportedly"'}
  - {at: 3, kind: event, source: venn, relation: order … to, target: cops, type: REQUEST, polarity: negative, speaker: '"witnesses"', quote: true}
  - {at: 3, kind: event, source: cops, relation: arrest, target: dockers, type: COERCE, modality: demanded, speaker: venn, reciprocal: true}
`;

const runningArticle = `---
title: quell
published: 2021-05-01
split: train
---
[1] {{Tovia|tovia}’s army|army|d} shelled {Quell|quell} on Friday.

[2] {Caf\u00e9 owners|owners|d} (both of them) wept.
===
entities:
  tovia: {name: Tovia, type: country}
  army: {name: the forces, type: organization}
  quell: {name: Quell, type: place}
  owners: {name: shopkeepers, type: group}
statements:
  - {at: 1, kind: event, source: army, relation: shelled, target: quell, type: ASSAULT}
  - {at: 2, kind: event, source: owners, relation: wept, target: null}
`;

describe('training: real articles', () => {
  let folder = '';
  let data = '';
  let sources: SourceDocument[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'real-articles-'));
    data = join(folder, 'data');
    mkdirSync(join(data, 'treebank'), { recursive: true });
    mkdirSync(join(data, 'relations', 're3d', 'coast'), { recursive: true });
    writeFileSync(join(data, 'treebank', 'town.conllu'), treebank);
    const documents = [
      { _id: 'A0', text: 'Nothing stirred.' },
      { _id: 'A1', text: running },
    ];
    writeFileSync(
      join(data, 'relations', 're3d', 'coast', 'documents.jsonl'),
      `${documents.map((each) => JSON.stringify(each)).join('\n')}\n`,
    );
    sources = readSources(data);
  });

  after(() => rmSync(folder, { recursive: true }));

  const pack = (marked: string) => writeStandOff(packArticle(marked, 'a.md', sources));
  const unpack = (json: string) => unpackArticle(readStandOff(json, 'a.json'), 'a.json', sources);

  for (const [what, marked] of [
    ['a treebank', treebankArticle],
    ['a running text', runningArticle],
  ] as const) {
    it(`packs and unpacks an article of ${what}`, () => {
      expect(readAnnotatedArticle(unpack(pack(marked)), 'a.md')).to.deep.equal(
        readAnnotatedArticle(marked, 'a.md'),
      );
    });
  }

  it('keeps ids and offsets', () => {
    const { source, lines, paragraphs, marks, statements } = JSON.parse(pack(treebankArticle));
    expect(source).to.include({ file: 'treebank/town.conllu', document: 'harbour' });
    expect(lines).to.deep.equal(['harbour-1', 'harbour-2', 'harbour-3']);
    expect(paragraphs).to.deep.equal([3]);
    expect(marks.slice(0, 4)).to.deep.equal([
      [1, 0, 5, 'venn', 'd'],
      [1, 6, 15, 'venn'],
      [1, 48, 56, 'pell'],
      [1, 24, 56, 'dockers', 'd'],
    ]);
    expect(statements[2]).to.deep.include({ relation: [[22, 27]], speaker: [2, 10, 20] });
    // "to" is the word, not the end of another.
    expect(statements[3]).to.deep.include({
      relation: [
        [38, 43],
        [51, 53],
      ],
      speaker: [3, 18, 27],
    });
    expect(JSON.parse(pack(runningArticle)).lines).to.deep.equal([
      [0, 38],
      [44, 76],
    ]);
  });

  it('has no word of the text but those of names', () => {
    for (const marked of [treebankArticle, runningArticle]) {
      const { text, entities } = readAnnotatedArticle(marked, 'a.md');
      const json = pack(marked);
      const named = [...entities]
        .flat()
        .map((each) => JSON.stringify(each))
        .join(' ');
      const words = text.match(/\p{L}{4,}/gu)?.filter((word) => !named.includes(word)) ?? [];
      expect(words.length).to.be.greaterThan(5);
      expect(words.filter((word) => json.includes(word))).to.deep.equal([]);
    }
  });

  const unpackable: readonly (readonly [what: string, marked: string, says: RegExp])[] = [
    [
      'a text that is no source',
      treebankArticle.replace('[1] ', '[1] Yesterday '),
      /^a\.md: no document of the sources has its first line$/,
    ],
    [
      'a changed line',
      treebankArticle.replace('slept', 'dozed').replace('relation: slept', 'relation: dozed'),
      /^a\.md: line 2 is not in treebank\/town\.conllu, document harbour$/,
    ],
    [
      'lines in another order',
      '---\ntitle: quell\n---\n[1] Caf\u00e9 owners (both of them) wept.\n[2] Tovia’s army shelled Quell on Friday.\n===\nentities: {}',
      /^a\.md: line 2 is not in relations\/re3d\/coast\/documents\.jsonl, document A1$/,
    ],
    [
      'a name that copies a line',
      treebankArticle.replace('name: Pell,', `name: 'Pell Bay "reportedly" slept.',`),
      /^a\.md: line 2 stands whole in a title, name or speaker$/,
    ],
    ['faulty marks', treebankArticle.replace('{Mayor|', '{Mayor'), /^a\.md:8: /],
  ];
  for (const [what, marked, says] of unpackable) {
    it(`refuses to pack ${what}`, () => expect(() => pack(marked)).to.throw(says));
  }

  const broken: readonly (readonly [what: string, from: string, to: string, says: RegExp])[] = [
    ['no JSON', '{', '<', /^a\.json: no JSON: /],
    ['a field that is missing', '"marks"', '"mark"', /^a\.json: expected "marks": \[line, start, /],
    ['a mark of another form', '"venn","d"', '"venn","x"', /^a\.json: expected "marks"/],
    ['a relation of another form', '[[16,23]]', '[16,23]', /^a\.json: expected "statements"/],
    [
      'a missing document',
      '"document": "harbour"',
      '"document": "market"',
      /^a\.json: the sources have no document market in treebank\/town\.conllu$/,
    ],
    [
      'a missing sentence',
      '"harbour-2"',
      '"harbour-9"',
      /^a\.json: line 2: document harbour has no sentence harbour-9$/,
    ],
    [
      'characters of a treebank',
      '"harbour-2"',
      '[0,9]',
      /^a\.json: line 2: document harbour has no characters 0 to 9$/,
    ],
    [
      'another order of lines',
      '"harbour-2"',
      '"harbour-3"',
      /^a\.json: document harbour in treebank\/town\.conllu has another text than was annotated$/,
    ],
    [
      'a mark outside its line',
      '[1,48,56,"pell"]',
      '[1,48,99,"pell"]',
      /^a\.json: characters 48 to 99 are outside line 1, which has 57$/,
    ],
    ['a mark on no line', '[2,0,8,', '[4,0,8,', /^a\.json: there is no line 4$/],
    ['marks that cross', '[1,48,56,', '[1,10,30,', /^a\.json: marks must be in the order/],
    [
      'a relation outside its line',
      '[[16,23]]',
      '[[16,73]]',
      /^a\.json: characters 16 to 73 are outside line 1/,
    ],
    ['a speaker outside its line', '[2,10,20]', '[2,10,90]', /^a\.json: characters 10 to 90 /],
    ['an unknown entity', '"target":"pell"', '"target":"mell"', /^a\.json:\d+: target: "mell"/],
  ];
  for (const [what, from, to, says] of broken) {
    it(`refuses to unpack ${what}`, () => {
      const json = pack(treebankArticle);
      expect(json).to.include(from);
      expect(() => unpack(json.replace(from, to))).to.throw(says);
    });
  }

  it('leaves out and names what cannot be done in a folder', () => {
    const [marked, packed, out] = ['marked', 'packed', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(marked);
    writeFileSync(join(marked, 'harbour.md'), treebankArticle);
    writeFileSync(join(marked, 'lost.md'), runningArticle.replace('Friday', 'Monday'));
    writeFileSync(join(marked, 'quell.md'), runningArticle);
    const { written, faults } = packFolder(marked, data, packed);
    expect(written).to.equal(2);
    expect(faults).to.deep.equal([
      `${join(marked, 'lost.md')}: no document of the sources has its first line`,
    ]);
    expect(readdirSync(packed)).to.deep.equal(['harbour.json', 'quell.json']);
    expect(unpackFolder(packed, data, out)).to.deep.equal({ written: 2, faults: [] });
    for (const name of ['harbour.md', 'quell.md']) {
      const read = (from: string) =>
        readAnnotatedArticle(readFileSync(join(from, name), 'utf8'), name);
      expect(read(out)).to.deep.equal(read(marked));
    }
  });

  for (const folder of ['training/statements/real', 'test/gold-parse']) {
    it(`finds every file of ${folder} in its form, with no text but short names`, () => {
      const real = join(import.meta.dirname, '../..', folder);
      const names = readdirSync(real);
      expect(names).not.to.have.length(0);
      for (const name of names) {
        const { lines, entities } = readStandOff(readFileSync(join(real, name), 'utf8'), name);
        expect(lines.filter((at) => /\s/.test(String(at)))).to.deep.equal([]);
        const long = Object.values(entities).filter((each) => each.name.split(' ').length > 12);
        expect(long, name).to.deep.equal([]);
      }
    });
  }

  it('writes no text into the repository, and reads no empty folder', () => {
    const inside = join(import.meta.dirname, 'texts');
    expect(() => unpackFolder(folder, data, inside)).to.throw(/must not stand in the repository/);
    expect(readdirSync(import.meta.dirname)).not.to.include('texts');
    expect(() => packFolder(data, data, join(folder, 'none'))).to.throw(/expected files \*\.md/);
    expect(() => readSources(join(folder, 'marked'))).to.throw(/expected treebank\/\*\.conllu or/);
  });
});
