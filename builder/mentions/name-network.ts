// What a name is of, judged by a small network (training/reader.py) over the language model's states
// and features of the name, at all places of a document where it stands: "Terma" and "Conaf" are no
// persons, whatever a single sentence makes them look like.

import type { EntityType, Sentence } from '../../schema/index.ts';
import { givenNameGenders, titleBefore } from '../lexicon/index.ts';
import { networkOf, type ReadSentence, softmax } from '../network/index.ts';
import { acronymBehind, isInitials, isOfBody, isOfThing } from './name-clues.ts';
import type { NameSpan } from './name-mentions.ts';
import model from './name-model.json' with { type: 'json' };
import { caseOf, dependents, headOf, lower } from './tree.ts';

const network = networkOf(model);
/** A thing is nobody: a prize, a law, a ship. */
const types = model.types as readonly (EntityType | 'thing')[];
/** A thing has to be three times as likely as anybody, since nothing is read of it. */
const doubt = Math.log(3);

/** What the network is told of a name, beside the states of its head and of what that hangs on. */
export function nameFeatures(sentence: Sentence, { span, type }: NameSpan): string[] {
  const { tokens } = sentence;
  const head = headOf(sentence, span);
  const token = tokens[head];
  const governor = tokens[token?.head ?? -1];
  const words = tokens.slice(span[0], span[1]);
  const [first, last] = [words[0], words.at(-1)];
  const own = dependents(sentence, head, /^(?:compound|amod|nmod:desc|det)$/).filter(
    (at) => at < span[0],
  );
  const behind = dependents(sentence, head, /^(?:appos|nmod:desc)$/);
  return [
    `marked ${type}`,
    `marked ${type} ${words.length}`,
    `words ${Math.min(5, words.length)}`,
    `given ${givenNameGenders.has(lower(first))} ${type} ${Math.min(3, words.length)}`,
    `title ${titleBefore(tokens, span[0]) !== null}`,
    `article ${own.some((at) => lower(tokens[at]) === 'the')} ${type}`,
    `relation ${token?.relation} ${type}`,
    `case ${caseOf(sentence, head)}`,
    `case ${caseOf(sentence, head)} ${type}`,
    `governor ${token?.relation} ${governor?.lemma.toLowerCase()}`,
    `tag ${token?.xpos} ${type}`,
    `capitals ${words.some(({ text }) => /^\p{Lu}{2,}$/u.test(text))} ${words.length > 1}`,
    `small ${words.some(({ text }) => /^(?:of|and|for|the|&)$/.test(text))} ${type}`,
    `marks ${words.some(({ text }) => /[\d&.!’'-]/.test(text))}`,
    `ending ${lower(last).slice(-3)}`,
    `last ${lower(last)}`,
    ...words.map((each) => `word ${lower(each)}`),
    ...own.map((at) => `before ${tokens[at]?.lemma.toLowerCase()}`),
    ...behind.map((at) => `behind ${tokens[at]?.lemma.toLowerCase()}`),
  ];
}

/** The type that `sum`, the logarithms of chances, speaks for. */
function likeliestType(sum: Float32Array): EntityType | 'thing' {
  const scores = sum.map((value, at) => (types[at] === 'thing' ? value - doubt : value));
  return types[scores.indexOf(Math.max(...scores))] as EntityType | 'thing';
}

/** What a document tells of the names of the same words. */
interface Told {
  /** Sums of the logarithms of chances, by type. */
  sum: Float32Array;
  isBody: boolean;
  isThing: boolean;
}

const textOf = ({ tokens }: Sentence, { span: [from, to] }: NameSpan): string =>
  tokens.slice(from, to).map(lower).join(' ');

function toldOf(
  sentences: readonly ReadSentence[],
  found: readonly (readonly NameSpan[])[],
): Map<string, Told> {
  const told = new Map<string, Told>();
  const of = (text: string): Told => {
    const nothing = { sum: new Float32Array(types.length), isBody: false, isThing: false };
    const known = told.get(text) ?? nothing;
    told.set(text, known);
    return known;
  };
  for (const [index, sentence] of sentences.entries()) {
    for (const name of found[index] ?? []) {
      const head = headOf(sentence, name.span);
      const governor = Math.max(0, sentence.tokens[head]?.head ?? 0);
      const projections = [head, governor].map((at, block) => network.project(sentence, block, at));
      const chances = softmax(network.scores(projections, nameFeatures(sentence, name)));
      const own = of(textOf(sentence, name));
      own.sum = own.sum.map((value, type) => value + Math.log(chances[type] as number));
      own.isBody ||= isOfBody(sentence, name, head);
      if (!isOfThing(sentence, name, head)) continue;
      own.isThing = true;
      const acronym = acronymBehind(sentence, name);
      if (acronym) of(acronym).isThing = true;
    }
  }
  return told;
}

/** The same names with the type that the whole document speaks for. */
export function typedNames(
  sentences: readonly ReadSentence[],
  found: readonly (readonly NameSpan[])[],
): NameSpan[][] {
  const told = toldOf(sentences, found);
  return sentences.map((sentence, index) =>
    (found[index] ?? []).map((name): NameSpan => {
      const { sum, isBody, isThing } = told.get(textOf(sentence, name)) as Told;
      const type = likeliestType(sum);
      if (type === 'thing' || isThing) return { ...name, type: 'other', isThing: true };
      const isMistaken =
        (type === 'person' && isInitials(sentence, name)) ||
        (isBody && /^(?:person|place|other)$/.test(type));
      return { ...name, type: isMistaken ? 'organization' : type };
    }),
  );
}
