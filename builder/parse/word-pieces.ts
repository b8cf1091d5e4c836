// Words → ids of word pieces. WordPiece (Schuster & Nakajima 2012): greedy, longest match first,
// as in BERT. training/CONTRACT.md is the definition.

import { plainWord, shapeOf, shapes } from './word-shape.ts';

/** A longer run of characters is one unknown piece. In code points. */
const longestToken = 100;

/** Of a longer word, an address or a row of dots, the model sees the beginning. */
const mostPiecesInWord = 100;

const dropped = /[\p{Mn}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Cc}]/u;
const punctuation = /[!-/:-@[-`{-~\p{P}]/u;
const space = /\s/u;

/** Lower case, accents off, controls dropped, split at white space and around punctuation. */
function basicTokens(word: string): string[] {
  const tokens: string[] = [];
  let current = '';
  const end = (): void => {
    if (current) tokens.push(current);
    current = '';
  };
  for (const character of plainWord(word).toLowerCase().normalize('NFD')) {
    if (space.test(character)) end();
    else if (dropped.test(character)) continue;
    else if (punctuation.test(character)) {
      end();
      tokens.push(character);
    } else current += character;
  }
  end();
  return tokens;
}

/** The pieces of one word and its shape, as the model reads them. */
export interface WordInput {
  readonly pieces: readonly number[];
  readonly shape: number;
}

export type WordEncoder = (word: string) => WordInput;

/** Special pieces by their ids. */
export interface SpecialPieces {
  readonly start: number;
  readonly end: number;
}

export interface Vocabulary {
  readonly encode: WordEncoder;
  readonly special: SpecialPieces;
}

function requiredId(ids: ReadonlyMap<string, number>, piece: string): number {
  const id = ids.get(piece);
  if (id === undefined) {
    throw new Error(`The vocabulary has no piece ${piece}; expected one word piece a line.`);
  }
  return id;
}

/** A vocabulary from its file: one piece a line, the line number from 0 is the id. */
export function readVocabulary(file: string): Vocabulary {
  const ids = new Map(
    file
      .trimEnd()
      .split(/\r?\n/)
      .map((piece, id) => [piece, id]),
  );
  const unknown = requiredId(ids, '[UNK]');

  function piecesOf(token: string): number[] {
    const characters = [...token];
    if (characters.length > longestToken) return [unknown];
    const pieces: number[] = [];
    let from = 0;
    while (from < characters.length) {
      let to = characters.length;
      let id: number | undefined;
      for (; to > from && id === undefined; to -= 1) {
        id = ids.get((from > 0 ? '##' : '') + characters.slice(from, to).join(''));
      }
      if (id === undefined) return [unknown];
      pieces.push(id);
      from = to + 1;
    }
    return pieces;
  }

  return {
    encode(word) {
      const pieces = basicTokens(word).flatMap(piecesOf).slice(0, mostPiecesInWord);
      return {
        pieces: pieces.length > 0 ? pieces : [unknown],
        shape: shapes.indexOf(shapeOf(word)),
      };
    },
    special: { start: requiredId(ids, '[CLS]'), end: requiredId(ids, '[SEP]') },
  };
}
