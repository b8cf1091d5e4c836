import { expect } from 'chai';
import { cutText, type Segment, type Span } from '../../client/panels/marked-text.ts';

/** Segments as text: `[source+relation]word` for a marked run. */
const written = (segments: readonly Segment[]): string =>
  segments
    .map(({ text, parts }) => (parts.length ? `[${parts.join('+')}]${text}|` : text))
    .join('');

const cases: readonly (readonly [
  what: string,
  text: string,
  offset: number,
  spans: readonly Span[],
  expected: string,
])[] = [
  ['nothing', 'Rain fell.', 7, [], 'Rain fell.'],
  [
    'spans that stand apart, counted from the document',
    'Ann thanked Ben.',
    100,
    [
      { part: 'target', start: 112, end: 115 },
      { part: 'source', start: 100, end: 103 },
      { part: 'relation', start: 104, end: 111 },
    ],
    '[source]Ann| [relation]thanked| [target]Ben|.',
  ],
  [
    'a span within another',
    'told Ben off',
    0,
    [
      { part: 'relation', start: 0, end: 12 },
      { part: 'target', start: 5, end: 8 },
    ],
    '[relation]told |[relation+target]Ben|[relation] off|',
  ],
  [
    'spans that cross',
    'abcdef',
    0,
    [
      { part: 'source', start: 0, end: 4 },
      { part: 'target', start: 2, end: 6 },
    ],
    '[source]ab|[source+target]cd|[target]ef|',
  ],
  [
    'spans that reach out of the text or miss it',
    'middle',
    10,
    [
      { part: 'source', start: 4, end: 12 },
      { part: 'target', start: 15, end: 40 },
      { part: 'relation', start: 0, end: 10 },
    ],
    '[source]mi|ddl[target]e|',
  ],
];

describe('client: cutText', () => {
  for (const [what, text, offset, spans, expected] of cases) {
    it(`cuts ${what}`, () => {
      const segments = cutText(text, offset, spans);
      expect(written(segments)).to.equal(expected);
      expect(segments.map((segment) => segment.text).join('')).to.equal(text);
    });
  }
});
