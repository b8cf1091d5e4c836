// How well kinds of act are told apart: `npm run bench:events -- FILE.tsv [--spans found] [--errors]`
// FILE has the columns gold_root, gold_quad, sentence, source, target; YIELD is CONCEDE or RETREAT.
// Prints one JSON line, the confusion table on stderr. Every row has an event, so the best type is
// taken even where the product would abstain; `abstained` says how often that is, `abstaining` what
// the roots score if those rows count as wrong.

import { readFileSync } from 'node:fs';
import { classify, classifyEvent } from '../builder/events/index.ts';
import { parseSentences } from '../builder/parse/index.ts';
import { splitSentences } from '../builder/sentences/index.ts';
import { languageModel } from '../cli/index.ts';
import { type FoundEvent, foundEvent } from './found-spans.ts';
import { percent } from './score.ts';

interface Row {
  readonly gold_root: string;
  readonly gold_quad: string;
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
}

const quads: Readonly<Record<string, string>> = {
  AGREE: '1',
  CONSULT: '1',
  SUPPORT: '1',
  COOPERATE: '2',
  AID: '2',
  YIELD: '2',
  REQUEST: '3',
  ACCUSE: '3',
  REJECT: '3',
  THREATEN: '3',
  PROTEST: '4',
  SANCTION: '4',
  MOBILIZE: '4',
  COERCE: '4',
  ASSAULT: '4',
};
const roots = Object.keys(quads).sort();
const rootOf = (type: string): string => (/^(?:CONCEDE|RETREAT)$/.test(type) ? 'YIELD' : type);
const sideOf = (quad: string): string =>
  quad === '0' ? quad : quad < '3' ? 'cooperation' : 'conflict';

function readRows(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  const needed = ['gold_root', 'gold_quad', 'sentence', 'source', 'target'];
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new Error(
      `${path} lacks the columns ${missing.join(', ')}; it has ${columns.join(', ')}.`,
    );
  }
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(
      columns.map((column, index) => [column, cells[index] ?? '']),
    ) as unknown as Row;
  });
}

/** Accuracy and macro-F1 in percent over the labels that the gold has. */
function scores(gold: readonly string[], found: readonly string[], labels: readonly string[]) {
  const count = (test: (index: number) => boolean): number =>
    gold.filter((_, index) => test(index)).length;
  const f1 = labels.map((label) => {
    const both = count((index) => gold[index] === label && found[index] === label);
    const all = count((index) => gold[index] === label) + count((index) => found[index] === label);
    return all === 0 ? 0 : (2 * both) / all;
  });
  return {
    accuracy: percent(count((index) => gold[index] === found[index]) / gold.length),
    macroF1: percent(f1.reduce((sum, each) => sum + each, 0) / labels.length),
  };
}

function confusionTable(gold: readonly string[], found: readonly string[]): string {
  const labels = [...roots, ...(found.includes('none') ? ['none'] : [])];
  const cell = (text: string | number): string => String(text).slice(0, 5).padStart(6);
  const rows = roots.map((root) => {
    const counts = labels.map(
      (label) => gold.filter((each, index) => each === root && found[index] === label).length,
    );
    return root.padEnd(10) + counts.map(cell).join('');
  });
  return [`gold\\found${labels.map(cell).join('')}`, ...rows].join('\n');
}

function spanOf(text: string, words: string): { start: number; end: number } | null {
  const start = text.indexOf(words);
  return words && start >= 0 ? { start, end: start + words.length } : null;
}

const [path] = process.argv.slice(2).filter((each) => each.endsWith('.tsv'));
if (!path) {
  throw new Error('Expected a table: npm run bench:events -- FILE.tsv [--spans found] [--errors]');
}
const findSpans = process.argv.includes('found');
const rows = readRows(path);
const model = await languageModel();
const found: string[] = [];
const rules = new Map<string, [right: number, wrong: number]>();
const spans: FoundEvent[] = [];
const kept: string[] = [];
for (const row of rows) {
  const split = splitSentences(row.sentence);
  const tokens = split.flatMap((sentence) => sentence.tokens);
  const whole = { index: 0, start: 0, end: row.sentence.length, tokens };
  const [sentence] = await parseSentences([whole], model);
  if (!sentence) throw new Error(`A row without a sentence: ${JSON.stringify(row)}`);
  if (findSpans) {
    const event = foundEvent(row, sentence);
    spans.push(event);
    const type = event.statement ? (classifyEvent(event.statement, sentence)?.type ?? null) : null;
    found.push(type ? rootOf(type) : 'none');
    continue;
  }
  const target = row.target === row.source ? null : spanOf(row.sentence, row.target);
  const ends = { source: spanOf(row.sentence, row.source), target };
  const { type, best, rule } = classify(sentence, { ...ends, relation: null });
  kept.push(type ? rootOf(type) : 'none');
  found.push(rootOf(best));
  const right = rootOf(best) === row.gold_root;
  if (rule) {
    const [yes, no] = rules.get(rule) ?? [0, 0];
    rules.set(rule, right ? [yes + 1, no] : [yes, no + 1]);
  }
  if (!right && process.argv.includes('--errors')) {
    console.error(
      `${row.gold_root} → ${best} [${rule ?? ''}] ${row.sentence} (${row.source} → ${row.target})`,
    );
  }
}
const gold = rows.map((row) => row.gold_root);
const quadOf = (root: string): string => quads[root] ?? '0';
const [goldQuads, foundQuads] = [gold.map(quadOf), found.map(quadOf)];
console.error(confusionTable(gold, found));
for (const [rule, [right, wrong]] of rules)
  console.error(`${rule}: ${right} right, ${wrong} wrong`);
const share = (test: (event: FoundEvent) => boolean): number =>
  percent(spans.filter(test).length / spans.length);
console.log(
  JSON.stringify({
    roots: scores(gold, found, roots),
    quad: scores(goldQuads, foundQuads, ['1', '2', '3', '4']),
    binary: scores(goldQuads.map(sideOf), foundQuads.map(sideOf), ['cooperation', 'conflict']),
    rows: rows.length,
    ...(findSpans
      ? {
          spans: {
            source: share(({ source }) => source),
            target: share(({ target }) => target),
            statement: share(({ statement }) => statement !== null),
            swapped: share(({ swapped }) => swapped),
          },
        }
      : {
          abstained: percent(kept.filter((root) => root === 'none').length / rows.length),
          abstaining: scores(gold, kept, roots),
        }),
  }),
);
