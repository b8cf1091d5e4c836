// How well the model tags and parses: `npm run bench:parse -- FILE.conllu [--raw]`
// Prints one JSON line. Gold tokens; with --raw also how well raw text is split.

import { splitSentences } from '../builder/sentences/index.ts';
import { languageModel } from '../cli/index.ts';
import { type GoldSentence, rawText, readConllu, universal } from './conllu.ts';
import { percent, type Score, scoreOf, scoreOfCounts } from './score.ts';
import { spansOf } from './spans.ts';

const watched = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'nmod',
  'conj',
  'appos',
  'ccomp',
  'xcomp',
  'acl:relcl',
];

interface Word {
  readonly gold: GoldSentence;
  readonly at: number;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
}

async function parsedWords(
  sentences: readonly GoldSentence[],
): Promise<{ words: Word[]; seconds: number }> {
  const model = await languageModel();
  const words: Word[] = [];
  const start = performance.now();
  for (let from = 0; from < sentences.length; from += 32) {
    const group = sentences.slice(from, from + 32);
    const parses = await model.parse(group.map((sentence) => sentence.words));
    parses.forEach((parse, index) => {
      const gold = group[index] as GoldSentence;
      gold.words.forEach((_, at) => {
        words.push({
          gold,
          at,
          upos: parse.upos[at] as string,
          xpos: parse.xpos[at] as string,
          head: parse.heads[at] as number,
          relation: parse.relations[at] as string,
        });
      });
    });
  }
  return { words, seconds: (performance.now() - start) / 1000 };
}

const share = (words: readonly Word[], right: (word: Word) => boolean): number =>
  percent(words.filter(right).length / words.length);
const headIsRight = ({ gold, at, head }: Word): boolean => gold.heads[at] === head;
const arcIsRight = (word: Word): boolean =>
  headIsRight(word) && word.gold.relations[word.at] === universal(word.relation);

/** F1 of one relation: head and label right. With a subtype the label with its subtype. */
function relationF1(words: readonly Word[], relation: string): number {
  const labels = relation.includes(':')
    ? ({ gold, at }: Word) => gold.subtypes[at]
    : ({ gold, at }: Word) => gold.relations[at];
  const found = relation.includes(':')
    ? (word: Word) => word.relation === relation
    : (word: Word) => universal(word.relation) === relation;
  const both = words.filter(
    (word) => found(word) && labels(word) === relation && headIsRight(word),
  );
  const score = scoreOfCounts(
    both.length,
    words.filter(found).length,
    words.filter((word) => labels(word) === relation).length,
  );
  return score.f1;
}

function rawScores(sentences: readonly GoldSentence[]): { sentences: Score; tokens: Score } {
  const text = rawText(sentences);
  const split = splitSentences(text);
  const tokens = split.flatMap((sentence) => sentence.tokens.map((token) => token.text));
  return {
    sentences: scoreOf(
      spansOf(split.map((sentence) => text.slice(sentence.start, sentence.end))),
      spansOf(sentences.map((sentence) => sentence.text)),
    ),
    tokens: scoreOf(spansOf(tokens), spansOf(sentences.flatMap((sentence) => sentence.words))),
  };
}

const [path] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!path) throw new Error('Expected a file: npm run bench:parse -- FILE.conllu [--raw]');
const gold = readConllu(path);
const { words, seconds } = await parsedWords(gold);
const unpunctuated = words.filter((word) => word.gold.upos[word.at] !== 'PUNCT');
console.log(
  JSON.stringify({
    ...(process.argv.includes('--raw') ? { raw: rawScores(gold) } : {}),
    upos: share(words, ({ gold: sentence, at, upos }) => sentence.upos[at] === upos),
    xpos: share(words, ({ gold: sentence, at, xpos }) => sentence.xpos[at] === xpos),
    uas: share(words, headIsRight),
    las: share(words, arcIsRight),
    uasWithoutPunctuation: share(unpunctuated, headIsRight),
    lasWithoutPunctuation: share(unpunctuated, arcIsRight),
    relations: Object.fromEntries(
      watched.map((relation) => [relation, relationF1(words, relation)]),
    ),
    words: words.length,
    wordsPerSecond: Math.round(words.length / seconds),
  }),
);
