// How far two annotations of the same articles agree: `npm run bench:agreement -- FIRST SECOND`
// Articles of the same file name in two folders. Prints one JSON line: F1 of pairs of actors, of ordered
// pairs with type, direction, speaker, polarity and modality, as `bench:articles` does for the program, and
// in how many of the entities that both have they agree on the type.

import { basename } from 'node:path';
import type { Mention } from '../schema/index.ts';
import { alignEntities, isKin } from './alignment.ts';
import { type AnnotatedArticle, readAnnotatedFolder } from './annotated-article.ts';
import { ArticleScores } from './article-scores.ts';
import { type Edge, markedEdges } from './edges.ts';
import { percent } from './score.ts';

const [first, second] = process.argv.slice(2);
if (!first || !second) {
  console.error(
    'Expected two folders of annotated articles: npm run bench:agreement -- FIRST SECOND',
  );
  process.exit(2);
}

function articlesOf(folder: string): Map<string, AnnotatedArticle> {
  const { articles, faults } = readAnnotatedFolder(folder);
  for (const fault of faults) console.error(fault.message);
  return new Map(articles.map((article) => [basename(article.file), article]));
}

/** Statements of the second annotation with its entities named as the first names them. */
function renamed(edges: readonly Edge[], alignment: ReadonlyMap<string, string>): Edge[] {
  const name = (id: string): string => alignment.get(id) ?? `"${id}"`;
  return edges.flatMap((edge) => {
    const [source, target] = [name(edge.source), name(edge.target)];
    const speaker = edge.speaker && (alignment.get(edge.speaker) ?? edge.speaker);
    return source === target ? [] : [{ ...edge, source, target, speaker }];
  });
}

const types = { alike: 0, kin: 0, of: 0 };

/** Entities that both have, and whether both say the same of what they are. */
function addTypes(
  one: AnnotatedArticle,
  other: AnnotatedArticle,
  alignment: ReadonlyMap<string, string>,
): void {
  for (const [id, name] of alignment) {
    const [a, b] = [one.entities.get(name)?.type, other.entities.get(id)?.type];
    if (!a || !b) continue;
    types.of += 1;
    if (a === b) types.alike += 1;
    if (isKin(a, b)) types.kin += 1;
  }
}

const ones = articlesOf(first);
const others = articlesOf(second);
const scores = new ArticleScores();
let articles = 0;
for (const [name, other] of others) {
  const one = ones.get(name);
  if (!one) continue;
  if (one.text !== other.text) {
    console.error(`${name}: the two have other words, and are not compared.`);
    continue;
  }
  const mentions = other.mentions.filter(({ entity }) => entity !== null) as unknown as Mention[];
  const alignment = alignEntities(one, mentions);
  scores.add(renamed(markedEdges(other.statements), alignment), markedEdges(one.statements));
  addTypes(one, other, alignment);
  articles += 1;
}
const share = (some: number): number => percent(some / types.of);
console.log(
  JSON.stringify({
    articles,
    ...scores.figures(),
    types: { alike: share(types.alike), bodiesAlike: share(types.kin), entities: types.of },
  }),
);
