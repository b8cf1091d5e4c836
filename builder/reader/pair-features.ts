// What the network is told of two mentions in one sentence: the dependency path from one to the
// other, the words on it and their prepositions, what the two are, what stands between them, and
// which rule joins them already. Each feature is a short text; the network looks up its hash.

import type { Mention, Sentence, Statement, Token } from '../../schema/index.ts';

/** A mention with the token of its sentence that the others hang on. */
export interface Placed {
  readonly mention: Mention;
  readonly head: number;
}

/** A path through the tree: up from the source, then down to the target. */
export interface TreePath {
  /** From the source's head to the topmost token, which is the last of both. */
  readonly up: readonly number[];
  /** From the target's head to the topmost token. */
  readonly down: readonly number[];
}

export interface PairFeatures {
  /** The topmost token of the path. */
  readonly top: number;
  /** From the target's head up to the topmost token. */
  readonly down: readonly number[];
  /** Tokens of the path that head neither mention; the top where there are none. */
  readonly inner: readonly number[];
  /** Arcs of the path. */
  readonly length: number;
  readonly features: readonly string[];
}

/** Places every mention of a sentence in its tree; one that covers no token is left out. */
export function placed(sentence: Sentence, mentions: readonly Mention[]): Placed[] {
  const { tokens } = sentence;
  return mentions.flatMap((mention): Placed[] => {
    const from = tokens.findIndex((token) => token.end > mention.start);
    const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
    if (from < 0 || to <= from) return [];
    const outside = (index: number): boolean => {
      const head = tokens[index]?.head ?? -1;
      return (head < from || head >= to) && tokens[index]?.upos !== 'PUNCT';
    };
    let head = from;
    while (head < to && !outside(head)) head += 1;
    return [{ mention, head: head < to ? head : from }];
  });
}

function pathToRoot(tokens: readonly Token[], from: number): number[] {
  const path = [from];
  for (let at = tokens[from]?.head ?? -1; at >= 0; at = tokens[at]?.head ?? -1) path.push(at);
  return path;
}

export function pathBetween(tokens: readonly Token[], source: number, target: number): TreePath {
  const fromSource = pathToRoot(tokens, source);
  const fromTarget = pathToRoot(tokens, target);
  const meeting = fromTarget.findIndex((token) => fromSource.includes(token));
  const top = fromTarget[meeting] as number;
  return {
    up: fromSource.slice(0, fromSource.indexOf(top) + 1),
    down: fromTarget.slice(0, meeting + 1),
  };
}

/** The preposition of every noun of a sentence, "" for none. */
export function prepositions(tokens: readonly Token[]): string[] {
  const found = tokens.map((): string[] => []);
  for (const token of tokens) {
    if (token.relation === 'case' && token.xpos !== 'POS') {
      found[token.head]?.push(token.lemma.toLowerCase());
    }
  }
  return found.map((words) => words.join(' '));
}

const bins = [1, 2, 3, 5, 8, 12, 18, 26];
const binOf = (distance: number): number => bins.filter((most) => distance > most).length;

const lemma = (token: Token | undefined): string => token?.lemma.toLowerCase() ?? '';

/** What rules say of the two, in the direction of the pair or the other. */
function ruleFeatures(a: Mention, b: Mention, statements: readonly Statement[]): string[] {
  return statements.flatMap(({ source, target, kind, reciprocal, provenance }): string[] => {
    if (!target) return [];
    const forth = source.entity === a.entity && target.entity === b.entity;
    const back = source.entity === b.entity && target.entity === a.entity;
    if (!forth && !back) return [];
    const [first, second] = forth ? [a, b] : [b, a];
    const here = source.start === first.start && target.start === second.start;
    const way = forth ? 'forth' : 'back';
    return [
      `rule ${way}`,
      `rule ${way} ${provenance.rule}`,
      `rule ${way} ${reciprocal}`,
      `rule ${way} ${kind}`,
      ...(here ? [`rule here ${way}`, `rule here ${way} ${provenance.rule}`] : []),
    ];
  });
}

function betweenFeatures(
  tokens: readonly Token[],
  a: Placed,
  b: Placed,
  others: readonly Placed[],
): string[] {
  const [low, high] = [Math.min(a.head, b.head), Math.max(a.head, b.head)];
  const middle = tokens.slice(low + 1, high);
  const between = new Set(
    others
      .filter(({ head }) => low < head && head < high)
      .map(({ mention }) => mention.entity)
      .filter((entity) => entity !== a.mention.entity && entity !== b.mention.entity),
  );
  const verbs = middle.filter(({ upos }) => upos === 'VERB').length;
  return [
    `between ${Math.min(5, between.size)}`,
    `verbs ${Math.min(5, verbs)}`,
    `distance ${binOf(high - low)} ${a.head < b.head}`,
    ...(middle.some(({ text }) => /["“”]/.test(text)) ? ['quote'] : []),
    ...(middle.some(({ text }) => /[;:]/.test(text)) ? ['semicolon'] : []),
    ...(high - low <= 4 ? [`middle ${middle.map(lemma).join(' ')}`] : []),
  ];
}

function kindFeatures({ mention: a }: Placed, { mention: b }: Placed): string[] {
  const inside = (x: Mention, y: Mention): boolean => x.start <= y.start && y.end <= x.end;
  return [
    `type a ${a.type}`,
    `type b ${b.type}`,
    `types ${a.type} ${b.type}`,
    `kind a ${a.kind}`,
    `kind b ${b.kind}`,
    `kinds ${a.kind} ${b.kind}`,
    `role a ${a.role}`,
    `role b ${b.role}`,
    `roles ${a.role} ${b.role}`,
    `all ${a.type} ${a.role} ${a.kind} ${b.type} ${b.role} ${b.kind}`,
    ...(inside(a, b) ? ['b in a'] : []),
    ...(inside(b, a) ? ['a in b'] : []),
  ];
}

function pathFeatures(
  tokens: readonly Token[],
  { up, down }: TreePath,
  cases: readonly string[],
): string[] {
  const relation = (index: number): string => tokens[index]?.relation ?? '';
  const [source, target] = [up[0] as number, down[0] as number];
  const top = up.at(-1) as number;
  const sequence = [
    ...up.slice(0, -1).map((index) => `up ${relation(index)}`),
    `top ${tokens[top]?.upos}`,
    ...down
      .slice(0, -1)
      .map((index) => `down ${relation(index)}`)
      .reverse(),
  ];
  const inner = [...up.slice(1), ...down.slice(1, -1)];
  const ends = `${relation(source)} ${relation(target)}`;
  const [ofSource, ofTarget] = [cases[source] ?? '', cases[target] ?? ''];
  const length = up.length + down.length - 2;
  return [
    ...sequence,
    ...sequence.slice(1).map((step, at) => `2 ${sequence[at]}, ${step}`),
    ...sequence.slice(2).map((step, at) => `3 ${sequence[at]}, ${sequence[at + 1]}, ${step}`),
    `path ${sequence.join(', ')}`,
    `length ${Math.min(9, length)}`,
    `lengths ${Math.min(5, up.length)} ${Math.min(5, down.length)}`,
    `top lemma ${lemma(tokens[top])}`,
    `top tag ${tokens[top]?.xpos}`,
    ...new Set(inner.map((index) => `on path ${lemma(tokens[index])}`)),
    `case a ${ofSource}`,
    `case b ${ofTarget}`,
    `cases ${ofSource}, ${ofTarget}`,
    `case of top ${ofTarget}, ${lemma(tokens[top])}`,
    `ends ${ends}`,
    `ends with case ${ends} ${ofSource}, ${ofTarget}`,
    ...up.slice(1, -1).map((index) => `case up ${relation(index)} ${cases[index]}`),
    ...down.slice(1, -1).map((index) => `case down ${relation(index)} ${cases[index]}`),
    `governor a ${relation(source)} ${lemma(tokens[tokens[source]?.head ?? -1])}`,
    `governor b ${relation(target)} ${lemma(tokens[tokens[target]?.head ?? -1])}`,
    ...(tokens.some((token) => token.head === top && /^(?:not|n't|never|no)$/.test(lemma(token)))
      ? ['negated']
      : []),
  ];
}

/** The features of an ordered pair; `found` are the statements that rules made of its sentence. */
export function pairFeatures(
  { tokens }: Sentence,
  source: Placed,
  target: Placed,
  others: readonly Placed[],
  cases: readonly string[],
  found: readonly Statement[],
): PairFeatures {
  const path = pathBetween(tokens, source.head, target.head);
  const top = path.up.at(-1) as number;
  const inner = [...new Set([...path.up.slice(1), ...path.down.slice(1, -1)])].sort(
    (a, b) => a - b,
  );
  return {
    top,
    down: path.down,
    inner: inner.length > 0 ? inner : [top],
    length: path.up.length + path.down.length - 2,
    features: [
      ...pathFeatures(tokens, path, cases),
      ...kindFeatures(source, target),
      ...betweenFeatures(tokens, source, target, others),
      ...ruleFeatures(source.mention, target.mention, found),
    ],
  };
}
