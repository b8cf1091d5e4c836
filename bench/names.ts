// How well names are found: `npm run bench:names -- FILE.iob2`
// Exact spans and types over PER, ORG and LOC, gold tokens. Prints one JSON line.

import { readFileSync } from 'node:fs';
import { languageModel } from '../cli/index.ts';
import { scoreOf } from './score.ts';

const scored = ['PER', 'ORG', 'LOC'];

interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

function readIob2(path: string): TaggedSentence[] {
  return readFileSync(path, 'utf8')
    .split(/\n\n+/)
    .map((block) => {
      const rows = block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((columns) => /^\d+$/.test(columns[0] ?? ''));
      return {
        words: rows.map((columns) => columns[1] ?? ''),
        tags: rows.map((columns) => columns[2] ?? 'O'),
      };
    })
    .filter((sentence) => sentence.words.length > 0);
}

/** Names of a tag sequence as `sentence:start-end:type`. */
function namesOf(tags: readonly string[], sentence: number): string[] {
  return tags.flatMap((tag, start) => {
    const type = tag.slice(2);
    const continues = tag.startsWith('I-') && tags[start - 1]?.slice(2) === type;
    if (!scored.includes(type) || continues) return [];
    let end = start + 1;
    while (tags[end] === `I-${type}`) end += 1;
    return [`${sentence}:${start}-${end}:${type}`];
  });
}

const path = process.argv[2];
if (!path) throw new Error('Expected a file: npm run bench:names -- FILE.iob2');
const model = await languageModel();
const sentences = readIob2(path);
const found: string[] = [];
for (let from = 0; from < sentences.length; from += 32) {
  const group = sentences.slice(from, from + 32);
  const parses = await model.parse(group.map((sentence) => sentence.words));
  found.push(...parses.flatMap((parse, index) => namesOf(parse.names, from + index)));
}
const gold = sentences.flatMap((sentence, index) => namesOf(sentence.tags, index));
const ofType = (names: readonly string[], type: string): string[] =>
  names.filter((name) => name.endsWith(`:${type}`));
console.log(
  JSON.stringify({
    ...scoreOf(found, gold),
    types: Object.fromEntries(
      scored.map((type) => [type, scoreOf(ofType(found, type), ofType(gold, type))]),
    ),
  }),
);
