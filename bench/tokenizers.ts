// Which library splits text best into sentences and words:
// `npm run bench:tokenizers -- FILE.conllu …`
// wink-nlp, compromise and Intl.Segmenter on the raw text of treebanks; one JSON line a file and way.

import compromise from 'compromise';
import { splitSentences } from '../builder/sentences/index.ts';
import { rawText, readConllu } from './conllu.ts';
import { scoreOf } from './score.ts';
import { spansOf } from './spans.ts';

interface Split {
  readonly sentences: readonly string[];
  readonly tokens: readonly string[];
}

function byPackage(text: string): Split {
  const sentences = splitSentences(text);
  return {
    sentences: sentences.map(({ start, end }) => text.slice(start, end)),
    tokens: sentences.flatMap(({ tokens }) => tokens.map((token) => token.text)),
  };
}

function bySegmenter(text: string): Split {
  // By paragraph: each segment holds on to the whole string that it was cut from.
  const segments = (granularity: 'sentence' | 'word'): string[] =>
    text
      .split('\n\n')
      .flatMap((paragraph) =>
        Array.from(
          new Intl.Segmenter('en', { granularity }).segment(paragraph),
          ({ segment }) => segment,
        ),
      );
  return { sentences: segments('sentence'), tokens: segments('word') };
}

interface CompromiseTerm {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
}

function byCompromise(text: string): Split {
  const sentences = compromise.tokenize(text).json() as { text: string; terms: CompromiseTerm[] }[];
  const terms = sentences.flatMap((sentence) => sentence.terms);
  return {
    sentences: sentences.map((sentence) => sentence.text),
    tokens: terms.flatMap(({ pre, text: word, post }) => [...pre, word, ...post]),
  };
}

const ways: Readonly<Record<string, (text: string) => Split>> = {
  'wink-nlp, as used': byPackage,
  'Intl.Segmenter': bySegmenter,
  compromise: byCompromise,
};

for (const path of process.argv.slice(2)) {
  const gold = readConllu(path);
  const text = rawText(gold);
  for (const [name, way] of Object.entries(ways)) {
    const { sentences, tokens } = way(text);
    console.log(
      JSON.stringify({
        file: path.split('/').at(-1),
        by: name,
        sentences: scoreOf(spansOf(sentences), spansOf(gold.map((sentence) => sentence.text))).f1,
        tokens: scoreOf(spansOf(tokens), spansOf(gold.flatMap((sentence) => sentence.words))).f1,
      }),
    );
  }
}
