// Extractions with everything that a filter asks for: made from a few actors, words and days by
// numbers, so that the same numbers give the same extraction.

import {
  contentHash,
  type Entity,
  type Event,
  type Extraction,
  identifier,
  type Statement,
  validate,
} from '../../schema/index.ts';
import { documentId, entityId } from './extraction.ts';

export const names = ['Norland', 'Sudmark', 'Wang Yi', '__proto__', 'Ostrava Group', 'Wałęsa'];
const types = ['country', 'country', 'person', 'other', 'organization', 'person'] as const;
const countries = ['NOR', 'SUD', 'NOR', null, 'SUD', null];
const sectors = [['GOV'], ['GOV', 'MIL'], ['GOV'], [], ['BUS'], ['COP']];
const verbs = ['accused', 'met', 'bought ships from', 'thanked', 'shelled'];
const eventTypes = ['ACCUSE', 'CONSULT', 'AID', null, 'ASSAULT'] as const;
const quads = [3, 1, 2, 0, 4] as const;
const intensities = [-3.5, 1, 5.2, null, -9.1];
export const publishers = ['The Test Post', 'Daily Näws', null];
const days = ['2024-02-29', '2024-03-01', '2024-03-01T22:30:00-05:00', null, '2023-12-31'];
const eventDays = ['2024-02-28', '2024-01-01', null, '2024-03-04', '2023-12-30'];
const kinds = ['event', 'stance', 'role'] as const;
const modalities = ['actual', 'future', 'hypothetical', 'demanded', 'threatened'] as const;
const places = ['Geneva', 'the “old” harbour', 'Sudmark'];

/** One statement by small numbers. */
export interface Seed {
  readonly source: number;
  readonly target: number | null;
  readonly verb: number;
  readonly turn: number;
}

export interface ArticleSeed {
  readonly url: number;
  readonly day: number;
  readonly publisher: number;
  readonly seeds: readonly Seed[];
}

const at = <Value>(list: readonly Value[], index: number): Value =>
  list[index % list.length] as Value;

function eventOf({ verb, turn }: Seed, sentence: string): Event | null {
  if (turn % 7 === 6) return null;
  const event: Event = {
    scheme: 'PLOVER',
    type: at(eventTypes, verb),
    mode: turn % 2 === 0 ? null : 'arrest',
    context: turn % 3 === 0 ? ['military', 'diplomatic'] : [],
    quad: at(quads, verb),
    intensity: at(intensities, verb),
    rule: 'classifier',
  };
  if (turn % 5 === 0) return event;
  return {
    ...event,
    probability: turn % 2 === 0 ? null : 0.369,
    victims: turn % 4 === 0 ? [{ harm: 'wounded', count: 3, text: 'three' }] : [],
    reasons: [
      { decides: 'type', feature: 'anchor', text: at(verbs, verb) },
      { decides: 'context', feature: 'military', text: sentence.slice(0, 4) },
      { decides: 'mode', feature: 'shape', text: 'not in the sentence' },
    ],
  };
}

function statementOf(document: string, seed: Seed, index: number, offset: number): Statement {
  const { source, target, verb, turn } = seed;
  const [from, words] = [at(names, source), at(verbs, verb)];
  const to = target === null ? 'nobody' : at(names, target);
  const exact = `${from} ${words} ${to} once more, in the month of number ${index}.`;
  const [start, end] = [offset, offset + exact.length];
  const begin = start + from.length + 1 + words.length + 1;
  const day = at(eventDays, turn);
  const said = turn % 3;
  const reading = identifier('st', [document, index, source, target, verb, turn]);
  return {
    id: reading,
    kind: at(kinds, turn),
    group: turn % 2 === 0 ? identifier('gr', [document, turn]) : null,
    source: { entity: entityId(from), text: from, start, end: start + from.length },
    relation: {
      text: turn % 4 === 1 ? `${words} again` : words,
      lemma: words,
      start: start + from.length + 1,
      end: begin - 1,
    },
    target:
      target === null
        ? null
        : {
            entity: entityId(to),
            text: turn % 6 === 5 ? 'another text' : to,
            start: begin,
            end: begin + to.length,
          },
    reciprocal: target !== null && verb % 5 === 1,
    event: eventOf(seed, exact),
    polarity: turn % 5 === 4 ? 'negative' : 'positive',
    modality: at(modalities, turn),
    time:
      turn % 4 === 3
        ? null
        : {
            text: turn % 2 === 0 ? 'once more' : null,
            start: day,
            end: turn % 3 === 0 ? day : '2024-03-31',
            precision: day === null ? 'unknown' : 'day',
            basis: day === null ? 'none' : 'explicit',
          },
    location:
      turn % 3 === 0
        ? null
        : {
            text: at(places, turn),
            entity: turn % 2 === 0 ? entityId(at(names, turn)) : null,
            country: turn % 5 === 1 ? null : 'CHE',
          },
    attribution: {
      type: at(['author', 'indirect', 'direct-quote'] as const, said),
      speaker: said === 0 ? null : turn % 4 === 1 ? null : entityId(at(names, turn + verb)),
      text: said === 0 ? null : at(names, turn),
      cue: said === 1 ? 'said' : null,
    },
    evidence: {
      ...{ document, sentence: index, start, end, exact },
      prefix: turn % 2 === 0 ? '' : '\ud83d half',
      suffix: 'after',
    },
    confidence: { value: at([0.8, 0.333, 0.5], turn), method: 'test' },
    provenance: { extractor: 'test@1', model: turn % 2 === 0 ? null : 'm', rule: 'marked' },
  };
}

function entitiesOf(article: ArticleSeed): Entity[] {
  return names.map((name, index) => ({
    id: entityId(name),
    type: at(types, index),
    name: article.url % 3 === 2 ? name.toUpperCase() : name,
    aliases: [
      { text: name, count: 1 + (article.url % 4) },
      { text: `the ${name}`, count: 1 },
    ],
    identifiers: index === 0 ? { iso3166: 'NOR' } : {},
    country: at(countries, index),
    sectors: at(sectors, index),
    roles: index === 2 ? [{ title: 'minister', of: null, from: null, to: '2024-01-01' }] : [],
  }));
}

/** The extraction of an article by numbers; it satisfies the schema, or this throws. */
export function richExtraction(article: ArticleSeed): Extraction {
  const url = `https://example.org/rich/${article.url}`;
  const id = documentId(url);
  let text = '';
  const statements = article.seeds.map((seed, index) => {
    const statement = statementOf(id, seed, index, text.length);
    text += `${statement.evidence.exact}\n`;
    return statement;
  });
  const result = validate('extraction', {
    document: {
      ...{ id, url, title: `Article ${article.url}`, description: null, author: null },
      publisher: at(publishers, article.publisher),
      ...{ language: 'en', published: at(days, article.day), retrieved: null },
      ...{ mediaType: 'text/plain', contentHash: contentHash(text), duplicateOf: null, text },
    },
    entities: entitiesOf(article),
    statements,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}
