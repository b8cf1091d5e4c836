import { expect } from 'chai';
import { InputError, readArticle } from '../../sources/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'article.txt') => readArticle(bytes(text), name);

const german =
  'Der Bundeskanzler hat am Montag in Berlin mit dem französischen Präsidenten über die Lage gesprochen.';
const russian =
  'Президент встретился с премьер-министром соседней страны в столице на этой неделе для переговоров.';
const japanese =
  '首相は月曜日に隣国の外相と会談し、両国の関係について話し合った。両国は協力を続けることで一致したと発表した。記者団にも説明した。';

describe('sources: readArticle', () => {
  it('reads plain text', () => {
    const document = read('China met Russia.\n');
    expect(document.text).to.equal('China met Russia.');
    expect(document.mediaType).to.equal('text/plain');
    expect(document.title).to.equal(null);
    expect(document.retrieved).to.equal(null);
  });

  it('reads front matter', () => {
    const document = read(
      '---\ntitle: Talks end\npublished: 2021-06-17\npublisher: P\n---\n\nChina met Russia.',
      'a.md',
    );
    expect(document).to.include({ title: 'Talks end', published: '2021-06-17', publisher: 'P' });
    expect(document.text).to.equal('China met Russia.');
    expect(document.mediaType).to.equal('text/markdown');
  });

  it('reads an article in JSON', () => {
    const article = { title: 'Talks', url: 'https://example.org/a', text: 'China met Russia.' };
    const document = read(JSON.stringify(article), 'a.JSON');
    expect(document).to.include({ ...article, mediaType: 'application/json' });
  });

  it('keeps its id while the text at a URL is corrected, and not otherwise', () => {
    const at = (url: string | null, text: string) =>
      read(JSON.stringify({ url, text }), 'a.json').id;
    expect(at('https://example.org/a', 'One.')).to.equal(at('https://example.org/a', 'Two.'));
    expect(at('https://example.org/a', 'One.')).not.to.equal(at('https://example.org/b', 'One.'));
    expect(at(null, 'One.')).not.to.equal(at(null, 'Two.'));
    expect(at(null, 'One.')).to.equal(at(null, 'One.'));
  });

  it('makes NFC and \\n of accents, line ends and a byte order mark', () => {
    expect(read('\ufeffE\u0301mile met Zoe\u0308.\r\nThen\rrest.').text).to.equal(
      'Émile met Zoë.\nThen\nrest.',
    );
  });

  const refused: [what: string, input: Uint8Array, name: string, says: RegExp][] = [
    ['an empty file', bytes(''), 'a.txt', /empty/],
    ['white space', bytes(' \n\t\n'), 'a.txt', /white space/],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'a.png', /binary/],
    ['control characters', bytes('ab\u0001\u0002\u0003'.repeat(9)), 'a.bin', /binary/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), 'a.txt', /UTF-16/],
    [
      'Latin-1',
      new Uint8Array([0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]),
      'a.txt',
      /not valid UTF-8/,
    ],
    ['50 MB', new Uint8Array(50_000_000).fill(65), 'a.txt', /more than 5 MB/],
    ['broken JSON', bytes('{"text":'), 'a.json', /not valid JSON/],
    ['JSON without text', bytes('{"title":"x"}'), 'a.json', /text/],
    ['JSON that is a list', bytes('[]'), 'a.json', /object/],
    ['front matter that is no YAML', bytes('---\na: [\n---\nText.'), 'a.md', /YAML at line/],
    ['front matter that is a list', bytes('---\n- a\n---\nText.'), 'a.md', /name: value/],
    ['a date in words', bytes('---\npublished: Monday\n---\nText.'), 'a.md', /ISO 8601/],
    ['front matter without a text', bytes('---\ntitle: x\n---\n'), 'a.md', /text/],
  ];
  for (const [what, input, name, says] of refused) {
    it(`refuses ${what} in one sentence`, () => {
      expect(() => readArticle(input, name)).to.throw(InputError, says);
    });
  }

  const foreign: [language: string, text: string][] = [
    ['de', german],
    ['ru', russian],
    ['ja', japanese],
  ];
  for (const [language, text] of foreign) {
    it(`keeps and marks a text in ${language}, whatever its publisher says`, () => {
      expect(read(text)).to.include({ language, text });
      expect(read(JSON.stringify({ text, language: 'en' }), 'a.json').language).to.equal(language);
    });
  }

  const declared: [text: string, language: string | null, expected: string][] = [
    ['Xi met Putin.', null, 'en'],
    ['Xi met Putin.', 'fr', 'fr'],
    ['Xi met Putin.', 'en_GB', 'en-GB'],
    ['Xi met Putin.', 'not a tag', 'en'],
    [german, 'de-AT', 'de-AT'],
    [
      'The ministers of both countries met in the capital on Monday and said that they would meet again.',
      'de',
      'en',
    ],
  ];
  for (const [text, language, expected] of declared) {
    it(`takes ${language} of "${text.slice(0, 12)}…" for ${expected}`, () => {
      expect(read(JSON.stringify({ text, language }), 'a.json').language).to.equal(expected);
    });
  }

  const english = [
    'Xi met Putin.',
    'Wang Yi warned Antony Blinken that all parties should stay calm, a statement said.',
    'Macron, Scholz, Draghi and Iohannis visited Kyiv, where Zelenskyy received them on Thursday.',
    'Recep Tayyip Erdoğan und Sauli Niinistö: talks with the Türkiye delegation were held in Madrid.',
  ];
  for (const text of english) {
    it(`takes for English: ${text.slice(0, 40)}…`, () => {
      expect(read(text).language).to.equal('en');
    });
  }
});
