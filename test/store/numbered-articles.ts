// Articles by a number, of twenty statements each.

import type { Extraction } from '../../schema/index.ts';
import { extractionOf } from './extraction.ts';

export const numbered = (n: number): Extraction =>
  extractionOf({
    url: `https://example.org/numbered/${n}`,
    published: '2024-01-01',
    sentences: Array.from({ length: 20 }, (_, m) => `[Actor ${n % 50}] <met> [Actor ${m}], ${n}.`),
  });
