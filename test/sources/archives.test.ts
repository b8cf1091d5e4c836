import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { brief, read } from './reading.ts';
import { page } from './web-server.ts';

const sentence = 'China met Russia in Geneva.';

/** A PDF with a page for each list of lines; a line is a text with its place from the top. */
async function pdfOf(
  pages: readonly (readonly (readonly [text: string, y: number, x?: number])[])[],
  title?: string,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  if (title) pdf.setTitle(title);
  for (const lines of pages) {
    const sheet = pdf.addPage([600, 800]);
    for (const [text, y, x = 50] of lines) sheet.drawText(text, { x, y: 800 - y, size: 10, font });
  }
  return pdf.save();
}

describe('sources: PDF', () => {
  it('puts lines, words and pages together, without running heads and page numbers', async () => {
    const head = (number: number) => [
      ['The Pacific Ledger', 20] as const,
      [`Page ${number}`, 780] as const,
    ];
    const bytes = await pdfOf(
      [
        [
          ...head(1).slice(0, 1),
          ['The foreign minister of Kenya met his col-', 100],
          ['league from Uganda in Kisumu on Monday.', 112],
          ['Both asked for patience in the quarrel,', 150],
          ['which began in March and', 162],
          ...head(1).slice(1),
        ],
        [
          ...head(2).slice(0, 1),
          ['has cost nine lives.', 100],
          ['Traders closed their shops.', 140],
          ...head(2).slice(1),
        ],
        [...head(3).slice(0, 1), ['The governor praised them.', 100], ...head(3).slice(1)],
      ],
      'Quarrel over the lake',
    );
    const [item] = await read('a.pdf', bytes);
    expect(item).to.have.nested.property('document.title', 'Quarrel over the lake');
    expect(item).to.have.nested.property('document.mediaType', 'application/pdf');
    expect(brief(item ? [item] : [])[0]?.split('\n\n')).to.deep.equal([
      'The foreign minister of Kenya met his colleague from Uganda in Kisumu on Monday.',
      'Both asked for patience in the quarrel, which began in March and has cost nine lives.',
      'Traders closed their shops.',
      'The governor praised them.',
    ]);
  });

  it('knows a PDF by its first bytes, whatever it is called', async () => {
    const bytes = await pdfOf([[[sentence, 100]]]);
    expect(
      brief(await read('download', bytes, { mediaType: 'application/octet-stream' })),
    ).to.deep.equal([sentence]);
  });

  it('refuses one that is broken, and one of pictures alone', async () => {
    const whole = await pdfOf([[[sentence, 100]]]);
    const bad: [Uint8Array, RegExp][] = [
      [Buffer.from('%PDF-1.4 and nothing'), /not a valid PDF/],
      [whole.subarray(0, 60), /not a valid PDF/],
      [await pdfOf([[]]), /no text, only pictures/],
    ];
    for (const [bytes, says] of bad) {
      expect(brief(await read('a.pdf', bytes))[0])
        .to.match(/^! /)
        .and.match(says);
    }
  });
});

describe('sources: WARC', () => {
  const record = (
    type: string,
    url: string,
    block: string | Uint8Array,
    mediaType: string,
  ): Buffer => {
    const body = Buffer.from(block as string);
    return Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: ${mediaType}\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ]);
  };
  const http = (head: string, body: string | Uint8Array, status = '200 OK'): Buffer =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`),
      Buffer.from(body as string),
    ]);
  const html = 'Content-Type: text/html; charset=utf-8';
  const response = (url: string, block: Buffer): Buffer =>
    record('response', url, block, 'application/http; msgtype=response');

  const chunked = `5\r\n${page(sentence).slice(0, 5)}\r\n${(page(sentence).length - 5).toString(16)};x=y\r\n${page(sentence).slice(5)}\r\n0\r\n\r\n`;
  const archive = [
    record('warcinfo', '', 'software: x', 'application/warc-fields'),
    response('https://paper.example/a', http(html, page(sentence))),
    response(
      'https://paper.example/b',
      http(`${html}\r\nContent-Encoding: gzip`, gzipSync(page('Iran warned Iraq.'))),
    ),
    response('https://paper.example/c', http(`${html}\r\nTransfer-Encoding: chunked`, chunked)),
    response('https://paper.example/old', http(html, page('gone'), '404 Not Found')),
    response(
      'https://paper.example/i.png',
      http('Content-Type: image/png', new Uint8Array([1, 0, 2])),
    ),
    record(
      'request',
      'https://paper.example/a',
      'GET / HTTP/1.1\r\n\r\n',
      'application/http; msgtype=request',
    ),
    response('https://paper.example/broken', http(`${html}\r\nContent-Encoding: gzip`, 'no gzip')),
    record('conversion', 'https://paper.example/t', 'Kenya thanked Uganda.', 'text/plain'),
  ];

  for (const [what, name, bytes] of [
    ['an archive', 'crawl.warc', Buffer.concat(archive)],
    [
      'one of compressed records',
      'crawl.warc.gz',
      Buffer.concat(archive.map((each) => gzipSync(each))),
    ],
  ] as const) {
    it(`reads the articles of ${what}`, async () => {
      const items = await read(name, bytes);
      expect(brief(items)).to.deep.equal([
        sentence,
        'Iran warned Iraq.',
        sentence,
        '! The answer is compressed, and broken.',
        'Kenya thanked Uganda.',
      ]);
      expect(items[1]).to.deep.include({ name: `${name}: https://paper.example/b` });
      expect(items[1]).to.have.nested.property('document.url', 'https://paper.example/b');
      expect(items[1]).to.have.nested.property('document.retrieved', '2024-05-06T07:08:09Z');
    });
  }

  it('reads what stands before the place where an archive breaks off', async () => {
    const whole = Buffer.concat(archive);
    const items = await read('crawl.warc', whole.subarray(0, whole.length - 300));
    expect(brief(items)[0]).to.equal(sentence);
    expect(brief(items).at(-1)).to.match(/ends inside a record|not a valid WARC/);
    expect(brief(await read('a.warc', 'WARC/1.0\r\nno: end'))[0]).to.match(/ends inside/);
    expect(brief(await read('a.warc', 'WARC/1.0\r\na: b\r\n\r\n'))[0]).to.match(
      /without its length/,
    );
    expect(brief(await read('a.warc', 'hello\r\n\r\n'))[0]).to.match(
      /expected a record, found "hello"/,
    );
  });
});
