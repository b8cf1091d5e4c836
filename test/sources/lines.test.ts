import { expect } from 'chai';
import fc from 'fast-check';
import { isBoilerplate } from '../../sources/boilerplate.ts';
import { datelineOf } from '../../sources/dateline.ts';
import { robotsOf } from '../../sources/fetch/robots.ts';
import { publishedOf } from '../../sources/published.ts';
import { sameSite, webAddress } from '../../sources/web-address.ts';

describe('sources: lines around an article', () => {
  const around = [
    'By Ana Torres',
    'BY ANA TORRES AND TOM OKAFOR',
    'By Ana Torres in Kyiv',
    'By Ana Torres, Diplomatic Correspondent',
    'Reporting by Agnes Deng; Editing by John Lado',
    'Read more: The long quarrel over the lake',
    'READ ALSO: Kenya attacks Uganda’s budget',
    'Related: Russia warns NATO',
    'Continue reading',
    'Advertisement',
    'Article continues below',
    'Sign up for our morning newsletter',
    'Already a subscriber? Log in',
    'We use cookies to improve your experience.',
    'This website uses cookies to give you the best service.',
    'By continuing to use this site you accept our cookie policy.',
    'Photo: Soldiers attack a village',
    'Image credit: Jane Roe',
    'A crowd in Oslo. (AP Photo/Jane Roe)',
    'A crowd in Oslo on Monday | Getty Images',
    '© 2026 The Harbour Post',
    'Updated: 3 May 2026, 10:20',
    '3 min read',
    'Follow us on X and Facebook',
    '* * *',
  ];
  for (const line of around) {
    it(`leaves out: ${line}`, () => expect(isBoilerplate(line)).to.equal(true));
  }

  const prose = [
    'By Monday the army had left the town.',
    'By attacking Georgia, Russia warned NATO.',
    'Read the treaty again, Merkel told Putin.',
    'More countries joined the pact.',
    'Related firms in Cyprus paid the minister.',
    'Photos of the attack shocked Kenya.',
    'Copyright holders sued OpenAI in New York.',
    'Meta changed its privacy policy after Ireland’s regulator fined it.',
    'Subscribers sued the paper.',
    'Share prices fell after China threatened Taiwan.',
    'Accepting the offer, Iran freed two sailors.',
    'Google said it would stop using cookies to track Germans.',
    'Russia published on Monday a list of 30 diplomats whom it expels.',
    'Trending words on Monday were those of the president of Brazil about Argentina.',
  ];
  for (const line of prose) {
    it(`keeps: ${line}`, () => expect(isBoilerplate(line)).to.equal(false));
  }

  const dates: [text: string, expected: string | null][] = [
    ['2021-06-17', '2021-06-17'],
    ['2021-06-17T22:10:00+0200', '2021-06-17T22:10:00+02:00'],
    ['2021-06-17 22:10:00 UTC', '2021-06-17T22:10:00Z'],
    ['2021-06-17T22:10:00.123Z', '2021-06-17T22:10:00Z'],
    ['2021-06-17T22:10', '2021-06-17'],
    ['Thu, 17 Jun 2021 22:10:00 +0200', '2021-06-17T22:10:00+02:00'],
    ['Thu, 17 Jun 2021 22:10:00 EST', '2021-06-17T22:10:00-05:00'],
    ['17 June 2021', '2021-06-17'],
    ['June 17, 2021', '2021-06-17'],
    ['Thursday, June 17th, 2021 at 10 a.m.', '2021-06-17'],
    ['2021/6/17', '2021-06-17'],
    ['20210617', '2021-06-17'],
    ['17.6.2021', '2021-06-17'],
    ['03/04/2021', null],
    ['2021-02-30', null],
    ['2021-06-17T25:61', '2021-06-17'],
    ['yesterday', null],
    ['', null],
  ];
  for (const [text, expected] of dates) {
    it(`reads the date "${text}"`, () => expect(publishedOf(text)).to.equal(expected));
  }

  it('reads any date in the form of the schema, or none', () => {
    const form = /^\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2}))?$/;
    const pieces = fc.constantFrom(
      '2021',
      '06',
      '6',
      '31',
      'June',
      'Thu,',
      '-',
      '/',
      '.',
      ' ',
      'T',
      '22:10',
      ':00',
      'Z',
      '+0200',
      'EST',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const found = publishedOf(parts.join(''));
        expect(found === null || form.test(found)).to.equal(true);
      }),
    );
  });

  const datelines: [text: string, place: string | null, date: string | null][] = [
    ['KYIV, Ukraine, Feb. 27, 2022 (Agency) — Talks began.', 'KYIV, Ukraine', '2022-02-27'],
    ['NIAMEY, March 3, 2014 - Germany will help.', 'NIAMEY', '2014-03-03'],
    ['JUBA, 14 May 2021 — The Murle made peace.', 'JUBA', '2021-05-14'],
    ['LONDON, March 3 (Agency) - Britain voted.', 'LONDON', null],
    ['BEIJING — Saudi Arabia and Iran agreed.', 'BEIJING', null],
    ['China met Russia — again.', null, null],
    ['USA', null, null],
  ];
  for (const [text, place, date] of datelines) {
    it(`reads the dateline of: ${text}`, () => {
      const found = datelineOf(text);
      expect(found ? [found.place, found.date] : [null, null]).to.deep.equal([place, date]);
    });
  }

  it('gives one address one form', () => {
    expect(webAddress('HTTPS://Paper.example/a?utm_source=x&id=1#top')).to.equal(
      'https://paper.example/a?id=1',
    );
    expect(webAddress('/a', 'https://paper.example/b/c')).to.equal('https://paper.example/a');
    expect(webAddress('javascript:alert(1)')).to.equal(null);
    expect(webAddress('a')).to.equal(null);
    expect(sameSite('https://www.paper.example/a', 'https://amp.paper.example/b')).to.equal(true);
    expect(sameSite('https://paper.example/', 'https://paper.example.evil.example/')).to.equal(
      false,
    );
  });
});

describe('sources: robots.txt', () => {
  const file = `
# all
User-agent: *
Disallow: /
User-Agent: other
user-agent: WHOWHOM # two of them
Disallow: /news
Allow: /news/world$
Disallow: /*.pdf$
Disallow: /a*b*c
Allow: /news/open/
Crawl-delay: 2.5
Disallow:
Sitemap: https://paper.example/map.xml
`;
  const paths: [path: string, allowed: boolean][] = [
    ['/', true],
    ['/news', false],
    ['/news/x', false],
    ['/news/world', true],
    ['/news/world/x', false],
    ['/news/open/x', true],
    ['/x.pdf', false],
    ['/x.pdf?y', true],
    ['/a1b2c3', false],
    ['/a1c2b3', true],
    ['/%6eews', false],
  ];
  for (const [path, allowed] of paths) {
    it(`${allowed ? 'allows' : 'does not allow'} ${path}`, () => {
      expect(robotsOf(file, 'whowhom').allows(path)).to.equal(allowed);
    });
  }
  it('reads the pause, and the rules for all where none is named', () => {
    expect(robotsOf(file, 'whowhom').delay).to.equal(2.5);
    expect(robotsOf(file, 'nobody').allows('/')).to.equal(false);
    expect(robotsOf('<html>not found</html>', 'whowhom').allows('/')).to.equal(true);
  });
});
