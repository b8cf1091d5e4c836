// Predicates of a sentence: what carries a clause, in which words, and who is said to do it.
// "Iran has refused to release him" is one predicate, "has refused to release".

import type { Token } from '../../schema/index.ts';
import { children, type Tree } from './tree.ts';

export interface Predicate {
  readonly rule: 'verb' | 'copula';
  /** Token that the clause hangs on, and the lowest verb of its chain, which has the objects. */
  readonly head: number;
  readonly lowest: number;
  /** Every verb from `head` to `lowest`. */
  readonly chain: readonly number[];
  readonly words: readonly number[];
  readonly subject: number;
  readonly negated: boolean;
}

const relativePronoun = /^(?:who|which|that|whom)$/i;
const negation = /^(?:not|n['’]t|never)$/i;
const auxiliary = /^(?:aux|aux:pass|cop)$/;

const textOf = ({ tokens }: Tree, index: number): string => tokens[index]?.text ?? '';

/** Auxiliaries, "not", particle: what belongs to one verb of the chain. */
function wordsOf(tree: Tree, verb: number): number[] {
  const adverbs = children(tree, verb, /^advmod$/).filter((at) => negation.test(textOf(tree, at)));
  return [
    ...children(tree, verb, auxiliary),
    ...children(tree, verb, /^compound:prt$/),
    ...adverbs,
  ];
}

/** The infinitive that completes a verb: "refused to release"; its object's acts are not its own. */
function completion(tree: Tree, verb: number): number | null {
  if (children(tree, verb, /^(?:obj|iobj)$/).length > 0) return null;
  const [below] = children(tree, verb, /^xcomp$/);
  return below !== undefined && tree.tokens[below]?.upos === 'VERB' ? below : null;
}

/** Who the clause of `verb` is about, where it says so itself or shares it with another clause. */
function subjectOf(tree: Tree, verb: number, depth = 0): number | null {
  const token = tree.tokens[verb] as Token;
  const [own] = children(tree, verb, /^(?:nsubj|csubj|expl)/);
  if (own !== undefined) {
    const relative = token.relation === 'acl:relcl' && relativePronoun.test(textOf(tree, own));
    return relative ? token.head : own;
  }
  if (depth > 4 || token.head < 0) return null;
  switch (token.relation) {
    case 'conj':
    case 'parataxis':
      return subjectOf(tree, token.head, depth + 1);
    case 'advcl':
      return token.features.verbForm === 'finite' ? null : subjectOf(tree, token.head, depth + 1);
    case 'xcomp': {
      const [object] = children(tree, token.head, /^obj$/);
      return object ?? subjectOf(tree, token.head, depth + 1);
    }
    case 'acl':
      return token.xpos === 'VBN' || token.xpos === 'VBG' ? token.head : null;
    default:
      return null;
  }
}

/** "was arrested and jailed": the second participle has its auxiliaries from the first. */
function sharedAuxiliaries(tree: Tree, verb: number): number[] {
  const token = tree.tokens[verb] as Token;
  const first = tree.tokens[token.head];
  if (token.relation !== 'conj' || !first || token.xpos !== first.xpos) return [];
  return children(tree, verb, auxiliary).length === 0 && children(tree, verb, /^nsubj/).length === 0
    ? children(tree, token.head, auxiliary)
    : [];
}

function chainOf(tree: Tree, verb: number): number[] {
  const chain = [verb];
  for (let next = completion(tree, verb); next !== null; next = completion(tree, next)) {
    chain.push(next);
  }
  return chain;
}

function predicateAt(tree: Tree, head: number): Predicate | null {
  const token = tree.tokens[head] as Token;
  const copulas = children(tree, head, /^cop$/);
  const isVerb =
    token.upos === 'VERB' && !/^(?:amod|compound|case|fixed|flat)/.test(token.relation ?? '');
  if (!isVerb && copulas.length === 0) return null;
  const governor = tree.tokens[token.head];
  const completes = token.relation === 'xcomp' && governor && completion(tree, token.head) === head;
  if (completes) return null;
  const subject = subjectOf(tree, head);
  if (subject === null || subject === head) return null;
  const chain = copulas.length > 0 ? [head] : chainOf(tree, head);
  const lower = chain.slice(1).flatMap((at) => [...children(tree, at, /^mark$/), at]);
  const helpers = chain.flatMap((at) => wordsOf(tree, at));
  const own = copulas.length > 0 ? [] : [head];
  const words = [...own, ...lower, ...helpers, ...sharedAuxiliaries(tree, head)];
  return {
    rule: copulas.length > 0 ? 'copula' : 'verb',
    head,
    lowest: chain.at(-1) as number,
    chain,
    words,
    subject,
    negated: words.some((at) => negation.test(textOf(tree, at))),
  };
}

/** The predicates of a sentence that say something of somebody or something. */
export const predicatesOf = (tree: Tree): Predicate[] =>
  tree.tokens.flatMap((_, index) => predicateAt(tree, index) ?? []);
