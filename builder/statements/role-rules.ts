// Lasting relations between a person and a country or organization.
//
//   role-title       Russian President Vladimir Putin                 Putin → Russia: president of
//   role-apposition  Wang Yi, China's foreign minister, …             Wang Yi → China: foreign minister of
//   role-copula      Ruto is the president of Kenya                   Ruto → Kenya: president of

import { titleAround, titleSectors } from '../lexicon/index.ts';
import { type Actor, children, type Finding, type Reading } from './reading.ts';

const isTitle = (reading: Reading, index: number): boolean => {
  const token = reading.tokens[index];
  return [token?.text, token?.lemma].some((word) => titleSectors.has(word?.toLowerCase() ?? ''));
};

/** The words of the title around a noun, "former" with them. */
function titleSpan(reading: Reading, noun: number): [number, number] {
  const [from, to] = titleAround(reading.tokens, noun) ?? [noun, noun + 1];
  return [from, to - 1];
}

/** "former" or the like beside a title: the role is over. */
function isPast(reading: Reading, noun: number, person: number): boolean {
  return [noun, person]
    .flatMap((at) => children(reading, at, /^(?:amod|advmod)$/))
    .some((at) => /^(?:former|ex|late|then|ousted|deposed)$/i.test(reading.tokens[at]?.text ?? ''));
}

/** Nouns that may be the title of the person at token `head`, with the rule that says so. */
function titlesOf(reading: Reading, head: number): [number, string][] {
  const token = reading.tokens[head];
  const before = children(reading, head, /^(?:nmod:desc|compound|flat)$/).filter((at) => at < head);
  const behind = children(reading, head, /^appos$/);
  const governor = token?.relation === 'appos' ? [token.head] : [];
  const predicate = token?.relation === 'nsubj' ? [token.head] : [];
  return [
    ...before.map((at): [number, string] => [at, 'role-title']),
    ...[...behind, ...governor].map((at): [number, string] => [at, 'role-apposition']),
    ...predicate
      .filter((at) => children(reading, at, /^cop$/).length > 0)
      .map((at): [number, string] => [at, 'role-copula']),
  ];
}

/** The country or organization that a title is in. */
function ownerOf(reading: Reading, noun: number, person: Actor): Actor | null {
  const modifiers = /^(?:amod|compound|nmod|nmod:poss|nmod:desc)$/;
  const owners = reading.mentions.filter(({ head, from, mention }) => {
    if (head === person.head || /^(?:person|place)$/.test(mention.type)) return false;
    const token = reading.tokens[head];
    const hangs = token?.head === noun || (token?.head === person.head && from < noun);
    return hangs && modifiers.test(token?.relation ?? '') && mention.kind === 'named';
  });
  const nominal = reading.mentions.find(
    ({ head, mention }) => head === noun && mention.kind === 'nominal',
  );
  return owners[0] ?? nominal ?? null;
}

/** All roles that a sentence gives to persons. */
export function roleFindings(reading: Reading): Finding[] {
  const persons = reading.mentions.filter(({ mention }) => mention.type === 'person');
  return persons.flatMap((person) =>
    titlesOf(reading, person.head).flatMap(([noun, rule]): Finding[] => {
      const owner = isTitle(reading, noun) ? ownerOf(reading, noun, person) : null;
      if (!owner || person.head === noun) return [];
      const [from, to] = titleSpan(reading, noun);
      const [start, end] = [reading.tokens[from]?.start ?? 0, reading.tokens[to]?.end ?? 0];
      const former = isPast(reading, noun, person.head) ? 'former ' : '';
      const title = former + reading.text.slice(start, end);
      return [
        {
          rule,
          kind: 'role',
          source: person,
          target: owner,
          relation: { text: `${title} of`, lemma: title.toLowerCase(), start, end },
          reciprocal: false,
          polarity: 'positive',
          modality: 'actual',
          anchor: noun,
        },
      ];
    }),
  );
}
