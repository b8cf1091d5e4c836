// Whole articles against what people found in them: `npm run bench:articles -- DIR [--split NAME] [--by register] [--engine rules|reader|both] [--given] [--untrained] [--list]`
// DIR holds annotated articles (docs/annotation.md). Prints one JSON line: F1 of pairs of actors, of
// ordered pairs with event type, direction on the right pairs, and how often speaker, polarity and
// modality agree, which pairs stand in one sentence and which only in neighbouring ones. `--given` reads with the actors of the annotation in place of ours. `--list` names the
// pairs missed and made up, a line each, on stderr.
// With `--gold-parse FILE.conllu` DIR holds stand-off files (training/README.md) over sentences of that file,
// and there is a line for each of eight ways to read them: with our parse or the file's, with the actors
// found or those of the annotation, by rules alone or by both readers. `--list` is then of the way that
// `--engine` and `--given` say, with the file's parse.
// `--untrained` finds descriptions and links them and pronouns by rules alone too: with `--engine rules`, what
// there is without any network but the language model and that of the types of names.

import { parseArgs } from 'node:util';
import { type ActorJudges, readActors, readStatements } from '../builder/build.ts';
import { ruleJudge } from '../builder/entities/index.ts';
import type { Engine } from '../builder/index.ts';
import { describedByRule } from '../builder/mentions/index.ts';
import { parseSentences } from '../builder/parse/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { languageModel } from '../cli/index.ts';
import { alignEntities } from './alignment.ts';
import { type AnnotatedArticle, documentOf, readAnnotatedFolder } from './annotated-article.ts';
import { ArticleScores } from './article-scores.ts';
import {
  type Edge,
  markedEdges,
  ordered,
  ourEdges,
  pairOf,
  pairsTogether,
  readings,
} from './edges.ts';
import { givenActors } from './given-actors.ts';
import { readGoldArticles } from './gold-parse.ts';
import { lossLines, type Outcome, readEveryWay } from './parse-losses.ts';

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
    'gold-parse': { type: 'string' },
    given: { type: 'boolean', default: false },
    untrained: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('Expected a folder of annotated articles: npm run bench:articles -- DIR');
  process.exit(2);
}
const byRules: ActorJudges = { describe: describedByRule, judge: ruleJudge };
const model = await languageModel();

async function compareParses(folders: readonly string[], conllu: string): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const each of folders.flatMap((folder) => readGoldArticles(folder, conllu))) {
    outcomes.push(...(await readEveryWay(each, documentOf(each.article), model)));
  }
  const actors = values.given ? 'given' : 'found';
  for (const { way, article, found, expected } of values.list ? outcomes : []) {
    const isAsked = way.parse === 'gold' && way.actors === actors && way.engine === values.engine;
    if (isAsked) listDifferences(article, found, expected);
  }
  for (const line of lossLines(outcomes)) console.log(JSON.stringify(line));
}

async function compareArticles(folders: readonly string[]): Promise<void> {
  const articles = folders
    .flatMap((folder) => {
      const { articles: good, faults } = readAnnotatedFolder(folder);
      for (const fault of faults) console.error(fault.message);
      return good;
    })
    .filter(({ split }) => !values.split || split === values.split);
  const scores = new Map<string, ArticleScores>();
  for (const article of articles) {
    const document = documentOf(article);
    const sentences = await parseSentences(splitSentences(document.text), model);
    const own = readActors(document, sentences, null, values.untrained ? byRules : {});
    const actors = values.given ? givenActors(article, sentences, own.mentions) : own;
    const names = new Map(actors.entities.map(({ id, name }) => [id, name]));
    const alignment = values.given
      ? new Map(actors.entities.map(({ id }) => [id, id]))
      : alignEntities(article, own.mentions);
    const statements = readStatements(document, sentences, actors, null, values.engine as Engine);
    const found = ourEdges(statements, names, alignment);
    const expected = markedEdges(article.statements);
    const together = pairsTogether(actors.mentions, alignment);
    const near = pairsTogether(actors.mentions, alignment, 1);
    for (const part of ['all', ...(values.by === 'register' ? [article.register ?? ''] : [])]) {
      const score = scores.get(part) ?? new ArticleScores();
      score.add(found, expected);
      score.addReach(expected, together, near);
      scores.set(part, score);
    }
    if (values.list) listDifferences(article, found, expected);
  }
  for (const [part, score] of scores) {
    console.log(JSON.stringify({ part, ...score.figures() }));
  }
}

const conllu = values['gold-parse'];
await (conllu ? compareParses(positionals, conllu) : compareArticles(positionals));
