// A PETRARCH actor dictionary: a phrase, synonyms with +, and indented codes with dates.
//   JANE_DOE_
//   +PRESIDENT_DOE_
//   	[KENELI 900101-130409]
//   	[KENGOV >130409]
// Format: openeventdata/petrarch2, docs/source/dictionaries.rst.

import { type ActorCode, readActorCode } from '../lexicon/index.ts';
import { bracketed, type DictionaryLine, dictionaryLines, phraseOf } from './dictionary-lines.ts';
import { GazetteerError } from './gazetteer-error.ts';
import { type GazetteerFile, isDated, type Row, type RowRole } from './row.ts';

interface Draft {
  readonly line: number;
  readonly name: string;
  readonly aliases: string[];
  readonly roles: RowRole[];
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

/** What the codes of one file say, what was doubtful in them, and which parts of them mean nothing. */
interface Codes {
  readonly file: string;
  readonly warnings: string[];
  readonly known: Map<string, ActorCode>;
  readonly dates: Map<string, string>;
}

function readDate(codes: Codes, digits: string | undefined, line: number): string | undefined {
  if (!digits) return undefined;
  const date = codes.dates.get(digits) ?? dateOf(digits);
  if (date) {
    codes.dates.set(digits, date);
    return date;
  }
  throw new GazetteerError(
    codes.file,
    line,
    `Expected a date as YYMMDD or YYYYMMDD, found ${digits}. Correct it.`,
  );
}

function readCode(codes: Codes, code: string, line: number): ActorCode {
  const known = codes.known.get(code);
  if (known) return known;
  const read = readActorCode(code.toUpperCase());
  codes.known.set(code, read);
  for (const part of read.unknown) {
    codes.warnings.push(
      `${codes.file}:${line}: ${part} in ${code} is neither a country nor a sector; it is passed over, here and below.`,
    );
  }
  return read;
}

/** The roles of one code in brackets; null for [---], which says that a phrase is no actor. */
function readRoles(codes: Codes, text: string, line: number): RowRole[] | null {
  const [, code, sign, single, first, second] = codeForm.exec(bracketed(text) ?? '') ?? [];
  if (!code) throw new GazetteerError(codes.file, line, `${expectedCode}, found ${text}.`);
  const from = readDate(codes, first ?? (sign === '>' ? single : undefined), line);
  const to = readDate(codes, second ?? (sign === '<' ? single : undefined), line);
  if (from && to && from > to) {
    codes.warnings.push(
      `${codes.file}:${line}: ${text} ends before it begins (${from}, ${to}), so it never holds.`,
    );
  }
  if (code === '---') return null;
  return code.split('/').map((each) => {
    const { country, sectors } = readCode(codes, each, line);

    if (from && to) return { country, sectors, from, to };
    if (from) return { country, sectors, from };
    return to ? { country, sectors, to } : { country, sectors };
  });
}

/** Codes tell the type only of persons in office and out, companies, blocs and armed groups. */
function typeOf(roles: readonly RowRole[]): Row['type'] {
  const has = (...sectors: string[]): boolean =>
    roles.some((each) => sectors.some((sector) => each.sectors?.includes(sector)));
  if (has('ELI')) return 'person';
  if (has('IGO', 'NGO', 'MNC', 'EUR', 'UNO')) return 'organization';
  return has('REB', 'UAF', 'IMG', 'ISM') ? 'group' : null;
}

function rowOf(draft: Draft, file: string): Row {
  const { roles, name, aliases, line } = draft;
  const [only] = roles;
  const isCountry =
    roles.length === 1 && only?.country && only.sectors?.length === 0 && !isDated(only);
  return {
    file,
    number: line,
    name,
    aliases,
    type: isCountry ? 'country' : typeOf(roles),
    wikidata: null,
    country: isCountry ? (only?.country ?? null) : null,
    sectors: [],
    roles: isCountry ? [] : roles,
    anyCase: true,
  };
}

const codesIn = (text: string): string[] =>
  (text.match(/\[[^[]*|^[^[]+/g) ?? []).map((code) => code.trim());

/** A line with a phrase: the phrase, and the codes behind it. */
function phraseIn({ text, number }: DictionaryLine, file: string): readonly [string, string[]] {
  const end = text.search(/[[\]{}]/);
  const phrase = phraseOf((end < 0 ? text : text.slice(0, end)).replace(/^\+/, ''));
  if (/[\p{L}\p{N}]/u.test(phrase)) return [phrase, end < 0 ? [] : codesIn(text.slice(end))];
  throw new GazetteerError(file, number, `Expected a phrase such as JANE_DOE_, found ${text}.`);
}

/** Reads an actor dictionary. Throws a GazetteerError. */
export function readActors(text: string, file: string): GazetteerFile {
  const codes: Codes = { file, warnings: [], known: new Map(), dates: new Map() };
  const drafts: Draft[] = [];
  for (const line of dictionaryLines(text)) {
    const isCode = line.text.startsWith('[');
    const isSynonym = line.text.startsWith('+');
    let draft = drafts.at(-1);
    if ((isCode || isSynonym) && !draft) {
      const found = `found ${line.text} as the first line`;
      throw new GazetteerError(file, line.number, `Expected a phrase before it, ${found}.`);
    }
    const [phrase, itsCodes] = isCode ? [null, codesIn(line.text)] : phraseIn(line, file);
    if (draft && isSynonym && phrase) draft.aliases.push(phrase);
    else if (!draft || phrase) {
      draft = { line: line.number, name: phrase ?? '', aliases: [], roles: [], isNobody: false };
      drafts.push(draft);
    }
    for (const code of itsCodes) {
      const roles = readRoles(codes, code, line.number);
      if (roles) draft.roles.push(...roles);
      else draft.isNobody = true;
    }
  }
  const rows = drafts.filter((draft) => !draft.isNobody).map((draft) => rowOf(draft, file));
  const lineOf = (number: number): number => number;
  return { name: file, rows, lineOf, agents: new Map(), warnings: codes.warnings };
}
