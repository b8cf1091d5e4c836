// A document from a text, for tests.

import type { Document } from '../../schema/index.ts';
import { readArticle } from '../../sources/index.ts';

export const documentOf = (text: string): Document =>
  readArticle(new TextEncoder().encode(text), 'article.txt');
