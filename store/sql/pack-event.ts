// The event of a statement and its time as JSON lists without names.

import type { Event, EventReason, StatementTime, Victims } from '../../schema/index.ts';
import { bases, codeOf, dayNumber, dayText, deciders, harms, precisions } from './codes.ts';
import { packWords, unpackWords, type Words } from './pack-words.ts';
import type { StatementRow } from './tables.ts';
import type { Terms } from './terms.ts';

export type PackedEvent = [
  /** Term of scheme, mode, contexts and rule, as JSON. */
  kind: number,
  intensity: number | null,
  /** 0 where there is no such property. */
  probability: [number | null] | 0,
  victims: Words[] | 0,
  reasons: Words[] | 0,
];

export function packEvent(event: Event, sentence: string, terms: Terms): PackedEvent {
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

export function unpackEvent(
  packed: PackedEvent,
  row: Pick<StatementRow, 'type' | 'quad'>,
  sentence: string,
  terms: Terms,
): Event {
  const [kind, intensity, probability, victims, reasons] = packed;
  const [scheme, mode, contexts, rule] =
    terms.value<[Event['scheme'], Event['mode'], Event['context'], Event['rule']]>(kind);
  return {
    scheme,
    type: row.type === null ? null : terms.text(row.type),
    mode,
    context: [...contexts],
    quad: row.quad as Event['quad'],
    intensity,
    rule,
    ...(probability === 0 ? {} : { probability: probability[0] }),
    ...(victims === 0 ? {} : { victims: unpackVictims(victims, sentence) }),
    ...(reasons === 0 ? {} : { reasons: unpackReasons(reasons, sentence, terms) }),
  };
}

/** Words, start (1 for the day in the column), end (1 for the same), precision, basis. */
export type PackedTime = [Words, 1 | string | null, 1 | string | null, number, number];

export function packTime({ text, start, end, precision, basis }: StatementTime, sentence: string) {
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

export function unpackTime(
  packed: PackedTime,
  day: number | null,
  sentence: string,
): StatementTime {
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
