// Made-up articles for the benches of the store: as long as real ones, about actors of whom a few
// are in a large part of all articles and most in one or two. The same number gives the same article.

import {
  contentHash,
  type Entity,
  type Extraction,
  identifier,
  type Statement,
} from '../schema/index.ts';

/** Numbers from 0 to 1 that look random: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const actors = 50_000;
const actorIndex = (random: () => number): number => Math.floor(actors * random() ** 6);
const nameOf = (index: number): string => `Actor ${index} of ${(index * 7919) % 1000}`;
const idOf = (index: number): string => identifier('en', ['bench', index]);

/** The id of an actor, heavy ones more often. */
export const madeUpActor = (random: () => number): string => idOf(actorIndex(random));

const verbs = ['accused', 'met', 'thanked', 'sanctioned', 'supplied', 'threatened', 'visited'];
const types = ['ACCUSE', 'CONSULT', 'SUPPORT', 'SANCTION', 'AID', 'THREATEN', 'CONSULT'];
const quads = [3, 1, 1, 4, 2, 3, 1] as const;
const intensities = [-2, 1, 3.5, -6, 5.2, -4.4, 1.9];
const words =
  'after weeks of talks about trade borders fish gas and the safety of ships officials in several capitals said that nobody had expected so much'.split(
    ' ',
  );

const pick = <Value>(list: readonly Value[], random: () => number): Value =>
  list[Math.floor(random() * list.length)] as Value;

export function entityOf(index: number, count: number): Entity {
  const name = nameOf(index);
  return {
    id: idOf(index),
    type: index % 3 === 0 ? 'country' : index % 3 === 1 ? 'person' : 'organization',
    name,
    aliases: [
      { text: name, count },
      ...(index % 2 === 0 ? [{ text: `Actor ${index}`, count: 1 }] : []),
    ],
    identifiers: {},
    country: index % 5 === 0 ? 'NOR' : null,
    sectors: index % 2 === 0 ? ['GOV'] : [],
    roles: index % 7 === 0 ? [{ title: 'minister', of: null, from: null, to: null }] : [],
  };
}

function sentence(source: string, verb: string, target: string, random: () => number): string {
  const rest = Array.from({ length: 14 }, () => pick(words, random)).join(' ');
  return `${source} ${verb} ${target} ${rest} ${Math.floor(random() * 1e6)}.`;
}

export function statementOf(
  document: string,
  index: number,
  ends: readonly [number, number],
  { offset, random }: { offset: number; random: () => number },
): Statement {
  const verb = Math.floor(random() * verbs.length);
  const [source, target] = ends.map(nameOf) as [string, string];
  const phrase = verbs[verb] as string;
  const exact = sentence(source, phrase, target, random);
  const relation = offset + source.length + 1;
  const object = relation + phrase.length + 1;
  return {
    id: identifier('st', [document, index, ...ends]),
    kind: 'event',
    group: random() < 0.3 ? identifier('gr', [document, index]) : null,
    source: { entity: idOf(ends[0]), text: source, start: offset, end: offset + source.length },
    relation: { text: phrase, lemma: phrase, start: relation, end: relation + phrase.length },
    target: { entity: idOf(ends[1]), text: target, start: object, end: object + target.length },
    reciprocal: verb === 1,
    event: {
      scheme: 'PLOVER',
      type: types[verb] as string,
      mode: null,
      context: [],
      quad: quads[verb] as 1 | 2 | 3 | 4,
      intensity: intensities[verb] as number,
      rule: 'classifier',
      probability: Math.round(random() * 1000) / 1000,
      victims: [],
      reasons: ['source', 'anchor', 'relation', 'target'].map((feature, place) => ({
        decides: 'type' as const,
        feature,
        text: [source, phrase, phrase, target][place] as string,
      })),
    },
    polarity: 'positive',
    modality: 'actual',
    time: null,
    location: null,
    attribution: { type: 'author', speaker: null, text: null, cue: null },
    evidence: {
      document,
      sentence: index,
      start: offset,
      end: offset + exact.length,
      exact,
      prefix: '',
      suffix: '',
    },
    confidence: { value: 0.8, method: 'prior of the rule, not calibrated' },
    provenance: { extractor: 'rules@0.1.0', model: null, rule: 'verb-object' },
  };
}

/** Sets prefix and suffix as the builder does. */
export function placed(statement: Statement, text: string): Statement {
  const { start, end } = statement.evidence;
  const prefix = text.slice(Math.max(0, start - 32), start);
  return {
    ...statement,
    evidence: { ...statement.evidence, prefix, suffix: text.slice(end, end + 32) },
  };
}

/** The `index`th article, with so many statements. */
export function madeUpArticle(index: number, statements: number): Extraction {
  const random = randomNumbers(index + 1);
  const id = identifier('doc', [`https://example.org/made-up/${index}`]);
  const cast = [...new Set(Array.from({ length: 10 }, () => actorIndex(random)))];
  const found: Statement[] = [];
  let text = '';
  for (let each = 0; each < statements; each++) {
    const source = pick(cast, random);
    const target = pick(
      cast.filter((actor) => actor !== source),
      random,
    );
    const statement = statementOf(id, each, [source, target ?? source], {
      offset: text.length,
      random,
    });
    found.push(statement);
    text += `${statement.evidence.exact}\n`;
  }
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3650)));
  return {
    document: {
      id,
      url: `https://example.org/made-up/${index}`,
      title: `Made up, number ${index}`,
      description: null,
      publisher: `Paper ${index % 40}`,
      author: null,
      language: 'en',
      published: day.toISOString().slice(0, 10),
      retrieved: null,
      mediaType: 'text/plain',
      contentHash: contentHash(text),
      duplicateOf: null,
      text,
    },
    entities: cast.map((actor) => entityOf(actor, 1 + (actor % 3))),
    statements: found.map((each) => placed(each, text)),
  };
}
