// Open information extraction: what every predicate of a sentence says, n-ary, whether or not
// actors take part. "Kenya sent troops to Haiti in June" → (sent; Kenya, troops, to Haiti, in June).

import type { OpenTuple, Phrase, Sentence, Token } from '../../schema/index.ts';
import { type Predicate, predicatesOf } from './predicate.ts';
import { children, phraseOf, subtree, type Tree, treeOf, trimmed } from './tree.ts';

/** What hangs on a noun and is no part of the argument that it heads. */
const besideArgument = /^(?:acl:relcl|appos|parataxis|cc:preconj)$/;
/** The same where that noun is the predicate of a clause: "he is a clerk who …" is about a clerk. */
const besideNoun =
  /^(?:acl:relcl|appos|parataxis|conj|cc|cc:preconj|nsubj.*|csubj.*|expl|cop|aux.*|mark|advcl.*|obl.*|ccomp|punct)$/;
/** What hangs on a predicate noun and belongs to its clause. */
const besidePredicate =
  /^(?:nsubj.*|csubj.*|expl|cop|aux.*|mark|advcl.*|punct|cc|conj|parataxis|obl:tmod|obl:npmod)$/;

interface Shape {
  readonly relation: readonly number[];
  readonly arguments: readonly (readonly number[])[];
}

/** The words of an argument; of a noun that is a predicate as well, those of the noun alone. */
function argumentAt(tree: Tree, index: number): number[] {
  const isPredicate = children(tree, index, /^cop$/).length > 0;
  const clause = /^(?:ccomp|xcomp|csubj|root)/.test(tree.tokens[index]?.relation ?? '');
  const leftOut = isPredicate && !clause ? besideNoun : besideArgument;
  return trimmed(tree, subtree(tree, index, leftOut));
}

/** What a relative pronoun stands for; any other token is itself. */
function antecedentOf({ tokens }: Tree, index: number): number {
  const token = tokens[index] as Token;
  const clause = tokens[token.head];
  const stands = clause?.relation === 'acl:relcl' && /^W(?:DT|P)$/.test(token.xpos ?? '');
  return stands ? clause.head : index;
}

/** The words of a predicate's subject, without preposition, "and" and the predicate itself. */
function subjectOf(tree: Tree, { subject, head }: Predicate): number[] {
  const below = tree.tokens[head]?.head === subject ? subtree(tree, head) : [];
  const other = [...prepositions(tree, subject), ...children(tree, subject, /^cc$/), ...below];
  return trimmed(
    tree,
    argumentAt(tree, subject).filter((at) => !other.includes(at)),
  );
}

const prepositions = (tree: Tree, index: number): number[] =>
  children(tree, index, /^case$/).flatMap((at) => subtree(tree, at));

/** "caught and jailed the thief": a verb right before "and" has the objects of the one behind it. */
function sharedObjects(tree: Tree, verb: number): number[] {
  const second = children(tree, verb, /^conj$/).find((at) => at === verb + 2);
  const joined = second !== undefined && tree.tokens[verb + 1]?.relation === 'cc';
  return joined ? children(tree, second, /^obj$/) : [];
}

/** A verb with its objects; without one, its first preposition goes to the relation. */
function shapeOfVerb(tree: Tree, predicate: Predicate): Shape {
  const { chain, lowest, words, subject } = predicate;
  const all = (relation: RegExp): number[] =>
    chain
      .flatMap((at) => children(tree, at, relation))
      .filter((at) => at !== subject && !words.includes(at))
      .sort((a, b) => a - b);
  const own = [
    ...all(/^(?:iobj|obj)$/),
    ...children(tree, lowest, /^(?:ccomp|xcomp)$/).filter((at) => !chain.includes(at)),
  ];
  const objects = own.length > 0 ? own : sharedObjects(tree, lowest);
  const obliques = all(/^obl/);
  const behind = obliques.filter((at) => at > lowest && prepositions(tree, at).length > 0);
  const first = objects.length === 0 ? behind[0] : undefined;
  const moved = first === undefined ? [] : prepositions(tree, first);
  const rest = obliques.filter((at) => at !== first);
  const firstPhrase =
    first === undefined
      ? []
      : [
          trimmed(
            tree,
            subtree(tree, first, besideArgument).filter((at) => !moved.includes(at)),
          ),
        ];
  return {
    relation: [...words, ...moved],
    arguments: [
      ...objects.map((at) => argumentAt(tree, antecedentOf(tree, at))),
      ...firstPhrase,
      ...rest.map((at) => argumentAt(tree, at)),
    ],
  };
}

function shapeOfCopula(tree: Tree, { head, words }: Predicate): Shape {
  const circumstances = children(tree, head, /^obl:(?:tmod|npmod)$/);
  return {
    relation: words,
    arguments: [
      trimmed(tree, subtree(tree, head, besidePredicate)),
      ...circumstances.map((at) => argumentAt(tree, at)),
    ],
  };
}

/** How sure: shorter tuples with a subject near their verb are right more often. */
function confidenceOf(predicate: Predicate, parts: readonly Phrase[]): number {
  const length = parts.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const base = predicate.rule === 'verb' ? 0.9 : 0.8;
  return Math.round(Math.max(0.1, base - 0.015 * length) * 100) / 100;
}

function tupleOf(text: string, tree: Tree, predicate: Predicate): OpenTuple | null {
  const shape =
    predicate.rule === 'verb' ? shapeOfVerb(tree, predicate) : shapeOfCopula(tree, predicate);
  const relation = phraseOf(text, tree, shape.relation);
  const parts = [subjectOf(tree, predicate), ...shape.arguments].flatMap(
    (indexes) => phraseOf(text, tree, indexes) ?? [],
  );
  if (!relation || parts.length < 2) return null;
  return {
    sentence: tree.sentence.index,
    relation,
    arguments: parts as OpenTuple['arguments'],
    polarity: predicate.negated ? 'negative' : 'positive',
    confidence: confidenceOf(predicate, parts),
    rule: `tuple-${predicate.rule}`,
  };
}

/** Every open tuple of parsed sentences, in the order of the text. */
export function findTuples(text: string, sentences: readonly Sentence[]): OpenTuple[] {
  return sentences.flatMap((sentence) => {
    const tree = treeOf(sentence);
    return predicatesOf(tree).flatMap((predicate) => tupleOf(text, tree, predicate) ?? []);
  });
}
