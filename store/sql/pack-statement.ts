// A statement as a row, and back, bit for bit. What the queries ask for has columns. Words that
// stand in the document's text are kept as offsets into it; words that come again and again as the
// number of a term; the rest as a list without names, in bytes.

import type { Attribution, Statement, StatementLocation } from '../../schema/index.ts';
import {
  attributions,
  bytesOf,
  codeOf,
  dayNumber,
  idOf,
  kinds,
  modalities,
  polarities,
} from './codes.ts';
import { pack, unpack, unpackFirst } from './pack-bytes.ts';
import {
  type PackedEvent,
  type PackedTime,
  packEvent,
  packTime,
  unpackEvent,
  unpackTime,
} from './pack-event.ts';
import {
  type PackedArgument,
  packArgument,
  packWords,
  prefixOf,
  suffixOf,
  unpackArgument,
  unpackWords,
  type Words,
} from './pack-words.ts';
import type { StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

/** The entities by id and by key, for the rows of a document or a page. */
export interface EntityKeys {
  keyOf(id: string): number;
  idOf(key: number): string;
}

type Packed = [
  /** Term of method, extractor, model and rule, as JSON. */
  made: number,
  sentence: number,
  start: number,
  length: number,
  /** Prefix and suffix where they are not the usual; 0 where they are. */
  around: [string, string] | 0,
  source: PackedArgument,
  /** Words, lemma (a term), start and length. */
  relation: [Words, number, number, number],
  target: PackedArgument | 0,
  group: Uint8Array | 0,
  event: PackedEvent | 0,
  time: PackedTime | 0,
  location: [string | null] | 0,
  /** Words and cue of the attribution. */
  words: Words,
  cue: Words,
];

const relationPlace = 6 satisfies keyof Packed;

/** The columns of a statement that do not depend on the store. */
export type PackedStatement = Omit<
  StatementRow,
  'key' | 'document' | 'ordinal' | 'published' | 'day' | 'hidden'
>;

const packGroup = (group: string | null): Uint8Array | 0 =>
  group === null ? 0 : Buffer.from(group.slice('gr_'.length), 'hex');

/** The statement as columns; its terms are kept. */
export function packStatement(
  statement: Statement,
  text: string,
  entities: EntityKeys,
  terms: Terms,
): PackedStatement {
  const { source, relation, target, event, time, location, attribution, evidence } = statement;
  const { confidence, provenance } = statement;
  const { start, exact, prefix, suffix } = evidence;
  const usual = prefix === prefixOf(text, evidence) && suffix === suffixOf(text, evidence);
  const packed: Packed = [
    terms.keep(
      JSON.stringify([confidence.method, provenance.extractor, provenance.model, provenance.rule]),
    ),
    evidence.sentence,
    start,
    evidence.end - start,
    usual ? 0 : [prefix, suffix],
    packArgument(source, text, start),
    [
      packWords(relation.text, exact),
      terms.keep(relation.lemma),
      relation.start - start,
      relation.end - relation.start,
    ],
    target ? packArgument(target, text, start) : 0,
    packGroup(statement.group),
    event ? packEvent(event, exact, terms) : 0,
    time ? packTime(time, exact) : 0,
    location ? [location.country] : 0,
    packWords(attribution.text, exact),
    packWords(attribution.cue, exact),
  ];
  return {
    id: bytesOf('st', statement.id) as Buffer,
    event_day: dayNumber(time?.start),
    source: entities.keyOf(source.entity),
    target: target ? entities.keyOf(target.entity) : null,
    kind: codeOf(kinds, statement.kind),
    type: event?.type == null ? null : terms.keep(event.type),
    quad: event?.quad ?? 0,
    polarity: codeOf(polarities, statement.polarity),
    modality: codeOf(modalities, statement.modality),
    reciprocal: Number(statement.reciprocal),
    intensity: event?.intensity == null ? null : Math.round(event.intensity * 1000),
    attribution: codeOf(attributions, attribution.type),
    speaker: attribution.speaker === null ? null : entities.keyOf(attribution.speaker),
    place: location?.entity ? entities.keyOf(location.entity) : null,
    place_text: location ? terms.keep(location.text) : null,
    confidence: confidence.value,
    record: pack(packed),
  };
}

/** The lemma of the relation of a packed record. */
export function lemmaOf(record: Uint8Array | string, terms: Terms): string {
  const bytes = typeof record === 'string' ? Buffer.from(record, 'hex') : record;
  const [, lemma] = unpackFirst(bytes, relationPlace + 1)[relationPlace] as Packed[6];
  return terms.text(lemma);
}

/** What reading a statement needs of its row. */
export type PackedRow = PackedStatement & { readonly document: number };

/** The statement of a row; `document` is the document's id, `text` its text. */
export function unpackStatement(
  row: PackedRow,
  document: string,
  text: string,
  entities: EntityKeys,
  terms: Terms,
): Statement {
  const [made, sentence, start, length, around, source, relation, target, group, ...rest] =
    unpack<Packed>(row.record);
  const [event, time, location, words, cue] = rest;
  const end = start + length;
  const exact = text.slice(start, end);
  const [method, extractor, model, rule] =
    terms.value<[string, string, string | null, string]>(made);
  const [phrase, lemma, begin, size] = relation;
  return {
    id: idOf('st', row.id),
    kind: kinds[row.kind] as Statement['kind'],
    group: group === 0 ? null : `gr_${Buffer.from(group).toString('hex')}`,
    source: { entity: entities.idOf(row.source), ...unpackArgument(source, text, start) },
    relation: {
      text: unpackWords(phrase, exact) as string,
      lemma: terms.text(lemma),
      start: start + begin,
      end: start + begin + size,
    },
    target:
      target === 0 || row.target === null
        ? null
        : { entity: entities.idOf(row.target), ...unpackArgument(target, text, start) },
    reciprocal: row.reciprocal === 1,
    event: event === 0 ? null : unpackEvent(event, row, exact, terms),
    polarity: polarities[row.polarity] as Statement['polarity'],
    modality: modalities[row.modality] as Statement['modality'],
    time: time === 0 ? null : unpackTime(time, row.event_day, exact),
    location: location === 0 ? null : locationOf(row, location[0], entities, terms),
    attribution: {
      type: attributions[row.attribution] as Attribution['type'],
      speaker: row.speaker === null ? null : entities.idOf(row.speaker),
      text: unpackWords(words, exact),
      cue: unpackWords(cue, exact),
    },
    evidence: {
      document,
      sentence,
      start,
      end,
      exact,
      prefix: around === 0 ? prefixOf(text, { start }) : around[0],
      suffix: around === 0 ? suffixOf(text, { end }) : around[1],
    },
    confidence: { value: row.confidence, method },
    provenance: { extractor, model, rule },
  };
}

function locationOf(
  row: PackedRow,
  country: string | null,
  entities: EntityKeys,
  terms: Terms,
): StatementLocation {
  return {
    text: terms.text(row.place_text as number),
    entity: row.place === null ? null : entities.idOf(row.place),
    country,
  };
}
