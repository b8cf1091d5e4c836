// The made-up articles that the tests of store and server read.

import { type Article, extractionOf } from './extraction.ts';

const articles: readonly Article[] = [
  {
    url: 'https://example.org/harbour',
    title: 'Harbour talks',
    published: '2024-03-02',
    sentences: [
      '[Norland] <accused> [Sudmark] of closing the harbour.',
      '[Sudmark] <rejected> [Norland]’s account, and {Wang Yi} listened.',
      '[Norland] and [Sudmark] <=met> twice all the same.',
    ],
  },
  {
    url: 'https://example.org/fish',
    title: 'Fish and tariffs',
    published: '2024-03-05T08:00:00+09:00',
    sentences: [
      '[Sudmark] <offered> [Norland] half of the catch.',
      '[Wang Yi] <praised> [Sudmark] for it 🐟.',
      '[Wałęsa] <resigned> on the same evening.',
    ],
  },
  {
    url: 'https://example.org/undated',
    title: null,
    published: null,
    sentences: ['[Norland] <thanked> [Norland] in a strange decree.', 'مرحبا, said {İzmir FC}.'],
  },
  {
    url: 'https://example.org/prototype',
    title: '__proto__',
    published: '2024-03-05',
    sentences: [
      '[constructor] <sued> [__proto__].',
      '[toString] <defended> [constructor].',
      '[hasOwnProperty] <ignored> [toString].',
    ],
  },
];

/** Ten statements in four documents, in no particular order. */
export const extractions = articles.map(extractionOf);

/** Another version of the first article: one statement stays, two go, one comes. */
export const corrected = extractionOf({
  url: 'https://example.org/harbour',
  title: 'Harbour talks (corrected)',
  published: '2024-03-02',
  sentences: [
    '[Norland] <accused> [Sudmark] of closing the harbour.',
    '[Ostrava Group] <bought> [Sudmark] a ship.',
  ],
});
