// Sentences → features for `events.py`: `npx tsx training/write-event-features.ts IN OUT [--found]`
// IN: a folder of TYPE.tsv with marked sentences, or a table with columns gold_root, sentence,
// source, target. OUT.f32 has the features, OUT.jsonl what each row is.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { actWords, type Passage } from '../builder/events/act-words.ts';
import { eventFeatures } from '../builder/events/event-features.ts';
import { unmark } from '../builder/events/ontology.ts';
import { parseSentences } from '../builder/parse/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { languageModel } from '../cli/index.ts';

interface Row {
  readonly type: string;
  readonly mode: string;
  readonly text: string;
  readonly passages: readonly Passage[];
}

const tableOf = (path: string): Record<string, string>[] => {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = (head as string).split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
};

function markedRows(folder: string): Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      tableOf(join(folder, name)).map((line): Row => {
        const { text, passage } = unmark(line.sentence as string);
        const type = basename(name, '.tsv').toUpperCase();
        const passages = [passage, { ...passage, relation: null }];
        return { type, mode: line.mode as string, text, passages };
      }),
    );
}

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
};

function goldRows(path: string): Row[] {
  return tableOf(path).map(({ gold_root, sentence, source, target }) => ({
    type: gold_root as string,
    mode: '',
    text: sentence as string,
    passages: [
      {
        source: spanOf(sentence as string, source as string),
        relation: null,
        target: spanOf(sentence as string, target as string),
      },
    ],
  }));
}

const [input, output] = process.argv.slice(2) as [string, string];
const rows = statSync(input).isDirectory() ? markedRows(input) : goldRows(input);
const model = await languageModel();
const features: Float32Array[] = [];
const lines: string[] = [];
for (const [row, { type, mode, text, passages }] of rows.entries()) {
  const split = splitSentences(text);
  const whole = {
    index: 0,
    start: 0,
    end: text.length,
    tokens: split.flatMap((sentence) => sentence.tokens),
  };
  const [sentence] = await parseSentences([whole], model);
  if (!sentence) continue;
  for (const passage of passages) {
    const words = actWords(sentence.tokens, passage);
    features.push(eventFeatures(sentence.tokens, sentence.states, words));
    const word = (index: number): string => sentence.tokens[index]?.text ?? '';
    lines.push(
      JSON.stringify({
        row,
        type,
        mode,
        given: passage.relation !== null,
        anchor: word(words.anchor),
        inner: word(words.inner),
        relation: words.relation.map(word).join(' '),
        text,
      }),
    );
  }
}
writeFileSync(`${output}.f32`, Buffer.concat(features.map((each) => Buffer.from(each.buffer))));
writeFileSync(`${output}.jsonl`, `${lines.join('\n')}\n`);
