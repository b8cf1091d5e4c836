// Whatever comes in: nothing is thrown but what is declared, and what comes out is text.

import { expect } from 'chai';
import fc from 'fast-check';
import { validate } from '../../schema/index.ts';
import type { Item } from '../../sources/index.ts';
import { readDocuments } from '../../sources/index.ts';
import { bytesOf, collect, read } from './reading.ts';

function check(items: readonly Item[]): void {
  for (const item of items) {
    if ('error' in item) {
      expect(item.error.name).to.equal('InputError');
      expect(item.error.message).to.match(/\S/);
      continue;
    }
    const { document } = item;
    expect(validate('document', document)).to.have.property('ok', true);
    for (const text of [document.text, document.title ?? '', document.author ?? '']) {
      expect(text).to.equal(text.normalize('NFC'));
      expect(text).not.to.match(/[\0\r\ufeff]|\p{Surrogate}/u);
    }
    expect(document.text).to.equal(document.text.trim()).and.match(/\S/);
  }
}

const names = [
  'a.txt',
  'a.md',
  'a.html',
  'a.json',
  'a.jsonl',
  'a.csv',
  'a.rss',
  'a.warc',
  'a.pdf',
  'a.gz',
  'a',
];

/** Pieces that formats are made of, in any order. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'China met Russia. ',
      'e\u0301',
      '\0',
      '\r\n',
      '\n\n',
      '"',
      ',',
      ';',
      '{',
      '}',
      '[',
      ']',
      '"text":',
      '"a"',
      ':',
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<article>',
      '<table><tr><td>',
      '<!--',
      '-->',
      '<script type="application/ld+json">',
      '</script>',
      '{"@type":"NewsArticle","articleBody":"x"}',
      '<figure>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '<?xml version="1.0"?>',
      '<rss version="2.0"><channel><item>',
      '<description>',
      '</item></channel></rss>',
      '<![CDATA[',
      ']]>',
      '---\n',
      'title: x\n',
      '# ',
      '**',
      '](',
      'WARC/1.0\r\n',
      'Content-Length: 5\r\n',
      '%PDF-1.4\n',
      '\ud800',
      '\u202e',
      '<meta charset="utf-16">',
      '<base href="x:">',
      '<link rel=canonical href="//[">',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

describe('sources: any input', () => {
  it('reads pieces of formats in any order, under any name', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(...names),
        async (pieces, name) => check(await read(name, pieces.join(''))),
      ),
      { numRuns: 400 },
    )).timeout(60_000);

  it('reads any bytes under any name', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...names),
        async (bytes, name) => check(await read(name, bytes)),
      ),
      { numRuns: 300 },
    )).timeout(60_000);

  it('reads what was written as CSV, in whatever pieces it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, size, delimiter) => {
          const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          // U+FFFD is what invalid bytes become, and is refused wherever it stands.
          const valid = (text: string): string => text.replaceAll('\ufffd', '');
          const texts = rows.map(
            ([title, text]) => [valid(title), valid(`Kenya ${text}`)] as const,
          );
          const table = [['title', 'text'], ...texts]
            .map((row) => row.map(cell).join(delimiter))
            .join('\r\n');
          const items = await collect(
            readDocuments({ name: 'a.csv', bytes: bytesOf(table, size) }),
          );
          check(items);
          expect(items).to.have.length(rows.length);
          for (const [index, item] of items.entries()) {
            if ('error' in item) throw item.error;
            const plain = (text: string): string =>
              text.normalize('NFC').replace(/[^\P{Cc}\n\t]|\s/gu, '');
            expect(plain(item.document.text)).to.equal(plain(texts[index]?.[1] ?? ''));
          }
        },
      ),
      { numRuns: 150 },
    )).timeout(60_000);

  it('reads the same from one piece as from many', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 7 }),
        async (pieces, name, size) => {
          const content = pieces.join('');
          const shape = (items: readonly Item[]) =>
            items.map((item) =>
              'document' in item ? item.document : [item.name, item.error.message],
            );
          const parts = await collect(readDocuments({ name, bytes: bytesOf(content, size) }));
          expect(shape(parts)).to.deep.equal(shape(await read(name, content)));
        },
      ),
      { numRuns: 150 },
    )).timeout(60_000);
});
