// A statement as a row, and back, bit for bit. What the queries ask for has columns. Words that
// stand in the document's text are kept as offsets into it; words that come again and again as the
// number of a term; the rest as a JSON list without names.

import type {
  Attribution,
  Event,
  EventReason,
  Evidence,
  Statement,
  StatementLocation,
  StatementTime,
  Victims,
} from '../../schema/index.ts';
import {
  attributions,
  bases,
  bytesOf,
  codeOf,
  dayNumber,
  dayText,
  deciders,
  harms,
  idOf,
  kinds,
  modalities,
  polarities,
  precisions,
} from './codes.ts';
import type { StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

/** The entities by id and by key, for the rows of a document or a page. */
export interface EntityKeys {
  keyOf(id: string): number;
  idOf(key: number): string;
}

/** Words of the sentence as their place in it (start · 512 + length), others as they are. */
type Words = number | string | null;

function packWords(words: string | null, sentence: string): Words {
  if (words === null || words === '') return words;
  const start = words.length < 512 ? sentence.indexOf(words) : -1;
  return start < 0 ? words : start * 512 + words.length;
}

function unpackWords(words: Words, sentence: string): string | null {
  if (typeof words !== 'number') return words;
  const start = Math.floor(words / 512);
  return sentence.slice(start, start + (words % 512));
}

/** As much of the text before and after a sentence as the builder quotes; never half a character. */
const context = 32;
const prefixOf = (text: string, { start }: Pick<Evidence, 'start'>): string =>
  text.slice(Math.max(0, start - context), start).replace(/^[\udc00-\udfff]/, '');
const suffixOf = (text: string, { end }: Pick<Evidence, 'end'>): string =>
  text.slice(end, end + context).replace(/[\ud800-\udbff]$/, '');

/** An argument: start in the sentence, length, and its text where it is another than that. */
type PackedArgument = [number, number, string?];

function packArgument(
  { start, end, text }: { start: number; end: number; text: string },
  whole: string,
  offset: number,
): PackedArgument {
  return text === whole.slice(start, end)
    ? [start - offset, end - start]
    : [start - offset, end - start, text];
}

function unpackArgument([start, length, text]: PackedArgument, whole: string, offset: number) {
  const begin = offset + start;
  const end = begin + length;
  return { text: text ?? whole.slice(begin, end), start: begin, end };
}

type PackedEvent = [
  /** Term of scheme, mode, contexts and rule, as JSON. */
  kind: number,
  intensity: number | null,
  /** 0 where there is no such property. */
  probability: [number | null] | 0,
  victims: Words[] | 0,
  reasons: Words[] | 0,
];

function packEvent(event: Event, sentence: string, terms: Terms): PackedEvent {
  const { scheme, mode, context: contexts, rule, intensity, probability, victims, reasons } = event;
  return [
    terms.keep(JSON.stringify([scheme, mode, contexts, rule])),
    intensity,
    probability === undefined ? 0 : [probability],
    victims === undefined
      ? 0
      : victims.flatMap(({ harm, count, text }) => [
          codeOf(harms, harm),
          count,
          packWords(text, sentence),
        ]),
    reasons === undefined
      ? 0
      : reasons.flatMap(({ decides, feature, text }) => [
          terms.keep(feature) * 3 + codeOf(deciders, decides),
          packWords(text, sentence),
        ]),
  ];
}

function unpackVictims(packed: Words[], sentence: string): Victims[] {
  return Array.from({ length: packed.length / 3 }, (_, index) => ({
    harm: harms[packed[index * 3] as number] as Victims['harm'],
    count: packed[index * 3 + 1] as number,
    text: unpackWords(packed[index * 3 + 2] as Words, sentence) as string,
  }));
}

function unpackReasons(packed: Words[], sentence: string, terms: Terms): EventReason[] {
  return Array.from({ length: packed.length / 2 }, (_, index) => {
    const code = packed[index * 2] as number;
    return {
      decides: deciders[code % 3] as EventReason['decides'],
      feature: terms.text(Math.floor(code / 3)),
      text: unpackWords(packed[index * 2 + 1] as Words, sentence) as string,
    };
  });
}

function unpackEvent(
  packed: PackedEvent,
  row: Pick<StatementRow, 'type' | 'quad'>,
  sentence: string,
  terms: Terms,
): Event {
  const [kind, intensity, probability, victims, reasons] = packed;
  const [scheme, mode, contexts, rule] = JSON.parse(terms.text(kind));
  return {
    scheme,
    type: row.type === null ? null : terms.text(row.type),
    mode,
    context: contexts,
    quad: row.quad as Event['quad'],
    intensity,
    rule,
    ...(probability === 0 ? {} : { probability: probability[0] }),
    ...(victims === 0 ? {} : { victims: unpackVictims(victims, sentence) }),
    ...(reasons === 0 ? {} : { reasons: unpackReasons(reasons, sentence, terms) }),
  };
}

/** Words, start (1 for the day in the column), end (1 for the same), precision, basis. */
type PackedTime = [Words, 1 | string | null, 1 | string | null, number, number];

function packTime({ text, start, end, precision, basis }: StatementTime, sentence: string) {
  const day = dayNumber(start);
  const packed: PackedTime = [
    packWords(text, sentence),
    day !== null && dayText(day) === start ? 1 : start,
    end === start ? 1 : end,
    codeOf(precisions, precision),
    codeOf(bases, basis),
  ];
  return packed;
}

function unpackTime(packed: PackedTime, day: number | null, sentence: string): StatementTime {
  const [text, first, last, precision, basis] = packed;
  const start = first === 1 ? dayText(day ?? 0) : first;
  return {
    text: unpackWords(text, sentence),
    start,
    end: last === 1 ? start : last,
    precision: precisions[precision] as StatementTime['precision'],
    basis: bases[basis] as StatementTime['basis'],
  };
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
  /** In base64. */
  group: string | 0,
  event: PackedEvent | 0,
  time: PackedTime | 0,
  location: [string | null] | 0,
  /** Words and cue of the attribution. */
  words: Words,
  cue: Words,
];

/** The columns of a statement that do not depend on the store. */
export type PackedStatement = Omit<
  StatementRow,
  'key' | 'document' | 'ordinal' | 'published' | 'day' | 'hidden'
>;

function packGroup(group: string | null): string | 0 {
  if (group === null) return 0;
  return Buffer.from(group.slice('gr_'.length), 'hex').toString('base64url');
}

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
    record: JSON.stringify(packed),
  };
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
    JSON.parse(row.record) as Packed;
  const [event, time, location, words, cue] = rest;
  const end = start + length;
  const exact = text.slice(start, end);
  const [method, extractor, model, rule] = JSON.parse(terms.text(made));
  const [phrase, lemma, begin, size] = relation;
  return {
    id: idOf('st', row.id),
    kind: kinds[row.kind] as Statement['kind'],
    group: group === 0 ? null : `gr_${Buffer.from(group, 'base64url').toString('hex')}`,
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
