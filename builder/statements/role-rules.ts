// Lasting relations: what somebody is of somebody, and whose a body is.
//
//   role-title       Russian President Vladimir Putin                 Putin → Russia: president of
//   role-apposition  Wang Yi, China's foreign minister, …             Wang Yi → China: foreign minister of
//   role-copula      Ruto is the president of Kenya                   Ruto → Kenya: president of
//                    Sweden is a member of the EU                     Sweden → EU: member of
//   role-lead        the FTC, led by Lina Khan                        Khan → FTC: led
//   role-attribute   Kenyan police, the ICC's judges                   police → Kenya: of

import type { Token } from '../../schema/index.ts';
import { agentSectors, bodyNouns, titleAround, titleSectors, titleText } from '../lexicon/index.ts';
import { type Actor, children, type Finding, prepositionOf, type Reading } from './reading.ts';
import { stanceOf } from './stance.ts';

const actual = { polarity: 'positive', modality: 'actual' } as const;

/** Nouns for how one actor stands to another, whoever they are. */
const relational =
  /^(?:member|ally|partner|neighbou?r|rival|subsidiary|unit|branch|arm|wing|affiliate|parent|owner|founder|co-founder|cofounder|part|shareholder|supplier|customer|sponsor|patron|signatory|victim|enemy|foe|competitor|stronghold|supporter|backer)$/;
/** Nouns for who belongs to a person. */
const servants =
  /^(?:spokesman|spokeswoman|spokesperson|lawyer|attorney|aide|adviser|advisor|deputy|assistant|ally|rival|friend|associate|supporter|backer|successor|predecessor|opponent|challenger|partner|bodyguard|doctor|coach|wife|husband|son|daughter|brother|sister|father|mother|parent|uncle|aunt|cousin|nephew|niece|widow|widower|grandson|granddaughter|grandfather|grandmother|twin|fianc[eé]e?|girlfriend|boyfriend|colleague|teammate|accuser|victim|running mate|mate|envoy|secretary|chief|critic|protege|mentor)$/;

/** Whether the noun is a title, or says how its holder stands to somebody. */
function says(reading: Reading, index: number, holder: Actor): boolean {
  const token = reading.tokens[index];
  const words = [token?.text, token?.lemma].map((word) => word?.toLowerCase() ?? '');
  if (words.some((word) => relational.test(word))) return true;
  if (holder.mention.type !== 'person' || words.some((word) => bodyNouns.has(word))) return false;
  return words.some(
    (word) => titleSectors.has(word) || servants.test(word) || agentSectors.has(word),
  );
}

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

/** "a spokesman for the ministry, Almaz Tursunbekov,": the name may hang on the ministry. */
function holderOf({ tokens }: Reading, noun: number): number {
  const token = tokens[noun];
  const above = tokens[token?.head ?? -1];
  const isBody = bodyNouns.has(token?.lemma.toLowerCase() ?? '');
  return isBody && token?.relation === 'nmod' && servants.test(above?.lemma ?? '')
    ? token.head
    : noun;
}

/** Nouns that may be the title of the person at token `head`, with the rule that says so. */
function titlesOf(reading: Reading, head: number): [number, string][] {
  const token = reading.tokens[head];
  const before = children(reading, head, /^(?:nmod:desc|compound|flat)$/).filter((at) => at < head);
  const behind = children(reading, head, /^appos$/);
  const governor = token?.relation === 'appos' ? [holderOf(reading, token.head)] : [];
  const predicate = token?.relation === 'nsubj' ? [token.head] : [];
  return [
    ...before.map((at): [number, string] => [at, 'role-title']),
    ...[...behind, ...governor].map((at): [number, string] => [at, 'role-apposition']),
    ...predicate
      .filter((at) => children(reading, at, /^cop$/).length > 0)
      .map((at): [number, string] => [at, 'role-copula']),
  ];
}

const modifiers = /^(?:amod|compound|nmod|nmod:poss|nmod:desc)$/;

/** Whom a title or relational noun belongs to: a country, an organization, or of some nouns a person. */
function ownerOf(reading: Reading, noun: number, holder: Actor): Actor | null {
  const owners = reading.mentions.filter(({ head, from, mention }) => {
    if (head === holder.head || mention.type === 'place') return false;
    const token = reading.tokens[head];
    if (!modifiers.test(token?.relation ?? '')) return false;
    if (!/^(?:|of|in|for|to|at|with|from|on|by)$/.test(prepositionOf(reading, head))) return false;
    if (mention.type === 'person') return token?.head === noun && isPersonal(reading, noun, head);
    const ofHolder = prepositionOf(reading, head) === 'of' || from < noun;
    return token?.head === noun || (token?.head === holder.head && ofHolder);
  });
  const nominal = reading.mentions.find(
    ({ head, mention }) => head === noun && mention.kind === 'nominal',
  );
  return (
    owners[0] ??
    ownerOfWhose(reading, noun) ??
    (holder.mention.kind === 'named' ? (nominal ?? null) : null)
  );
}

/** "Hungary, whose foreign minister, …". */
function ownerOfWhose(reading: Reading, noun: number): Actor | null {
  const whose = children(reading, noun, /^nmod:poss$/).some((at) =>
    /^whose$/i.test(reading.tokens[at]?.text ?? ''),
  );
  let at = whose ? noun : -1;
  for (let step = 0; step < 6 && at >= 0; step += 1) {
    const token = reading.tokens[at];
    at = token?.head ?? -1;
    if (token?.relation === 'acl:relcl') {
      return (
        reading.mentions.find(({ head, mention }) => head === at && mention.role === 'actor') ??
        null
      );
    }
  }
  return null;
}

/** "Putin's spokesman", "a lawyer for Navalny": a person may be served, but not "president Smith". */
const isPersonal = (reading: Reading, noun: number, owner: number): boolean =>
  servants.test(reading.tokens[noun]?.lemma.toLowerCase() ?? '') &&
  (reading.tokens[owner]?.relation === 'nmod:poss' ||
    /^(?:of|for|to)$/.test(prepositionOf(reading, owner)));

/** "their manager, Oldřich Tůma": whatever the noun, whose he is stands before it. */
const isPossessed = (reading: Reading, noun: number, { mention }: Actor): boolean =>
  mention.type === 'person' &&
  mention.kind === 'named' &&
  children(reading, noun, /^nmod:poss$/).length > 0 &&
  !bodyNouns.has(reading.tokens[noun]?.lemma.toLowerCase() ?? '');

/** All titles and standings that a sentence gives. */
export function roleFindings(reading: Reading): Finding[] {
  const holders = reading.mentions.filter(({ mention }) => mention.role === 'actor');
  return holders.flatMap((person) =>
    titlesOf(reading, person.head).flatMap(([noun, rule]): Finding[] => {
      const isSaid = says(reading, noun, person) || isPossessed(reading, noun, person);
      const owner = isSaid ? ownerOf(reading, noun, person) : null;
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
          ...(rule === 'role-copula' ? stanceOf(reading, noun) : actual),
          anchor: noun,
        },
      ];
    }),
  );
}

const leading = /^(?:(?:co-)?chair|head|lead)$/;

/** A verb's finding as a role where the verb says who is at the head of a body. */
export function withLeaders(finding: Finding): Finding {
  const { kind, source, target, relation } = finding;
  const isBody = /^(?:organization|group|country)$/.test(target?.mention.type ?? '');
  const leads = isBody && leading.test(relation.lemma) && source.mention.type !== 'place';
  return kind === 'event' && leads ? { ...finding, kind: 'role', rule: 'role-lead' } : finding;
}

const possessing = /^(?:amod|compound|nmod:poss)$/;

/** "of" for a body; for a person described by a title, that title. */
function standing({ tokens }: Reading, { mention, head }: Actor, noun: Token): Finding['relation'] {
  const title = mention.type === 'person' ? titleAround(tokens, head) : null;
  const [first, last] = title ? [tokens[title[0]], tokens[title[1] - 1]] : [noun, noun];
  const text = title ? `${titleText(tokens.slice(title[0], title[1]))} of` : 'of';
  return {
    text,
    lemma: text.replace(/ of$/, '') || text,
    start: first?.start ?? noun.start,
    end: last?.end ?? noun.end,
  };
}

/**
 * Whose a body or group is, told by the adjective, possessive or "of" with its noun; a person who is named by
 * the possessive alone: "Bangladesh's Muhammad Yunus".
 */
export function attributeFindings(reading: Reading): Finding[] {
  const { tokens, mentions } = reading;
  const bodies = mentions.filter(({ mention }) =>
    /^(?:organization|group)$/.test(mention.type)
      ? mention.kind !== 'pronoun'
      : mention.type === 'person' && mention.kind !== 'pronoun',
  );
  return bodies.flatMap((body): Finding[] => {
    const isNamed = body.mention.type === 'person' && body.mention.kind === 'named';
    const nouns = [body.head, ...children(reading, body.head, /^(?:nmod:desc|compound|appos)$/)];
    const owner = mentions.find(({ head, mention }) => {
      const token = tokens[head];
      if (
        !/^(?:country|organization)$/.test(mention.type) ||
        mention.entity === body.mention.entity
      )
        return false;
      const at = token?.head ?? -1;
      const isInside = body.from <= at && at < body.to;
      if (isNamed) return isInside && token?.relation === 'nmod:poss';
      if (!isInside && !nouns.includes(at)) return false;
      return (
        possessing.test(token?.relation ?? '') ||
        (token?.relation === 'nmod' && prepositionOf(reading, head) === 'of')
      );
    });
    const noun = tokens[body.head];
    if (!owner || !noun) return [];
    return [
      {
        rule: 'role-attribute',
        kind: 'role',
        source: body,
        target: owner,
        relation: standing(reading, body, noun),
        reciprocal: false,
        ...actual,
        anchor: body.head,
      },
    ];
  });
}
