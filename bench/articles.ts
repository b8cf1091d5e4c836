// Whole articles against what people found in them: `npm run bench:articles -- DIR [--split NAME] [--by register] [--engine rules|reader|both] [--list]`
// DIR holds annotated articles (docs/annotation.md). Prints one JSON line: F1 of pairs of actors, of
// ordered pairs with event type, direction on the right pairs, and how often speaker, polarity and
// modality agree. `--list` names the pairs missed and made up, a line each, on stderr.

import { parseArgs } from 'node:util';
import { build, type Engine } from '../builder/index.ts';
import { languageModel } from '../cli/index.ts';
import { alignEntities } from './alignment.ts';
import { type AnnotatedArticle, documentOf, readAnnotatedFolder } from './annotated-article.ts';
import { ArticleScores } from './article-scores.ts';
import { type Edge, markedEdges, ordered, ourEdges, pairOf, readings } from './edges.ts';

function listDifferences(
  article: AnnotatedArticle,
  found: readonly Edge[],
  expected: readonly Edge[],
): void {
  const line = (sign: string, { sentence, source, text, target, type }: Edge): string =>
    `${sign} ${article.file}:[${sentence + 1}] ${source} | ${text} | ${target} (${type})`;
  const pairsFound = new Set(found.map(pairOf));
  const pairsExpected = new Set(expected.map(pairOf));
  const directed = new Set(expected.flatMap(readings).map(ordered));
  for (const edge of expected) if (!pairsFound.has(pairOf(edge))) console.error(line('-', edge));
  for (const edge of found) {
    if (!pairsExpected.has(pairOf(edge))) console.error(line('+', edge));
    else if (!directed.has(ordered(edge))) console.error(line('~', edge));
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string' },
    by: { type: 'string' },
    engine: { type: 'string', default: 'both' },
    list: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('Expected a folder of annotated articles: npm run bench:articles -- DIR');
  process.exit(2);
}

const articles = positionals
  .flatMap((folder) => {
    const { articles: good, faults } = readAnnotatedFolder(folder);
    for (const fault of faults) console.error(fault.message);
    return good;
  })
  .filter(({ split }) => !values.split || split === values.split);
const model = await languageModel();
const scores = new Map<string, ArticleScores>();
for (const article of articles) {
  const reading = await build(documentOf(article), model, null, null, values.engine as Engine);
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const found = ourEdges(reading.statements, names, alignEntities(article, reading.mentions));
  const expected = markedEdges(article.statements);
  for (const part of ['all', ...(values.by === 'register' ? [article.register ?? ''] : [])]) {
    const score = scores.get(part) ?? new ArticleScores();
    score.add(found, expected);
    scores.set(part, score);
  }
  if (values.list) listDifferences(article, found, expected);
}
for (const [part, score] of scores) {
  console.log(JSON.stringify({ part, articles: articles.length, ...score.figures() }));
}
