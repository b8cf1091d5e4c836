// A PETRARCH agent dictionary: nouns of people who act, with the sector they act in.
//   !MINIST! = MINISTER, MINISTERS, MINISTRY, MINISTRIES
//   RIVER_WARDEN [~COP]                  river warden, river wardens
//   COAST_GUARD {} [~COP]                no plural
//   !MINIST!_OF_FISHERIES [~GOVAGR]      minister of fisheries, …
// Format: openeventdata/petrarch2, docs/source/dictionaries.rst.

import { readActorCode } from '../lexicon/index.ts';
import { bracketed, dictionaryLines, phraseOf } from './dictionary-lines.ts';
import { GazetteerError } from './gazetteer-error.ts';
import type { GazetteerFile } from './row.ts';

/** The regular plural: warden → wardens, deputy → deputies, boss → bosses. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

type Classes = ReadonlyMap<string, readonly string[]>;

/** The forms of a phrase with every class in it replaced by each of its words. */
function substituted(phrase: string, classes: Classes, refuse: (found: string) => never): string[] {
  const marker = /![^!]*!/.exec(phrase)?.[0];
  if (!marker) return [phrase];
  const words = classes.get(marker) ?? refuse(marker);
  return words.flatMap((word) => substituted(phrase.replace(marker, word), classes, refuse));
}

const classForm = /^(![^!\s]+!)\s*=\s*(.+)$/;
const nounForm = /^([^[\]{}]+?)\s*(?:\{([^{}]*)\})?\s*(\[.*)$/;

/** Nouns of one line, lower case. Without {…} a regular plural is added, except behind a class or "_". */
function nounsOf(
  phrase: string,
  plural: string | undefined,
  classes: Classes,
  refuse: (found: string) => never,
): string[] {
  const nouns = substituted(phrase, classes, refuse).map((each) => phraseOf(each).toLowerCase());
  if (plural !== undefined) return [...nouns, phraseOf(plural).toLowerCase()].filter(Boolean);
  if (phrase.includes('!') || phrase.endsWith('_')) return nouns;
  return nouns.flatMap((noun) => [noun, pluralOf(noun)]);
}

/** Reads an agent dictionary. Throws a GazetteerError. */
export function readAgents(text: string, file: string): GazetteerFile {
  const classes = new Map<string, readonly string[]>();
  const agents = new Map<string, string>();
  const warnings: string[] = [];
  for (const { number, text: line } of dictionaryLines(text)) {
    const [, marker, words] = classForm.exec(line) ?? [];
    if (marker && words) {
      if (words.includes('!')) {
        throw new GazetteerError(
          file,
          number,
          `Expected plain words in the class ${marker}, found another class in it: ${words}. Write its words out.`,
        );
      }
      classes.set(
        marker,
        words
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean),
      );
      continue;
    }
    const [, phrase = '', plural, code = ''] = nounForm.exec(line) ?? [];
    const inside = bracketed(code.trim());
    if (!phrase || !inside || !/^(?:~[A-Za-z]+|[A-Za-z]+~)$/.test(inside)) {
      throw new GazetteerError(
        file,
        number,
        `Expected a noun with a code, as POLICE {} [~COP] or AID_WORKER [NGO~], found ${line}.`,
      );
    }
    const { sectors, country, unknown } = readActorCode(inside.replace('~', '').toUpperCase());
    if (unknown.length > 0 || country) {
      const part = unknown[0] ?? country;
      warnings.push(`${file}:${number}: ${part} is no sector; it is passed over.`);
    }
    const refuse = (found: string): never => {
      throw new GazetteerError(
        file,
        number,
        `Expected a class that a line above defines, as !MINIST! = MINISTER, MINISTERS; found ${found}.`,
      );
    };
    for (const noun of nounsOf(phrase, plural, classes, refuse)) {
      agents.set(noun, sectors[0] ?? 'UNK');
    }
  }
  return { name: file, rows: [], lineOf: (number) => number, agents, warnings };
}
