// How fast each stage is, on one thread: `npm run bench:speed [-- FOLDER]`
// Reads the articles of the folder (the sample articles where none is given) several times and
// prints one JSON line a runtime: sentences and words per second of each stage, medians.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveEntities } from '../builder/entities/index.ts';
import { classifyEvent } from '../builder/events/index.ts';
import { builtInGazetteer } from '../builder/lexicon/index.ts';
import { findMentions } from '../builder/mentions/index.ts';
import { type LanguageModel, parseSentences } from '../builder/parse/index.ts';
import { readPairs } from '../builder/reader/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { contextsOf, findStatements, joinPairs } from '../builder/statements/index.ts';
import { findTuples } from '../builder/tuples/index.ts';
import { languageModel, type RuntimeName } from '../cli/index.ts';
import type { Document } from '../schema/index.ts';
import { readArticle } from '../sources/index.ts';
import { median } from './score.ts';

const rounds = 7;

type Times = Record<string, number>;

/** Milliseconds of each stage over all documents. */
async function timed(documents: readonly Document[], model: LanguageModel): Promise<Times> {
  const times: Times = {};
  const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[name] = (times[name] ?? 0) + performance.now() - start;
    return result;
  };
  for (const document of documents) {
    const { text } = document;
    const split = await stage('sentences', () => splitSentences(text));
    const parsed = await stage('parse', () => parseSentences(split, model));
    const candidates = await stage('mentions', () => findMentions(text, parsed, builtInGazetteer));
    const { mentions, entities } = await stage('entities', () =>
      resolveEntities(document, parsed, candidates, builtInGazetteer),
    );
    const contexts = await stage('statements', () =>
      contextsOf(document, parsed, mentions, entities),
    );
    const found = await stage('statements', () => findStatements(contexts, mentions));
    const statements = await stage('reader', () =>
      joinPairs(contexts, found, readPairs(parsed, mentions, found)),
    );
    await stage('tuples', () => findTuples(text, parsed));
    await stage('events', () =>
      statements.map((each) => {
        const sentence = parsed[each.evidence.sentence];
        return sentence ? classifyEvent(each, sentence) : null;
      }),
    );
  }
  times.whole = Object.values(times).reduce((sum, time) => sum + time, 0);
  return times;
}

async function measure(name: RuntimeName, documents: readonly Document[]): Promise<void> {
  const start = performance.now();
  const model = await languageModel(name).catch(() => null);
  const load = performance.now() - start;
  if (!model) {
    console.log(JSON.stringify({ runtime: name, installed: false }));
    return;
  }
  const sentences = documents.flatMap(({ text }) => splitSentences(text));
  const words = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  await timed(documents, model);
  const runs: Times[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await timed(documents, model));
  const stages = Object.keys(runs[0] as Times).map((stage) => {
    const seconds = median(runs.map((run) => run[stage] as number)) / 1000;
    return [
      stage,
      {
        sentencesPerSecond: Math.round(sentences.length / seconds),
        wordsPerSecond: Math.round(words / seconds),
      },
    ];
  });
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  console.log(
    JSON.stringify({
      runtime: name,
      loadMilliseconds: Math.round(load),
      memoryMegabytes: memory,
      sentences: sentences.length,
      words,
      stages: Object.fromEntries(stages),
    }),
  );
}

const folder =
  process.argv[2] ?? fileURLToPath(new URL('../graph-data/articles/', import.meta.url));
const documents = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => readArticle(readFileSync(join(folder, name)), name));
await measure('wasm', documents);
await measure('native', documents);
