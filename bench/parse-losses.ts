// What is lost where: the same articles read with our parse and with the treebank's, with the actors
// found and with those of the annotation, by rules alone and by both readers.

import { readActors, readStatements } from '../builder/build.ts';
import type { Engine, LanguageModel } from '../builder/index.ts';
import { type ParsedSentence, parseSentences } from '../builder/parse/index.ts';
import type { Document } from '../schema/index.ts';
import { alignEntities } from './alignment.ts';
import { ArticleScores } from './article-scores.ts';
import { type Edge, markedEdges, ourEdges, pairOf, pairsTogether } from './edges.ts';
import { givenActors } from './given-actors.ts';
import { type GoldArticle, goldModel } from './gold-parse.ts';
import { percent } from './score.ts';

/** One way to read an article: whose trees, whose actors, whose statements. */
export interface Way {
  readonly parse: 'own' | 'gold';
  readonly actors: 'found' | 'given';
  readonly engine: Engine;
}

export interface Outcome {
  readonly way: Way;
  readonly article: GoldArticle['article'];
  readonly found: readonly Edge[];
  readonly expected: readonly Edge[];
  /** Pairs of `expected` whose actors stand together in a sentence: no reader of sentences finds others. */
  readonly reachable: number;
}

const engines: readonly Engine[] = ['rules', 'both'];

/** Every way in which one article can be read. */
export async function readEveryWay(
  { article, gold, sentences }: GoldArticle,
  document: Document,
  model: LanguageModel,
): Promise<Outcome[]> {
  const expected = markedEdges(article.statements);
  const parses: [Way['parse'], ParsedSentence[]][] = [
    ['own', await parseSentences(sentences, model)],
    ['gold', await parseSentences(sentences, goldModel(model, gold))],
  ];
  return parses.flatMap(([parse, parsed]) => {
    const own = readActors(document, parsed);
    const given = givenActors(article, parsed, own.mentions);
    const itself = new Map([...article.entities.keys()].map((id) => [id, id]));
    return (
      [
        ['found', own, alignEntities(article, own.mentions)],
        ['given', given, itself],
      ] as const
    ).flatMap(([actors, of, alignment]) => {
      const names = new Map(of.entities.map(({ id, name }) => [id, name]));
      const together = pairsTogether(of.mentions, alignment);
      const pairs = new Set(expected.map(pairOf));
      return engines.map((engine): Outcome => {
        const statements = readStatements(document, parsed, of, null, engine);
        return {
          way: { parse, actors, engine },
          article,
          found: ourEdges(statements, names, alignment),
          expected,
          reachable: [...pairs].filter((pair) => together.has(pair)).length,
        };
      });
    });
  });
}

/** One line of figures for each way. */
export function lossLines(outcomes: readonly Outcome[]): object[] {
  const ways = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = JSON.stringify(outcome.way);
    ways.set(key, [...(ways.get(key) ?? []), outcome]);
  }
  return [...ways.values()].map((own) => {
    const scores = new ArticleScores();
    for (const { found, expected } of own) scores.add(found, expected);
    const { byConfidence, inSentence, inNeighbours, ...figures } = scores.figures() as Record<
      string,
      object
    >;
    const reachable = own.reduce((sum, each) => sum + each.reachable, 0);
    const { expected } = scores.pairs;
    return {
      ...own[0]?.way,
      articles: own.length,
      expected,
      reachable: percent(reachable / expected),
      ...figures,
    };
  });
}
