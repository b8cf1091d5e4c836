// A country with an agent noun acts as that country: "Russian forces", "China's foreign minister",
// "the government of Mali". The noun alone names nobody yet.

import type { Sentence, UnlinkedMention } from '../../schema/index.ts';
import { type Gazetteer, titleSectors } from '../lexicon/index.ts';
import { caseOf, dependents } from './tree.ts';

/** The parts of a known name that matter here. */
interface Modifier {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** Whether the noun, alone or with the words before it, is an agent: "wardens", "river wardens". */
function isAgent({ tokens }: Sentence, noun: number, gazetteer: Gazetteer): boolean {
  const token = tokens[noun];
  if (token?.upos !== 'NOUN' && token?.upos !== 'PROPN') return false;
  const [text, lemma] = [token.text.toLowerCase(), token.lemma.toLowerCase()];
  if ([text, lemma].some((word) => gazetteer.agentSector(word) || titleSectors.has(word))) {
    return true;
  }
  const words = tokens
    .slice(Math.max(0, noun - 2), noun + 1)
    .map((each) => each.text.toLowerCase());
  return words.some((_, at) => gazetteer.agentSector(words.slice(at).join(' ')));
}

/** Whether the noun is part of a person's name or stands in apposition to one. */
function besideName(sentence: Sentence, noun: number): boolean {
  const { tokens } = sentence;
  const token = tokens[noun];
  const named = (index: number): boolean => /-PER$/.test(tokens[index]?.name ?? '');
  if (/^(?:nmod:desc|flat|compound)$/.test(token?.relation ?? '')) return named(token?.head ?? -1);
  if (token?.relation === 'appos' && named(token.head)) return true;
  return dependents(sentence, noun, /^(?:appos|flat)$/).some(named);
}

/** The nominal mention that a country makes with the noun it modifies; null where it makes none. */
export function nominalOf(
  sentence: Sentence,
  country: Modifier,
  mention: UnlinkedMention,
  gazetteer: Gazetteer,
): UnlinkedMention | null {
  const { tokens } = sentence;
  const token = tokens[country.head];
  const noun = token?.head ?? -1;
  const agent = tokens[noun];
  if (!token || !agent || mention.type !== 'country' || !isAgent(sentence, noun, gazetteer))
    return null;
  const before = /^(?:amod|compound|nmod:poss)$/.test(token.relation ?? '') && country.head < noun;
  const behind = token.relation === 'nmod' && caseOf(sentence, country.head) === 'of';
  if ((!before && !behind) || besideName(sentence, noun)) return null;
  return {
    ...mention,
    start: before ? country.start : agent.start,
    end: before ? agent.end : country.end,
    kind: 'nominal',
    role: /^(?:amod|compound)$/.test(agent.relation ?? '') ? 'attribute' : 'actor',
  };
}
