// Who is who over annotated articles: `npm run bench:entities -- DIR [--split NAME] [--list]`
// Prints one JSON line: how many marked actors are found, clusters (B³ over marked mentions), wrong
// merges and splits counted apart, types that agree, and the probe of the actors: F1 of "two actors
// in one sentence" as pairs, with the actors found and with the actors given.

import { parseArgs } from 'node:util';
import type { Reading } from '../builder/build.ts';
import { build } from '../builder/index.ts';
import { languageModel } from '../cli/index.ts';
import { alignEntities, isKin, isNamedAlike, markedMention } from './alignment.ts';
import { type AnnotatedArticle, documentOf, readAnnotatedFolder } from './annotated-article.ts';
import type { MarkedMention } from './marked-text.ts';
import { percent, scoreOfCounts } from './score.ts';

/** Which of our entities each marked mention was found as; null where it was not found. */
function foundAs(article: AnnotatedArticle, reading: Reading): Map<MarkedMention, string | null> {
  const found = new Map<MarkedMention, string | null>();
  for (const mention of article.mentions) if (mention.entity) found.set(mention, null);
  for (const mention of reading.mentions) {
    const marked = markedMention(article, mention);
    if (marked?.entity) found.set(marked, mention.entity);
  }
  return found;
}

/** Pairs of names that stand in one sentence, each pair once an article. */
function pairsTogether(mentions: readonly { entity: string; sentence: number }[]): Set<string> {
  const pairs = new Set<string>();
  const bySentence = new Map<number, string[]>();
  for (const { entity, sentence } of mentions) {
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), entity]);
  }
  for (const together of bySentence.values()) {
    const entities = [...new Set(together)].sort();
    for (const [index, a] of entities.entries()) {
      for (const b of entities.slice(index + 1)) pairs.add(`${a} – ${b}`);
    }
  }
  return pairs;
}

const sum = { found: 0, marked: 0, precision: 0, recall: 0, mentions: 0, mentionsFound: 0 };
const merges = { people: 0, countries: 0, others: 0 };
const types = { right: 0, kin: 0, of: 0 };
/** The same of all that are aligned, be it by a part of their words or where they are no actors. */
const every = { right: 0, of: 0 };
const probes = { found: { both: 0, ours: 0 }, given: { both: 0, ours: 0 }, expected: 0 };
let splits = 0;

/** B³ over the marked mentions of an article. */
function addClusters(found: ReadonlyMap<MarkedMention, string | null>): void {
  const pairs = [...found].map(([{ entity }, ours]) => ({ entity, ours }));
  for (const { entity, ours } of pairs) {
    sum.mentions += 1;
    if (ours === null) continue;
    sum.mentionsFound += 1;
    const both = pairs.filter((other) => other.entity === entity && other.ours === ours).length;
    sum.recall += both / pairs.filter((other) => other.entity === entity).length;
    sum.precision += both / pairs.filter((other) => other.ours === ours).length;
  }
}

/** Entities of ours that are two marked ones by name, and marked ones that are two of ours. */
function addMergesAndSplits(
  article: AnnotatedArticle,
  found: ReadonlyMap<MarkedMention, string | null>,
  list: boolean,
): void {
  const named = [...found].filter(([{ kind }, ours]) => kind === 'named' && ours !== null);
  const oursOf = new Map<string, Set<string>>();
  const theirsOf = new Map<string, Set<string>>();
  for (const [{ entity }, ours] of named) {
    if (!entity || !ours) continue;
    oursOf.set(entity, (oursOf.get(entity) ?? new Set()).add(ours));
    theirsOf.set(ours, (theirsOf.get(ours) ?? new Set()).add(entity));
  }
  for (const entities of theirsOf.values()) {
    if (entities.size < 2) continue;
    const kinds = [...entities].map((id) => article.entities.get(id)?.type);
    const of = (type: string): number => kinds.filter((each) => each === type).length;
    if (of('person') > 1) merges.people += 1;
    else if (of('country') > 1) merges.countries += 1;
    else merges.others += 1;
    if (list) console.error(`merged ${article.file}: ${[...entities].join(', ')}`);
  }
  for (const [entity, ours] of oursOf) {
    if (ours.size < 2) continue;
    splits += 1;
    if (list) console.error(`split ${article.file}: ${entity}`);
  }
}

function addTypes(
  article: AnnotatedArticle,
  { entities, mentions }: Reading,
  alignment: ReadonlyMap<string, string>,
  list: boolean,
): void {
  for (const { id, type, name } of entities) {
    const aligned = alignment.get(id) ?? '';
    const marked = article.entities.get(aligned);
    if (!marked) continue;
    const own = mentions.filter(({ entity }) => entity === id);
    every.of += 1;
    if (marked.type === type) every.right += 1;
    if (!own.some((mention) => isNamedAlike(article, mention, aligned))) continue;
    types.of += 1;
    if (marked.type === type) types.right += 1;
    if (isKin(marked.type, type)) types.kin += 1;
    else if (list) console.error(`type ${article.file}: ${name} is ${type}, marked ${marked.type}`);
  }
}

function addProbe(
  article: AnnotatedArticle,
  reading: Reading,
  alignment: ReadonlyMap<string, string>,
): void {
  const expected = new Set(
    article.statements.flatMap(({ source, target }) =>
      target ? [[source, target].sort().join(' – ')] : [],
    ),
  );
  const given = article.mentions.flatMap(({ entity, sentence, kind }) =>
    entity && kind !== 'pronoun' ? [{ entity, sentence }] : [],
  );
  const acting = reading.mentions.filter(
    ({ kind, role }) => kind !== 'pronoun' && role !== 'place',
  );
  const found = acting.map(({ entity, sentence }) => ({
    entity: alignment.get(entity) ?? entity,
    sentence,
  }));
  probes.expected += expected.size;
  for (const [probe, pairs] of [
    [probes.found, pairsTogether(found)],
    [probes.given, pairsTogether(given)],
  ] as const) {
    probe.ours += pairs.size;
    probe.both += [...pairs].filter((pair) => expected.has(pair)).length;
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { split: { type: 'string' }, list: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('Expected a folder of annotated articles: npm run bench:entities -- DIR');
  process.exit(2);
}
const articles = positionals
  .flatMap((folder) => readAnnotatedFolder(folder).articles)
  .filter(({ split }) => !values.split || split === values.split);
const model = await languageModel();
for (const article of articles) {
  const reading = await build(documentOf(article), model);
  const found = foundAs(article, reading);
  const alignment = alignEntities(article, reading.mentions);
  const takingPart = new Set(article.statements.flatMap(({ source, target }) => [source, target]));
  const aligned = new Set(alignment.values());
  for (const id of article.entities.keys()) {
    if (!takingPart.has(id)) continue;
    sum.marked += 1;
    if (aligned.has(id)) sum.found += 1;
    else if (values.list) console.error(`missed ${article.file}: ${id}`);
  }
  addClusters(found);
  addMergesAndSplits(article, found, values.list);
  addTypes(article, reading, alignment, values.list);
  addProbe(article, reading, alignment);
}
console.log(
  JSON.stringify({
    articles: articles.length,
    actors: { marked: sum.marked, found: percent(sum.found / sum.marked) },
    mentions: { marked: sum.mentions, found: percent(sum.mentionsFound / sum.mentions) },
    b3: scoreOfCounts(1, sum.mentionsFound / sum.precision, sum.mentions / sum.recall),
    wrongMerges: merges,
    splits,
    types: {
      right: percent(types.right / types.of),
      bodiesAlike: percent(types.kin / types.of),
      all: percent(every.right / every.of),
      entities: types.of,
    },
    probe: {
      found: scoreOfCounts(probes.found.both, probes.found.ours, probes.expected),
      given: scoreOfCounts(probes.given.both, probes.given.ours, probes.expected),
    },
  }),
);
