import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readDocuments } from '../../sources/index.ts';
import { brief, bytesOf, collect, read } from './reading.ts';

const one = 'China met Russia.';
const two = 'Iran warned Iraq.';

/** Long enough for an entry of a feed to be the article and no teaser. */
const article = `<p>${'Kenya asked Uganda for help on Monday. '.repeat(16)}</p>`;

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lakeside Daily</title><link>https://lakeside.example/</link><description>d</description><language>en-ke</language>${items}</channel></rss>`;
const rssItem = rss(
  `<item><title>Help for Uganda</title><link>https://lakeside.example/help?utm_source=rss</link><pubDate>Mon, 02 Nov 2026 23:10:00 +0300</pubDate><dc:creator>Grace Wanjiru</dc:creator><description>Short.</description><content:encoded><![CDATA[${article}<p>Read more: Lake</p>]]></content:encoded></item>`,
);
const atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lakeside Daily</title><id>urn:f</id><updated>2026-11-02T20:10:00Z</updated><entry><title>Help for Uganda</title><id>urn:e1</id><link rel="alternate" href="/help"/><published>2026-11-02T20:10:00Z</published><updated>2026-11-03T20:10:00Z</updated><author><name>Grace Wanjiru</name></author><content type="html">${article.replaceAll('<', '&lt;')}</content></entry></feed>`;
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Lakeside Daily',
  items: [
    {
      id: '1',
      url: 'https://lakeside.example/help',
      title: 'Help for Uganda',
      content_html: article,
      date_published: '2026-11-02T20:10:00Z',
    },
  ],
});
const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://lakeside.example/"><title>Lakeside Daily</title><link>https://lakeside.example/</link><description>d</description></channel><item rdf:about="https://lakeside.example/help"><title>Help for Uganda</title><link>https://lakeside.example/help</link><description>${article.replaceAll('<', '&lt;')}</description><dc:date>2026-11-02T20:10:00Z</dc:date></item></rdf:RDF>`;

describe('sources: formats', () => {
  const table: [what: string, name: string, content: string | Uint8Array, expected: string[]][] = [
    ['JSON with one article', 'a.json', JSON.stringify({ text: one }), [one]],
    ['JSON with a list', 'a.json', JSON.stringify([{ text: one }, { text: two }]), [one, two]],
    [
      'JSON Lines',
      'a.jsonl',
      `${JSON.stringify({ text: one })}\n\n${JSON.stringify({ text: two })}`,
      [one, two],
    ],
    ['other names of fields', 'a.jsonl', JSON.stringify({ headline: 'T', body: one }), [one]],
    [
      'HTML in a record',
      'a.jsonl',
      JSON.stringify({ html: `<p>${one}</p><p>${two}</p>` }),
      [`${one}\n\n${two}`],
    ],
    [
      'CSV',
      'a.csv',
      `title,text\r\nA,"${one}"\r\nB,"He said ""no"".\nThen ${two}"\r\n`,
      [one, `He said "no".\nThen ${two}`],
    ],
    ['CSV with semicolons and a byte order mark', 'a.csv', `\ufeffTitle;Body\nA;${one}`, [one]],
    ['TSV', 'a.tsv', `text\ttitle\n${two}\tB\n`, [two]],
    [
      'gzip around JSON Lines',
      'a.jsonl.gz',
      gzipSync(`{"text":"${one}"}\n{"text":"${two}"}\n`),
      [one, two],
    ],
    [
      'Markdown',
      'a.md',
      `# Talks\n\n**China** met [Russia](https://x.example/a_(b)).\n\n![map](m.png)\n\n> *Iran*\nwarned Iraq.\n\n---\n\n- snake_case stays\n`,
      ['China met Russia.\n\nIran warned Iraq.\n\nsnake_case stays'],
    ],
    [
      'text cut at a width',
      'a.txt',
      `The foreign minister of Kenya met his colleague from\nUganda in Kisumu on Monday, and both of them asked for\npatience.\n\n${two}`,
      [
        `The foreign minister of Kenya met his colleague from Uganda in Kisumu on Monday, and both of them asked for patience.\n\n${two}`,
      ],
    ],
    ['text in short lines', 'a.txt', `${one}\n${two}`, [`${one}\n${two}`]],
    ['HTML by its look', 'page', `<!doctype html><p>${one}</p>`, [one]],
    ['JSON by its look', '-', `{"text":"${one}"}`, [one]],
    ['JSON Lines by their look', '-', `{"text":"${one}"}\n{"text":"${two}"}`, [one, two]],
    ['text by its look', '-', `[1] ${one}`, [`[1] ${one}`]],
  ];
  for (const [what, name, content, expected] of table) {
    it(`reads ${what}`, async () =>
      expect(brief(await read(name, content))).to.deep.equal(expected));
  }

  it('takes the heading of Markdown for its title', async () => {
    const [item] = await read('a.md', `# Talks *end*\n\n${one}`);
    expect(item).to.have.nested.property('document.title', 'Talks end');
  });

  it('names the line of each article, and its error', async () => {
    const lines = [
      `{"text":"${one}"}`,
      '{"text":',
      '{"title":"x"}',
      '[]',
      `{"text":"${two}","published":"soon"}`,
      '\u00ff',
    ];
    const items = await read('corpus.jsonl', Buffer.from(lines.join('\n'), 'latin1'));
    expect(items.map(({ name }) => name)).to.deep.equal(
      [1, 2, 3, 4, 5, 6].map((line) => `corpus.jsonl:${line}`),
    );
    const [, broken, empty, list, date, bytes] = brief(items);
    expect(broken).to.match(/^! The line is not valid JSON/);
    expect(empty).to.match(/has no text/);
    expect(list).to.match(/expected an object/);
    expect(date).to.match(/ISO 8601.*soon/);
    expect(bytes).to.match(/not valid UTF-8/);
  });

  it('goes on behind a row of a table that is wrong', async () => {
    const items = await read('a.csv', `title,text\nA,b,c\nB,${two}\nC,\n`);
    expect(items.map(({ name }) => name)).to.deep.equal(['a.csv:2', 'a.csv:3', 'a.csv:4']);
    expect(brief(items)[0]).to.match(/3 cells.*2 columns/);
    expect(brief(items)[1]).to.equal(two);
    expect(brief(items)[2]).to.match(/no text/);
  });

  it('says where a quotation mark of a table is not closed', async () => {
    const items = await read('a.csv', `text\n${one}\n"${two}\n\n`);
    expect(brief(items)).to.deep.equal([
      one,
      '! The quotation mark of the row that begins in line 3 is not closed.',
    ]);
  });

  it('gives an article with an id of its own the place of the one before', async () => {
    const at = async (record: object, name = 'a.jsonl') => {
      const [item] = await read(name, JSON.stringify(record));
      return item && 'document' in item ? item.document.id : null;
    };
    const first = await at({ id: 7, text: one });
    expect(await at({ id: '7', text: two })).to.equal(first);
    expect(await at({ id: 8, text: one })).not.to.equal(first);
    expect(await at({ id: 7, text: one }, 'b.jsonl')).not.to.equal(first);
    expect(await at({ id: 7, publisher: 'P', text: one }, 'b.jsonl')).to.equal(
      await at({ id: 7, publisher: 'P', text: one }),
    );
  });

  const feeds: [what: string, name: string, content: string][] = [
    ['RSS', 'feed.rss', rssItem],
    ['Atom', 'feed.xml', atom],
    ['JSON Feed', 'feed.json', jsonFeed],
    ['RDF', 'feed.rdf', rdf],
  ];
  for (const [what, name, content] of feeds) {
    it(`reads ${what}`, async () => {
      const [item, ...others] = await read(name, content, { url: 'https://lakeside.example/feed' });
      expect(others).to.deep.equal([]);
      if (!item || 'error' in item) throw item?.error ?? new Error('nothing was read');
      expect(item.document).to.include({
        url: 'https://lakeside.example/help',
        title: 'Help for Uganda',
        publisher: 'Lakeside Daily',
      });
      expect(item.document.published).to.match(/^2026-11-02T2/);
      expect(item.document.text)
        .to.match(/^Kenya asked/)
        .and.not.match(/Read more/);
    });
  }

  it('opens what a feed only names, and keeps what it has of the rest', async () => {
    const teaser = rss(
      '<item><title>Far</title><link>https://lakeside.example/far</link><description>Kenya asked…</description></item><item><title>Bare</title><description>Iran warned Iraq.</description></item>',
    );
    const open = (url: string) =>
      read(url, `<p>The whole article: ${one}</p>`, { mediaType: 'text/html' });
    const items = await collect(
      readDocuments({ name: 'feed.rss', bytes: bytesOf(teaser) }, async function* (url) {
        yield* await open(url);
      }),
    );
    expect(brief(items)).to.deep.equal([`The whole article: ${one}`, two]);
    expect(items[0]).to.have.nested.property('document.title', 'Far');
    expect(items[1]?.name).to.equal('feed.rss#2');
  });

  const refused: [what: string, name: string, content: string | Uint8Array, says: RegExp][] = [
    [
      'a feed that breaks off',
      'f.rss',
      '<rss version="2.0"><channel><item>',
      /feed cannot be read/,
    ],
    ['XML that is no feed', 'f.xml', '<a/>', /feed cannot be read/],
    [
      'an entity bomb',
      'f.rss',
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(999)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(20)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title><description>&j;</description></item></channel></rss>`,
      /./,
    ],
    [
      'a broken gzip file',
      'a.jsonl.gz',
      Buffer.concat([gzipSync(`{"text":"${one}"}`).subarray(0, 20)]),
      /gzip/,
    ],
    ['gzip in gzip', 'a.jsonl.gz', gzipSync(gzipSync(one)), /compressed twice/],
    ['a gzip bomb', 'a.txt.gz', gzipSync(Buffer.alloc(60_000_000, 'a ')), /more than 5 MB/],
    ['a line without end', 'a.jsonl', Buffer.alloc(12_000_000, 'a'), /more than 10 MB/],
    [
      'a cell without end',
      'a.csv',
      Buffer.concat([Buffer.from('text\n"'), Buffer.alloc(12_000_000, 'a')]),
      /quotation mark not closed/,
    ],
    ['an empty table', 'a.csv', '\n\n', /no row/],
    ['an empty list', 'a.json', '[]', /empty list.*object/],
    [
      'a page that is a menu',
      'a.html',
      '<ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul>',
      /No article was found/,
    ],
    [
      'a page that is a cookie dialog',
      'a.html',
      `<div id="onetrust-consent-sdk"><p>${'We and our partners store data on your device. '.repeat(20)}</p></div><div id="app"></div>`,
      /No article was found.*cookie/,
    ],
    [
      'a page drawn by a script',
      'a.html',
      '<div id="root"></div><script>draw("China met Russia.")</script>',
      /drawn by a script/,
    ],
    ['a page of elements alone', 'a.html', '<b>'.repeat(200_000), /more than 100000 elements/],
    ['a page that nests too deep', 'a.html', `${'<div>'.repeat(3000)}${one}`, /3\d\d\d deep/],
    ['a ZIP archive', 'a.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), /binary/],
  ];
  for (const [what, name, content, says] of refused) {
    it(`refuses ${what} in one sentence`, async () => {
      const items = await read(name, content);
      const last = items.at(-1);
      if (what === 'an entity bomb') {
        // Refused or read without the entity, never unfolded.
        for (const item of items)
          if ('document' in item) expect(item.document.text.length).to.be.below(100_000);
        return;
      }
      expect(last && 'error' in last && last.error.name).to.equal('InputError');
      expect(last && 'error' in last ? last.error.message : '')
        .to.match(says)
        .and.not.match(/\n/);
    });
  }

  it('holds one line at a time of a file of any size', async () => {
    let most = 0;
    let asked = 0;
    async function* endless() {
      const line = Buffer.from(`${JSON.stringify({ text: one })}\n`);
      for (;;) {
        asked += 1;
        yield line;
      }
    }
    let count = 0;
    for await (const item of readDocuments({ name: 'endless.jsonl', bytes: endless() })) {
      expect(item).to.have.property('document');
      count += 1;
      most = Math.max(most, asked - count);
      if (count === 5000) break;
    }
    // What is looked at ahead of the line is the head that tells the format.
    expect(most).to.be.below(100);
  });
});
