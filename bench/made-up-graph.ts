// A made-up graph of so many actors and so many relations, in articles of 25 statements: every
// actor has at least one relation, a few have very many. The same numbers give the same graph.

import { contentHash, type Extraction, identifier, type Statement } from '../schema/index.ts';
import { entityOf, placed, randomNumbers, statementOf } from './made-up-articles.ts';

const PER_ARTICLE = 25;

/** Distinct pairs; the first so many give every actor one. */
function pairsOf(actors: number, relations: number): (readonly [number, number])[] {
  const random = randomNumbers(actors + relations);
  const heavy = (): number => Math.floor(actors * random() ** 2.5);
  const seen = new Set<string>();
  const pairs: (readonly [number, number])[] = [];
  while (pairs.length < relations) {
    const source = pairs.length < actors ? pairs.length : heavy();
    const target = heavy();
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    if (source === target || seen.has(key)) continue;
    seen.add(key);
    pairs.push([source, target]);
  }
  return pairs;
}

function articleOf(index: number, pairs: readonly (readonly [number, number])[]): Extraction {
  const random = randomNumbers(index + 1);
  const id = identifier('doc', ['made-up-graph', index, pairs.length]);
  const found: Statement[] = [];
  let text = '';
  pairs.forEach((ends, each) => {
    const statement = statementOf(id, each, ends, { offset: text.length, random });
    found.push(statement);
    text += `${statement.evidence.exact}\n`;
  });
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3650)));
  return {
    document: {
      id,
      url: `https://example.org/made-up-graph/${index}`,
      title: `Made up, number ${index}`,
      description: null,
      publisher: `Paper ${index % 40}`,
      author: null,
      language: 'en',
      published: day.toISOString().slice(0, 10),
      retrieved: null,
      mediaType: 'text/plain',
      contentHash: contentHash(text),
      duplicateOf: null,
      text,
    },
    entities: [...new Set(pairs.flat())].map((actor) => entityOf(actor, 1)),
    statements: found.map((each) => placed(each, text)),
  };
}

export function madeUpGraph(actors: number, relations: number): Extraction[] {
  const pairs = pairsOf(actors, relations);
  return Array.from({ length: Math.ceil(relations / PER_ARTICLE) }, (_, index) =>
    articleOf(index, pairs.slice(index * PER_ARTICLE, (index + 1) * PER_ARTICLE)),
  );
}
