// Which words of a sentence say what the source does to the target: the word that joins them in the
// tree, the act inside it ("promised to send"), and what lies on the way from one to the other.

import type { Token } from '../../schema/index.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A parsed sentence with the last-layer state of each token. */
export interface SentenceWithStates {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly states: readonly Float32Array[];
}

/** What is said of whom: spans into the document's text; a relation that is null is looked for. */
export interface Passage {
  readonly source: Span | null;
  readonly relation: Span | null;
  readonly target: Span | null;
}

/** Indexes of tokens. */
export interface ActWords {
  readonly source: number | null;
  readonly target: number | null;
  /** The word that joins source and target: "promised". */
  readonly anchor: number;
  /** The act itself: "send"; often the anchor. */
  readonly inner: number;
  /** Anchor, act, the way to both ends and the small words that hang on them. */
  readonly relation: readonly number[];
}

const content = /^(?:VERB|NOUN|ADJ)$/;
const attached =
  /^(?:aux|aux:pass|advmod|compound:prt|case|mark|obj|xcomp|cop|compound|det|amod|obl)$/;

/** The token of a span that the others hang on; null for a span without a token. */
function headIn(tokens: readonly Token[], span: Span): number | null {
  const inside = tokens.flatMap((token, index) =>
    token.start < span.end && token.end > span.start ? [index] : [],
  );
  const head = inside.find((index) => !inside.includes((tokens[index] as Token).head));
  return head ?? inside[0] ?? null;
}

/** A token and those above it, up to the root. */
function upwards(tokens: readonly Token[], from: number): number[] {
  const way = [from];
  for (let at = (tokens[from] as Token).head; at >= 0 && !way.includes(at); ) {
    way.push(at);
    at = (tokens[at] as Token).head;
  }
  return way;
}

/** The way between two tokens: what lies on it, ends left out, and its highest word. */
function between(
  tokens: readonly Token[],
  from: number,
  to: number,
): { top: number; way: number[] } {
  const [up, down] = [upwards(tokens, from), upwards(tokens, to)];
  const top = up.find((index) => down.includes(index)) ?? from;
  const way = [...up.slice(0, up.indexOf(top)), top, ...down.slice(0, down.indexOf(top)).reverse()];
  return { top, way: way.filter((index) => index !== from && index !== to) };
}

const isContent = (tokens: readonly Token[], index: number): boolean =>
  content.test(tokens[index]?.upos ?? '');
const isVerb = (tokens: readonly Token[], index: number): boolean => tokens[index]?.upos === 'VERB';

/** The word that joins two ends where nobody says which: the top of their way, if it can act. */
function joining(tokens: readonly Token[], source: number, target: number): number {
  const { top, way } = between(tokens, source, target);
  if (way.includes(top) && isContent(tokens, top)) return top;
  const verb = way.find((index) => isVerb(tokens, index));
  if (verb !== undefined) return verb;
  return (
    way.find((index) => isContent(tokens, index)) ??
    upwards(tokens, top)
      .slice(1)
      .find((index) => isContent(tokens, index)) ??
    top
  );
}

/** The first of coordinated nouns, which stands for them all: "banks" of "banks, officials and Putin". */
function firstJoined(tokens: readonly Token[], index: number): number {
  let at = index;
  for (let step = 0; step < tokens.length; step += 1) {
    const { relation, head, upos } = tokens[at] as Token;
    if (relation !== 'conj' || !/^(?:NOUN|PROPN|PRON)$/.test(upos)) return at;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[head]?.upos ?? '')) return at;
    at = head;
  }
  return at;
}

/** The act below the anchor: the next verb on the way to the target, else its object's noun. */
function actBelow(tokens: readonly Token[], anchor: number, target: number | null): number {
  const way = target === null ? [] : between(tokens, anchor, target).way;
  const verb = way.find((index) => isVerb(tokens, index));
  if (verb !== undefined) return verb;
  const complement = tokens.findIndex(
    (token) => token.head === anchor && /^(?:xcomp|ccomp)$/.test(token.relation ?? ''),
  );
  if (complement >= 0) return complement;
  const noun = way.find((index) => tokens[index]?.upos === 'NOUN');
  if (noun !== undefined) return noun;
  const object = tokens.findIndex(
    (token, index) => token.head === anchor && token.relation === 'obj' && index !== target,
  );
  if (object >= 0 && tokens[object]?.upos === 'NOUN') return object;
  // "hit back with sanctions against Belarus"
  const isWith = (index: number): boolean =>
    tokens.some(
      ({ head, relation, lemma }) => head === index && relation === 'case' && lemma === 'with',
    );
  const means = tokens.findIndex(
    ({ head, relation, upos }, index) =>
      head === anchor && relation === 'obl' && upos === 'NOUN' && index !== target && isWith(index),
  );
  return means >= 0 ? means : anchor;
}

const reporting = /^(?:say|announce|declare|state|reiterate|assert|add|claim|stress|confirm|note)$/;
const itself = /^(?:it|they|he|she|we|I)$/;

/** What somebody says of himself: of "Peru says it will help" the word that joins is "help". */
function reported(tokens: readonly Token[], anchor: number): number {
  if (!reporting.test(tokens[anchor]?.lemma ?? '')) return anchor;
  const content = tokens.findIndex(
    (token) => token.head === anchor && /^(?:ccomp|xcomp|parataxis)$/.test(token.relation ?? ''),
  );
  const subject = tokens.find(
    (token) => token.head === content && /^nsubj/.test(token.relation ?? ''),
  );
  const own = !subject || itself.test(subject.lemma);
  return content >= 0 && own && isContent(tokens, content) ? content : anchor;
}

/** The words that decide; the root where neither relation nor ends are known. */
export function actWords(tokens: readonly Token[], passage: Passage): ActWords {
  const [source, target, given] = [passage.source, passage.target, passage.relation].map(
    (span) => span && headIn(tokens, span),
  ) as [number | null, number | null, number | null];
  const root = Math.max(
    0,
    tokens.findIndex((token) => token.head < 0),
  );
  const above = (end: number): number =>
    upwards(tokens, end)
      .slice(1)
      .find((index) => isContent(tokens, index)) ?? root;
  const single = source ?? target;
  const joined =
    given ??
    (source !== null && target !== null
      ? joining(tokens, source, target)
      : single === null
        ? root
        : above(single));
  const anchor = given === null ? reported(tokens, joined) : joined;
  const inner = actBelow(tokens, anchor, target === null ? null : firstJoined(tokens, target));
  const ways = [source, target].flatMap((end) =>
    end === null ? [] : between(tokens, anchor, end).way,
  );
  const core = [anchor, inner, ...ways];
  const small = tokens.flatMap((token, index) =>
    (token.head === anchor || token.head === inner || token.head === target) &&
    attached.test(token.relation ?? '') &&
    (token.head !== target || token.relation === 'case')
      ? [index]
      : [],
  );
  const relation = [...new Set([...core, ...small])]
    .filter((index) => index !== source && index !== target)
    .sort((a, b) => a - b);
  return { source, target, anchor, inner, relation };
}
