// A PETRARCH actor dictionary: a phrase, synonyms with +, and indented codes with dates.
//   JANE_DOE_
//   +PRESIDENT_DOE_
//   	[KENELI 900101-130409]
//   	[KENGOV >130409]
// Format: openeventdata/petrarch2, docs/source/dictionaries.rst.

import { readActorCode } from '../lexicon/index.ts';
import { bracketed, type DictionaryLine, dictionaryLines, phraseOf } from './dictionary-lines.ts';
import { GazetteerError } from './gazetteer-error.ts';
import type { Affiliation, GazetteerFile, Row } from './row.ts';

interface Draft {
  readonly line: number;
  readonly name: string;
  readonly aliases: string[];
  readonly affiliations: Affiliation[];
  /** A phrase with the code --- is no actor. */
  isNobody: boolean;
}

const expectedCode =
  'Expected a code such as [DEUGOV], [DEUGOV >051122], [DEUGOV <051122] or [DEUGOV 051122-211208]';
const codeForm = /^([A-Za-z/]+|-{3})(?:\s+(?:([<>])\s*(\S+)|(\d+)\s*-\s*(\d+)))?$/;

/** `051122` → 2005-11-22, `19280101` → 1928-01-01; years to 30 are of this century. Null: no date. */
function dateOf(digits: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(digits) ?? [];
  if (!/^(?:0[1-9]|1[0-2])$/.test(month) || !/^(?:0[1-9]|[12]\d|3[01])$/.test(day)) return null;
  const century = year.length === 4 ? '' : Number(year) > 30 ? '19' : '20';
  return `${century}${year}-${month}-${day}`;
}

/** Reads the codes of one file and keeps what was doubtful in them. */
function codeReader(file: string, warnings: string[]) {
  const unknown = new Map<string, number>();
  const read = (text: string, line: number): Affiliation[] | null => {
    const inside = bracketed(text);
    const [, code, sign, single, first, second] = codeForm.exec(inside ?? '') ?? [];
    if (!code) throw new GazetteerError(file, line, `${expectedCode}, found ${text}.`);
    const date = (digits: string | undefined): string | null => {
      if (!digits) return null;
      const found = dateOf(digits);
      if (found) return found;
      throw new GazetteerError(
        file,
        line,
        `Expected a date as YYMMDD or YYYYMMDD, found ${digits} in ${text}.`,
      );
    };
    const from = date(first ?? (sign === '>' ? single : undefined));
    const to = date(second ?? (sign === '<' ? single : undefined));
    if (from && to && from > to) {
      warnings.push(
        `${file}:${line}: ${text} ends before it begins (${from}, ${to}), so it never holds.`,
      );
    }
    if (code === '---') return null;
    return code.split('/').map((each) => {
      const { country, sectors, unknown: parts } = readActorCode(each.toUpperCase());
      for (const part of parts) if (!unknown.has(part)) unknown.set(part, line);
      return { country, sectors, from, to };
    });
  };
  const warnOfUnknown = (): void => {
    for (const [part, line] of unknown) {
      warnings.push(
        `${file}:${line}: ${part} is neither a country nor a sector; it is passed over.`,
      );
    }
  };
  return { read, warnOfUnknown };
}

/** Affiliations tell the type only of persons in office and out, companies, blocs and armed groups. */
function typeOf(affiliations: readonly Affiliation[]): Row['type'] {
  const has = (...sectors: string[]): boolean =>
    affiliations.some((each) => sectors.some((sector) => each.sectors.includes(sector)));
  if (has('ELI')) return 'person';
  if (has('IGO', 'NGO', 'MNC', 'EUR', 'UNO')) return 'organization';
  return has('REB', 'UAF', 'IMG', 'ISM') ? 'group' : null;
}

function rowOf(draft: Draft, file: string): Row {
  const { affiliations, name, aliases, line } = draft;
  const [only] = affiliations;
  const isCountry =
    affiliations.length === 1 && only?.country && only.sectors.length === 0 && !only.from;
  return {
    file,
    line,
    name,
    aliases,
    type: isCountry ? 'country' : typeOf(affiliations),
    wikidata: null,
    country: isCountry ? (only?.country ?? null) : null,
    sectors: [],
    roles: [],
    affiliations: isCountry ? [] : affiliations,
    anyCase: true,
  };
}

/** Reads an actor dictionary. Throws a GazetteerError. */
export function readActors(text: string, file: string): GazetteerFile {
  const warnings: string[] = [];
  const codes = codeReader(file, warnings);
  const drafts: Draft[] = [];
  const addCode = (draft: Draft, code: string, line: number): void => {
    const affiliations = codes.read(code, line);
    if (affiliations) draft.affiliations.push(...affiliations);
    else draft.isNobody = true;
  };
  const phraseIn = ({ text: line, number }: DictionaryLine): readonly [string, string[]] => {
    const [, phrase = '', rest = ''] = /^\+?([^[\]{}]*)(.*)$/.exec(line) ?? [];
    const name = phraseOf(phrase);
    if (/[\p{L}\p{N}]/u.test(name)) return [name, rest.match(/\[[^[]*/g) ?? (rest ? [rest] : [])];
    throw new GazetteerError(file, number, `Expected a phrase such as JANE_DOE_, found ${line}.`);
  };
  for (const line of dictionaryLines(text)) {
    const draft = drafts.at(-1);
    const isCode = line.text.startsWith('[');
    const isSynonym = line.text.startsWith('+');
    if ((isCode || isSynonym) && !draft) {
      const found = `found ${line.text} as the first line`;
      throw new GazetteerError(file, line.number, `Expected a phrase before it, ${found}.`);
    }
    if (isCode && draft) {
      for (const code of line.text.match(/\[[^[]*/g) ?? [])
        addCode(draft, code.trim(), line.number);
      continue;
    }
    const [name, itsCodes] = phraseIn(line);
    const owner: Draft =
      isSynonym && draft
        ? draft
        : { line: line.number, name, aliases: [], affiliations: [], isNobody: false };
    if (owner === draft) owner.aliases.push(name);
    else drafts.push(owner);
    for (const code of itsCodes) addCode(owner, code.trim(), line.number);
  }
  codes.warnOfUnknown();
  const rows = drafts.filter((draft) => !draft.isNobody).map((draft) => rowOf(draft, file));
  return { rows, agents: new Map(), warnings };
}
