// A word in favour of names that are known: where a form of the lexicon's organizations stands
// ("World Bank", "Hamas"), its tags get a lead over the others before the best path is sought.

import { builtInGazetteer } from '../lexicon/index.ts';

/** Chosen on the development sentences (docs/model-trials.md); log-probabilities. */
const lead = 4;

/** Spans of tokens, end exclusive, that are an organization's name in the lexicon. */
export function knownOrganizations(words: readonly string[]): [start: number, end: number][] {
  const text = words.join(' ');
  const starts: number[] = [];
  let offset = 0;
  for (const word of words) {
    starts.push(offset);
    offset += word.length + 1;
  }
  const found: [number, number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const start = starts[at] as number;
    const form = builtInGazetteer.match(text, start);
    if (form?.entity.type !== 'organization') continue;
    const stop = start + form.text.length;
    const end = starts.findIndex((each, index) => index > at && each >= stop);
    const last = end < 0 ? words.length : end;
    found.push([at, last]);
    at = last - 1;
  }
  return found;
}

/** Adds the lead to the scores of a sentence's names; `names` is the inventory of tags. */
export function leadKnownNames(
  words: readonly string[],
  scores: number[][],
  names: readonly string[],
): void {
  const [begin, inside] = [names.indexOf('B-ORG'), names.indexOf('I-ORG')];
  for (const [start, end] of knownOrganizations(words)) {
    for (let at = start; at < end; at += 1) {
      const row = scores[at] as number[];
      const tag = at === start ? begin : inside;
      row[tag] = (row[tag] as number) + lead;
    }
  }
}
