// Text → sentences with tokens, by wink-nlp over each paragraph.
// wink-nlp keeps every character of its input (tokens and the spaces before them), so offsets
// are sums of lengths; that they are exact is checked for each token.

import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemSentence, type ItemToken } from 'wink-nlp';
import type { Sentence, Token } from '../../schema/index.ts';

const nlp = winkNlp(model, ['sbd']);

/** Longer paragraphs are cut, so that no input makes one step long. In UTF-16 code units. */
const longestPiece = 20_000;

/** What a token is before it is parsed. */
const unparsed: Omit<Token, 'start' | 'end' | 'text'> = {
  lemma: '',
  upos: 'X',
  xpos: null,
  features: { number: null, tense: null, verbForm: null, voice: null },
  head: -1,
  relation: null,
  name: null,
};

interface Piece {
  readonly start: number;
  readonly text: string;
}

/** "BEIJING (AP) — " and "LONDON, March 3 (Reuters) - " at the head of an article. */
const dateline =
  /^\s*\p{Lu}[\p{Lu}’'.-]+(?:[ ,]+[\p{Lu}\p{N}][\p{L}\p{N}.’'-]*){0,6} ?(?:\([^)]{2,30}\))? ?[—–-]{1,2} /u;

/** Paragraphs with their offsets; a line break ends one, and a dateline is one of its own. */
function* paragraphs(text: string): Iterable<Piece> {
  const head = dateline.exec(text)?.[0].length ?? 0;
  if (head > 0) yield { start: 0, text: text.slice(0, head) };
  for (const match of text.matchAll(/[^\n]+/g)) {
    const skip = match.index < head ? head - match.index : 0;
    for (let from = skip; from < match[0].length; from += longestPiece) {
      yield { start: match.index + from, text: match[0].slice(from, from + longestPiece) };
    }
  }
}

/** Tokens of a sentence. `from` is where to look for the first; returns where the last one ends. */
function tokensOf(sentence: ItemSentence, text: string, from: number): Token[] {
  const tokens: Token[] = [];
  let end = from;
  sentence.tokens().each((item: ItemToken) => {
    const form = item.out();
    const start = text.indexOf(form, end);
    if (start < 0) return;
    end = start + form.length;
    tokens.push({
      start,
      end,
      text: form,
      ...unparsed,
    });
  });
  return tokens.filter((token) => /\S/.test(token.text));
}

const foreignLetter = /[^\P{L}a-zA-Z]/u;
const letter = /\p{L}/u;

/** Whether wink-nlp cut a word at a letter outside its Latin range: "Erdo" + "ğan". */
function cutInWord(left: Token, right: Token): boolean {
  const [before, after] = [left.text.at(-1) ?? '', right.text.at(0) ?? ''];
  return (
    left.end === right.start &&
    letter.test(before) &&
    letter.test(after) &&
    (foreignLetter.test(before) || foreignLetter.test(after))
  );
}

/** Tokens with cut words put together again. */
function wholeWords(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
  for (const token of tokens) {
    const last = whole.at(-1);
    if (!last || !cutInWord(last, token)) {
      whole.push(token);
      continue;
    }
    const text = last.text + token.text;
    whole.splice(-1, 1, { ...last, text, end: token.end });
  }
  return whole;
}

/** Whether wink-nlp ended a sentence inside a word: "Gawker." + "com". */
function goesOn(sentence: Sentence, token: Token): boolean {
  return sentence.end === token.start && /^[\p{Ll}\p{N}.!?@]/u.test(token.text);
}

const credit = /^(?:Images?|Photos?|Photographs?|Pictures?|Credits?)$/;

/** Tokens of a caption apart from the credit behind it: "… in Oslo" + "Image: Jane Doe". */
function withoutCredit(tokens: readonly Token[]): Token[][] {
  const at = tokens.findIndex(
    (token, index) => index > 0 && credit.test(token.text) && tokens[index + 1]?.text === ':',
  );
  return at > 0 ? [tokens.slice(0, at), ...withoutCredit(tokens.slice(at))] : [[...tokens]];
}

/** Sentences of a text with tokens whose offsets are into that text. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (tokens: readonly Token[]): void => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last) return;
    const before = sentences.at(-1);
    if (before && goesOn(before, first)) {
      const joined = [...before.tokens, ...tokens];
      sentences.splice(-1, 1, { ...before, end: last.end, tokens: joined });
    } else {
      const index = sentences.length;
      sentences.push({ index, start: first.start, end: last.end, tokens: [...tokens] });
    }
  };
  for (const piece of paragraphs(text)) {
    let from = piece.start;
    nlp
      .readDoc(piece.text)
      .sentences()
      .each((item: ItemSentence) => {
        const tokens = wholeWords(tokensOf(item, text, from));
        from = tokens.at(-1)?.end ?? from;
        for (const part of withoutCredit(tokens)) add(part);
      });
  }
  return sentences;
}
