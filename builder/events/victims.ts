// How many people an act killed, wounded or took, where the sentence counts them: "killing at least
// nine", "30 schoolboys were kidnapped". The words that say so stand beside the number.

import type { Token, Victims } from '../../schema/index.ts';

type Harm = Victims['harm'];

const harms: readonly (readonly [Harm, RegExp])[] = [
  [
    'killed',
    /^(?:kill|murder|slay|massacre|execute|assassinate|die|behead|dead|slaughter|lynch|hang)$/,
  ],
  ['wounded', /^(?:wound|injure|hurt|maim)$/],
  ['abducted', /^(?:kidnap|abduct|capture|snatch)$/],
  ['detained', /^(?:arrest|detain|jail|imprison|round)$/],
  ['displaced', /^(?:displace|evict|deport|expel|uproot)$/],
];

const units = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000 };

const notPeople =
  /^(?:year|month|week|day|hour|house|home|building|car|vehicle|tank|missile|rocket|percent|dollar|kilometre|mile|village|town)$/;

/** A numeral as a number: "9", "1,200", "twenty-three", "hundred"; null for other words. */
export function numberOf(text: string): number | null {
  const word = text.toLowerCase();
  if (/^\d{1,3}(?:,\d{3})*$|^\d+$/.test(word)) return Number(word.replaceAll(',', ''));
  const [ten = '', unit] = word.split('-');
  if (units.includes(word)) return units.indexOf(word);
  const start = tens.indexOf(ten);
  if (start < 0) return scales[word] ?? null;
  return (start + 2) * 10 + (unit ? Math.max(0, units.indexOf(unit)) : 0);
}

/** The number that a noun is counted by, with the token that says it. */
function countOf(
  tokens: readonly Token[],
  noun: number,
): { count: number; words: number[] } | null {
  const own = tokens[noun] as Token;
  if (notPeople.test(own.lemma)) return null;
  const parts = tokens.flatMap((token, index) =>
    token.head === noun && /^nummod/.test(token.relation ?? '') ? [index] : [],
  );
  const words =
    parts.length > 0
      ? parts.flatMap((part) => [
          ...tokens.flatMap((token, index) =>
            token.head === part && /^(?:compound|nummod)$/.test(token.relation ?? '')
              ? [index]
              : [],
          ),
          part,
        ])
      : own.upos === 'NUM'
        ? [noun]
        : [];
  const numbers = words.map((index) => numberOf((tokens[index] as Token).text));
  if (numbers.length === 0 || numbers.includes(null)) return null;
  const count = (numbers as number[]).reduce(
    (sum, number) => (number >= 100 && sum > 0 && sum < number ? sum * number : sum + number),
    0,
  );
  const shown = words.includes(noun) ? words : [...words, noun];
  return count > 0 ? { count, words: shown } : null;
}

const counted = /^(?:obj|nsubj|nsubj:pass|obl)$/;

/** The victims that the act itself or a word hanging on it counts. */
export function victimsOf(tokens: readonly Token[], acts: readonly number[]): Victims[] {
  const near = tokens.flatMap((token, index) =>
    acts.includes(index) || acts.includes(token.head) ? [index] : [],
  );
  const found = near.flatMap((verb): Victims[] => {
    const token = tokens[verb] as Token;
    const harm = harms.find(([, lemmas]) => lemmas.test(token.lemma))?.[0];
    if (!harm) return [];
    const dead = /^(?:die|dead)$/.test(token.lemma);
    const passive = token.features.voice === 'passive';
    return tokens.flatMap((noun, index): Victims[] => {
      const relation = noun.relation ?? '';
      if (noun.head !== verb || !counted.test(relation) || relation === 'obl') return [];
      if (relation === 'nsubj' && !dead && !passive) return [];
      const number = countOf(tokens, index);
      if (!number) return [];
      const text = number.words.map((at) => (tokens[at] as Token).text).join(' ');
      return [{ harm, count: number.count, text }];
    });
  });
  return found.filter(
    ({ harm }, index) => found.findIndex((other) => other.harm === harm) === index,
  );
}
