// When and where: the date and the place that stand in the clause of a statement. The date of
// "said on Monday" is when it was said, not when what is said happened.

import type { StatementLocation, StatementTime } from '../../schema/index.ts';
import type { DateWords } from './dates.ts';
import { datesIn } from './dates.ts';
import { type Finding, prepositionOf, type Reading } from './reading.ts';

const predicate = /^(?:VERB|AUX)$/;

/** The token whose clause `index` stands in: the nearest verb above, or the root. */
function clauseOf({ tokens }: Reading, index: number): number {
  let at = index;
  for (let step = 0; step < tokens.length; step += 1) {
    const head = tokens[at]?.head ?? -1;
    if (head < 0) return at;
    at = head;
    if (predicate.test(tokens[at]?.upos ?? '')) return at;
  }
  return at;
}

/** The clauses whose circumstances hold for an anchor, nearest first: "agreed on Monday to lift". */
function clausesFor(reading: Reading, anchor: number): number[] {
  const { tokens } = reading;
  const isVerb = predicate.test(tokens[anchor]?.upos ?? '');
  const clauses = isVerb ? [anchor] : [anchor, clauseOf(reading, anchor)];
  for (let step = 0; step < 4; step += 1) {
    const last = tokens[clauses.at(-1) ?? -1];
    if (!last || last.head < 0 || !/^(?:xcomp|conj|advcl)$/.test(last.relation ?? '')) break;
    clauses.push(last.head);
  }
  return clauses;
}

/** Whether token `index` hangs somewhere below `top` without another verb between. */
function standsIn(reading: Reading, index: number, top: number): boolean {
  let at = index;
  for (let step = 0; step < 12; step += 1) {
    at = reading.tokens[at]?.head ?? -1;
    if (at === top) return true;
    if (at < 0 || predicate.test(reading.tokens[at]?.upos ?? '')) return false;
  }
  return false;
}

/** The dates of a sentence, with offsets in the document. */
export function datesOf({ text, sentence }: Reading, published: string | null): DateWords[] {
  return datesIn(text.slice(sentence.start, sentence.end), published).map((each) => ({
    ...each,
    start: each.start + sentence.start,
    end: each.end + sentence.start,
  }));
}

/** The token of the date that hangs outside it. */
function headOfWords({ tokens }: Reading, { start, end }: { start: number; end: number }): number {
  const inside = tokens.flatMap((token, index) =>
    token.end > start && token.start < end ? [index] : [],
  );
  return inside.find((index) => !inside.includes(tokens[index]?.head ?? -1)) ?? inside[0] ?? -1;
}

/** When the act of a finding is said to happen; null where its clause has no date. */
export function timeOf(
  reading: Reading,
  dates: readonly DateWords[],
  { anchor, modality }: Finding,
): StatementTime | null {
  const placed = dates.map((date) => ({ date, head: headOfWords(reading, date) }));
  for (const clause of clausesFor(reading, anchor)) {
    const found = placed.find(({ head }) => standsIn(reading, head, clause));
    // "agreed on Monday to lift": it is the agreement that has been.
    const toCome = clause === anchor && /^(?:future|demanded)$/.test(modality);
    if (found) return found.date.value(toCome);
  }
  return null;
}

const locative = /^(?:in|at|near|inside|outside|across|throughout|around|within|off|along)$/;

/** Where it is said to happen: a place in its clause that is none of its ends. */
export function locationOf(
  reading: Reading,
  { anchor, source, target }: Finding,
  countries: ReadonlyMap<string, string | null>,
): StatementLocation | null {
  const places = reading.mentions.filter(
    ({ mention, head }) =>
      mention.role === 'place' &&
      mention.entity !== source.mention.entity &&
      mention.entity !== target?.mention.entity &&
      locative.test(prepositionOf(reading, head)),
  );
  for (const clause of clausesFor(reading, anchor)) {
    const found = places.find(({ head }) => standsIn(reading, head, clause));
    if (!found) continue;
    const { start, end, entity } = found.mention;
    return { text: reading.text.slice(start, end), entity, country: countries.get(entity) ?? null };
  }
  return null;
}
