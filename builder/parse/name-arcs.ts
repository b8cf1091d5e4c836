// Sets right how names hang in the tree. A name has one head: of "North Korea" not both words hang
// on the verb. Over which of title and name hangs on the other, treebanks and models waver: of
// "Secretary of State Antony Blinken" the name is the head here and the title its `nmod:desc`.

import type { Token } from '../../schema/index.ts';
import { titleBefore } from '../lexicon/index.ts';

/** How the words of a name hang together. */
const withinName = /^(?:flat|compound|nmod:desc)$/;

type Arc = { head: number; relation: string | null };

/** The token of `[from, to)` that hangs on one outside it. */
function topOf(arcs: readonly Arc[], from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const head = arcs[index]?.head ?? -1;
    if (head < from || head >= to) return index;
  }
  return from;
}

/** Names as `[start, end)`. */
function namesOf(tokens: readonly Token[]): [number, number][] {
  return tokens.flatMap((token, start): [number, number][] => {
    if (!token.name?.startsWith('B-')) return [];
    let end = start + 1;
    while (tokens[end]?.name?.startsWith('I-')) end += 1;
    return [[start, end]];
  });
}

/** Lets all words of a name hang on one: of a person's the first, of another the last such word. */
function gather(
  tokens: readonly Token[],
  arcs: Arc[],
  [start, end]: readonly [number, number],
): void {
  const inside = (index: number): boolean => index >= start && index < end;
  const tops = arcs.flatMap(({ head }, index) => (inside(index) && !inside(head) ? [index] : []));
  const person = tokens[start]?.name === 'B-PER';
  const top = person ? tops[0] : tops.at(-1);
  const same = tops.every((index) => arcs[index]?.head === arcs[top ?? -1]?.head);
  if (top === undefined || tops.length < 2 || !same) return;
  for (const index of tops) {
    if (index !== top) arcs[index] = { head: top, relation: person ? 'flat' : 'compound' };
  }
}

type Name = readonly [start: number, end: number];

const isIn = (index: number, [start, end]: Name): boolean => index >= start && index < end;

/** "Xi Jinping and Russian President Vladimir Putin met": the second name is no part of the first. */
function partSecond(arcs: Arc[], a: Name, b: Name): void {
  const arc = arcs[topOf(arcs, ...b)] as Arc;
  if (!isIn(arc.head, a) || !withinName.test(arc.relation ?? '')) return;
  arc.head = topOf(arcs, ...a);
  arc.relation = 'conj';
}

/** "from the U.S. and European Union": the first name is no part of the second. */
function partFirst(arcs: Arc[], a: Name, b: Name): void {
  const [first, last] = [topOf(arcs, ...a), b[1] - 1];
  const [below, above] = [arcs[first] as Arc, arcs[last] as Arc];
  if (below.head !== last || !withinName.test(below.relation ?? '') || isIn(above.head, a)) return;
  arcs[first] = { ...above };
  arcs[last] = { head: first, relation: 'conj' };
  arcs.forEach((arc, at) => {
    if (at < a[0] && arc.head === last) arc.head = first;
    if (at === a[1]) arc.head = last;
    if (at !== last && isIn(at, b) && isIn(arc.head, a))
      arcs[at] = { head: last, relation: 'compound' };
  });
}

/** Parts names that "and" stands between. */
function part(tokens: readonly Token[], arcs: Arc[], names: readonly Name[]): void {
  names.forEach((b, index) => {
    for (const a of names.slice(0, index)) {
      const between = tokens.slice(a[1], b[0]);
      if (between.filter(({ xpos }) => xpos === 'CC').length !== 1) continue;
      partSecond(arcs, a, b);
      if (between.length === 1) partFirst(arcs, a, b);
    }
  });
}

/** Lets the name take the place of the title in the tree. */
function raise(
  arcs: Arc[],
  title: readonly [number, number],
  name: readonly [number, number],
): void {
  const [noun, head] = [topOf(arcs, ...title), topOf(arcs, ...name)];
  const [above, below] = [arcs[noun] as Arc, arcs[head] as Arc];
  if (below.head < title[0] || below.head >= title[1]) return;
  arcs[head] = { ...above };
  arcs[noun] = { head, relation: 'nmod:desc' };
  arcs.forEach((arc, index) => {
    const outside = index < title[0] || index >= title[1];
    if (arc.head === noun && outside && index !== head) arc.head = head;
  });
  for (let index = name[0]; index < name[1]; index += 1) {
    const arc = arcs[index] as Arc;
    if (index !== head && (arc.head < name[0] || arc.head >= name[1])) {
      arcs[index] = { head, relation: 'flat' };
    }
  }
}

/** "warned U.S. Secretary of State X": behind a verb without an object stands its object. */
function attachToVerb(
  tokens: readonly Token[],
  arcs: Arc[],
  title: readonly [number, number],
  name: readonly [number, number],
): void {
  const head = topOf(arcs, ...name);
  const arc = arcs[head] as Arc;
  let before = title[0] - 1;
  while (/^LOC|OTH$/.test(tokens[before]?.name?.slice(2) ?? '')) before -= 1;
  const hasObject = arcs.some(
    ({ head: on, relation }) => on === before && /^i?obj$/.test(relation ?? ''),
  );
  const strays = arc.head < before && /^(?:nmod|appos|flat|nmod:desc)$/.test(arc.relation ?? '');
  if (tokens[before]?.upos === 'VERB' && !hasObject && strays) {
    arcs[head] = { head: before, relation: 'obj' };
  }
}

/** The tokens with the heads and relations of names set right; the tree stays a tree. */
export function withNameArcs(tokens: readonly Token[]): Token[] {
  const arcs: Arc[] = tokens.map(({ head, relation }) => ({ head, relation }));
  const names = namesOf(tokens);
  part(tokens, arcs, names);
  for (const name of names) {
    gather(tokens, arcs, name);
    const title = titleBefore(tokens, name[0]);
    if (!title || tokens[name[0]]?.name !== 'B-PER') continue;
    raise(arcs, title, name);
    attachToVerb(tokens, arcs, title, name);
  }
  return tokens.map((token, index) => ({ ...token, ...(arcs[index] as Arc) }));
}
