// Open tuples against people's: `npm run bench:openie -- GOLD.tsv [--list]`
// GOLD has a line a tuple: sentence, relation, arguments. Prints one JSON line: precision, recall and
// F1 at the best confidence, F1 of all, area under the curve. `--list` prints both sides on stderr.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSentences } from '../builder/parse/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { findTuples } from '../builder/tuples/index.ts';
import { languageModel } from '../cli/index.ts';
import { type Guess, type SentenceTuples, type Slots, scoreTuples } from './openie-score.ts';

/** Quotation marks of the Penn Treebank as text has them. */
const plain = (text: string): string => text.replace(/``|''/g, '"').replace(/\s+/g, ' ').trim();
const wordsOf = (text: string): string[] =>
  splitSentences(text).flatMap(({ tokens }) => tokens.map((token) => token.text.toLowerCase()));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
const [path] = positionals;
if (!path) {
  console.error('Expected a file of gold tuples: npm run bench:openie -- GOLD.tsv');
  process.exit(2);
}
const gold = new Map<string, Slots[]>();
for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
  const [sentence = '', ...slots] = line.split('\t').map(plain);
  gold.set(sentence, [...(gold.get(sentence) ?? []), slots.map(wordsOf)]);
}
const model = await languageModel();
const scored: SentenceTuples[] = [];
for (const [text, given] of gold) {
  const sentences = await parseSentences(splitSentences(text), model);
  const tuples = findTuples(text, sentences);
  const found = tuples.map(
    (tuple): Guess => ({
      slots: [tuple.relation, ...tuple.arguments].map((phrase) => wordsOf(phrase.text)),
      confidence: tuple.confidence,
    }),
  );
  scored.push({ gold: given, found });
  if (values.list) {
    const line = (slots: Slots): string => slots.map((words) => words.join(' ')).join(' | ');
    console.error(text);
    for (const each of given) console.error(`  gold ${line(each)}`);
    for (const each of found) console.error(`  ours ${each.confidence} ${line(each.slots)}`);
  }
}
console.log(JSON.stringify({ sentences: gold.size, ...scoreTuples(scored) }));
