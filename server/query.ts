// Query parameters: each operation says which it knows and what is allowed in them; everything else
// is an error that names the parameter. Nothing here indexes an object by what the client sent.

import type { Request } from 'express';
import type { ProblemError } from '../schema/index.ts';
import { nearest } from './nearest.ts';
import { badQuery } from './problem.ts';

/** A JSON Schema of a value, as the OpenAPI document shows it. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

export interface Parameter<Value> {
  /** What a good value is, to follow "expected". */
  readonly expected: string;
  /** The value of the text, or undefined where it is not a good one. */
  readonly read: (text: string) => Value | undefined;
  readonly schema: ParameterSchema;
  /** A sentence for the OpenAPI document. */
  readonly about?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of parameters holds values of every type
export type Parameters = Readonly<Record<string, Parameter<any>>>;

/** The values of the parameters that were there. */
export type Values<Known extends Parameters> = {
  readonly [Name in keyof Known]?: Known[Name] extends Parameter<infer Value>
    ? Value | undefined
    : never;
};

export function wholeNumber(least: number, most: number): Parameter<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    schema: { type: 'integer', minimum: least, maximum: most },
    read(text) {
      const value = Number(text);
      return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : undefined;
    },
  };
}

/** A number from 0 to 1. */
export function share(): Parameter<number> {
  return {
    expected: 'a number from 0 to 1',
    schema: { type: 'number', minimum: 0, maximum: 1 },
    read: (text) => (/^(?:0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(text) ? Number(text) : undefined),
  };
}

export function text(most: number): Parameter<string> {
  return {
    expected: `at most ${most} characters`,
    schema: { type: 'string', maxLength: most },
    read: (value) => (value.length <= most ? value : undefined),
  };
}

/** A text that says something: 1 to `most` characters. */
export function words(most: number): Parameter<string> {
  return {
    expected: `1 to ${most} characters`,
    schema: { type: 'string', minLength: 1, maxLength: most },
    read: (value) => (value.trim() !== '' && value.length <= most ? value : undefined),
  };
}

export function matching(pattern: RegExp, expected: string): Parameter<string> {
  return {
    expected,
    schema: { type: 'string', pattern: pattern.source },
    read: (value) => (pattern.test(value) ? value : undefined),
  };
}

/** A day that the calendar has, as YYYY-MM-DD. */
export function day(): Parameter<string> {
  return {
    expected: 'a day as YYYY-MM-DD',
    schema: { type: 'string', format: 'date' },
    read(value) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
      const time = Date.parse(`${value}T00:00:00Z`);
      const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
      return exists ? value : undefined;
    },
  };
}

export function flag(): Parameter<boolean> {
  return {
    expected: 'true or false',
    schema: { type: 'boolean' },
    read: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Parameter<Word> {
  return {
    expected: words.join(' or '),
    schema: { type: 'string', enum: words },
    read: (value) => words.find((word) => word === value),
  };
}

/** A whole number among these. */
export function oneOfNumbers<N extends number>(...numbers: readonly N[]): Parameter<N> {
  return {
    expected: numbers.join(' or '),
    schema: { type: 'integer', enum: numbers },
    read: (value) => numbers.find((number) => String(number) === value),
  };
}

type Kind = 'doc' | 'en' | 'st' | 'ju' | 'job';

const isIdentifier = (kind: Kind, value: string): boolean =>
  value.startsWith(`${kind}_`) && /^[0-9a-f]{24}$/.test(value.slice(kind.length + 1));

const identifierSchema = (kind: Kind): ParameterSchema => ({
  type: 'string',
  pattern: `^${kind}_[0-9a-f]{24}$`,
});

export function identifierOf(kind: Kind): Parameter<string> {
  return {
    expected: `an id such as ${kind}_ and 24 hexadecimal digits`,
    schema: identifierSchema(kind),
    read: (value) => (isIdentifier(kind, value) ? value : undefined),
  };
}

/** Ids with commas between. */
export function identifiersOf(kind: Kind, least: number, most: number): Parameter<string[]> {
  const number = least === most ? String(least) : `${least} to ${most}`;
  return {
    expected: `${number} ids with commas between, each ${kind}_ and 24 hexadecimal digits`,
    schema: { type: 'array', minItems: least, maxItems: most, items: identifierSchema(kind) },
    read(value) {
      const ids = value.split(',', most + 1);
      const good = ids.length >= least && ids.length <= most;
      return good && ids.every((id) => isIdentifier(kind, id)) ? ids : undefined;
    },
  };
}

/** `a,"b, c"` → `a` and `b, c`; undefined where a quote is left open. */
function split(value: string): string[] | undefined {
  const parts = value.match(/(?:"[^"]*"|[^",])+|(?<=^|,)(?=,|$)/g) ?? [];
  if (parts.join(',') !== value) return undefined;
  return parts.map((part) => part.replace(/^"([^"]*)"$/, '$1'));
}

/** Values with commas between, one of which must hold; one that has a comma stands in quotes. */
export function listOf<Value>(each: Parameter<Value>, most = 100): Parameter<Value[]> {
  return {
    expected: `1 to ${most} values with commas between, each ${each.expected}`,
    schema: { type: 'array', minItems: 1, maxItems: most, items: each.schema },
    read(value) {
      const parts = split(value);
      if (!parts || parts.length < 1 || parts.length > most) return undefined;
      const values = parts.map((part) => each.read(part));
      return values.every((one) => one !== undefined) ? (values as Value[]) : undefined;
    },
  };
}

/** The same parameter with a sentence about it. */
export function about<Value>(sentence: string, parameter: Parameter<Value>): Parameter<Value> {
  return { ...parameter, about: sentence };
}

/** The parameters of every list. */
export const paging = {
  limit: about('Items on the page; 100 where not given.', wholeNumber(1, 1000)),
  cursor: about('`next` of the page before.', text(2000)),
};

const shown = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

function pointer(name: string): string {
  return `/query/${name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function unknown(name: string, known: readonly string[]): ProblemError {
  const near = nearest(name, known);
  return {
    pointer: pointer(name),
    detail: near
      ? `There is no parameter ${shown(name)}; the nearest is "${near}".`
      : `There is no parameter ${shown(name)}; expected none here.`,
  };
}

/** Reads the parameters of a request. Throws a problem 400 with every error in it. */
export function readQuery<Known extends Parameters>(request: Request, known: Known): Values<Known> {
  return readParameters(request.originalUrl.split('?').slice(1).join('?'), known);
}

/** Reads parameters as they stand behind the `?` of an address. Throws as readQuery does. */
export function readParameters<Known extends Parameters>(
  query: string,
  known: Known,
): Values<Known> {
  const sent = new URLSearchParams(query);
  const names = Object.keys(known);
  const errors = [...new Set(sent.keys())]
    .filter((name) => !names.includes(name))
    .map((name) => unknown(name, names));
  const values = names.flatMap((name) => {
    const found = sent.getAll(name);
    const [first] = found;
    if (first === undefined) return [];
    const value = found.length === 1 ? known[name]?.read(first) : undefined;
    if (value !== undefined) return [[name, value] as const];
    const instead = found.length === 1 ? shown(first) : `${found.length} values`;
    errors.push({
      pointer: pointer(name),
      detail: `${name}: expected ${known[name]?.expected}, found ${instead}.`,
    });
    return [];
  });
  if (errors.length > 0) throw badQuery(errors);
  return Object.fromEntries(values) as Values<Known>;
}
