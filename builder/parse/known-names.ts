// What is added to the scores of names before the best path is sought: a word in favour of no name, and
// a lead for the tags of a form of the lexicon's organizations where it stands ("World Bank", "Hamas").

import { builtInGazetteer } from '../lexicon/index.ts';

/** Chosen on the development sentences (docs/model-trials.md); log-probabilities. */
const lead = 4;
const forNoName = 0.6;

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

/** Weighs the scores of a sentence's names in place; `names` is the inventory of tags. */
export function weighNames(
  words: readonly string[],
  scores: number[][],
  names: readonly string[],
): void {
  const [none, begin, inside] = ['O', 'B-ORG', 'I-ORG'].map((tag) => names.indexOf(tag)) as [
    number,
    number,
    number,
  ];
  for (const row of scores) row[none] = (row[none] as number) + forNoName;
  for (const [start, end] of knownOrganizations(words)) {
    for (let at = start; at < end; at += 1) {
      const row = scores[at] as number[];
      const tag = at === start ? begin : inside;
      row[tag] = (row[tag] as number) + lead;
    }
  }
}
