// What the statements of a sentence share with each other and need of the whole document.

import type { Document, Entity, Mention, Sentence } from '../../schema/index.ts';
import { quotations, quotedSpeakers } from '../quotations/index.ts';
import type { Quoted } from './attribution.ts';
import { datesOf } from './circumstances.ts';
import type { DateWords } from './dates.ts';
import { type Reading, readingOf } from './reading.ts';

/** A sentence to be read, with what its statements need of the document. */
export interface Context {
  readonly document: Document;
  readonly reading: Reading;
  readonly quoted: Quoted;
  /** ISO 3166 code of an entity's country, by entity id. */
  readonly countries: ReadonlyMap<string, string | null>;
}

/** Every sentence of a document in the order of the text. */
export function contextsOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  entities: readonly Entity[],
): Context[] {
  const countries = new Map(entities.map(({ id, country }) => [id, country]));
  const own = sentences.map((): Mention[] => []);
  for (const mention of mentions) own[mention.sentence]?.push(mention);
  const readings = sentences.map((sentence, index) =>
    readingOf(document.text, sentence, own[index] ?? []),
  );
  const ranges = quotations(document.text);
  const speakers = quotedSpeakers(
    document.text,
    ranges,
    sentences,
    (sentence, head) =>
      readings[sentence]?.mentions.find((actor) => actor.head === head)?.mention ?? null,
  );
  return readings.map((reading, index) => ({
    document,
    reading,
    quoted: { ranges, speaker: speakers.get(index) ?? null },
    countries,
  }));
}

const datesRead = new WeakMap<Context, readonly DateWords[]>();

/** The dates in the words of a sentence, read when the first statement asks. */
export function datesIn(context: Context): readonly DateWords[] {
  const known = datesRead.get(context) ?? datesOf(context.reading, context.document.published);
  datesRead.set(context, known);
  return known;
}
