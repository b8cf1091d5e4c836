// Sentences → the same sentences with lemmas, tags, a dependency tree and names on their tokens.

import type { Sentence, Token } from '../../schema/index.ts';
import { mostPieces } from './batch.ts';
import { featuresOf } from './features.ts';
import type { LanguageModel, SentenceParse } from './language-model.ts';
import { lemmaOf } from './lemma.ts';
import { withNameArcs } from './name-arcs.ts';

/** A sentence with what the model knows of its words beyond tags: last-layer states, one a token. */
export type ParsedSentence = Sentence & { readonly states: readonly Float32Array[] };

/** A run of tokens short enough for the model. */
interface Part {
  readonly from: number;
  readonly words: readonly string[];
}

/** Where a sentence that is too long is best cut: behind its last semicolon, comma or dash. */
function cutPoint(words: readonly string[]): number {
  const mark = words.findLastIndex((word) => /^[;,:—–]$/.test(word));
  return mark > words.length / 2 ? mark + 1 : words.length;
}

/** A sentence in parts of at most 254 word pieces; nearly always one. */
function* partsOf(sentence: Sentence, model: LanguageModel): Iterable<Part> {
  let from = 0;
  let pieces = 0;
  let words: string[] = [];
  for (const token of sentence.tokens) {
    const more = Math.min(model.pieces(token.text), mostPieces);
    if (pieces + more > mostPieces) {
      const cut = cutPoint(words);
      yield { from, words: words.slice(0, cut) };
      from += cut;
      words = words.slice(cut);
      pieces = words.reduce((sum, word) => sum + model.pieces(word), 0);
    }
    words.push(token.text);
    pieces += more;
  }
  if (words.length > 0) yield { from, words };
}

/** The parses of a sentence's parts as one tree: later roots hang on the first one. */
function join(parts: readonly { part: Part; parse: SentenceParse }[]): SentenceParse {
  const first = parts[0];
  if (parts.length === 1 && first) return first.parse;
  const root = first?.parse.heads.indexOf(-1) ?? 0;
  const headOf = (head: number, from: number): number => {
    if (head >= 0) return head + from;
    return from === 0 ? -1 : root;
  };
  return {
    heads: parts.flatMap(({ part, parse }) => parse.heads.map((head) => headOf(head, part.from))),
    relations: parts.flatMap(({ part, parse }) =>
      parse.relations.map((relation) =>
        relation === 'root' && part.from > 0 ? 'parataxis' : relation,
      ),
    ),
    xpos: parts.flatMap(({ parse }) => parse.xpos),
    upos: parts.flatMap(({ parse }) => parse.upos),
    names: parts.flatMap(({ parse }) => parse.names),
    states: parts.flatMap(({ parse }) => parse.states),
  };
}

function parsedTokens(sentence: Sentence, parse: SentenceParse): Token[] {
  const below = sentence.tokens.map((): string[] => []);
  parse.heads.forEach((head, index) => {
    if (head >= 0) below[head]?.push(parse.relations[index] as string);
  });
  return sentence.tokens.map((token, index) => {
    const upos = parse.upos[index] as string;
    const xpos = parse.xpos[index] as string;
    const name = parse.names[index] as string;
    return {
      ...token,
      lemma: lemmaOf(token.text, upos),
      upos,
      xpos,
      features: featuresOf(xpos, below[index] as string[]),
      head: parse.heads[index] as number,
      relation: parse.relations[index] as string,
      name: name === 'O' ? null : name,
    };
  });
}

/** Parses the sentences of one document. Every tree is well formed and has one root. */
export async function parseSentences(
  sentences: readonly Sentence[],
  model: LanguageModel,
): Promise<ParsedSentence[]> {
  const parts = sentences.map((sentence) => [...partsOf(sentence, model)]);
  const parses = await model.parse(parts.flat().map((part) => part.words));
  let next = 0;
  return sentences.map((sentence, index) => {
    const own = (parts[index] ?? []).map((part) => {
      const parse = parses[next] as SentenceParse;
      next += 1;
      return { part, parse };
    });
    const parse = join(own);
    return {
      ...sentence,
      tokens: withNameArcs(parsedTokens(sentence, parse)),
      states: parse.states,
    };
  });
}
