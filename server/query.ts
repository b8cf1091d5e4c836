// Query parameters: each route says which it knows and what is allowed in them; everything else
// is an error that names the parameter. Nothing here indexes an object by what the client sent.

import type { Request } from 'express';
import type { ProblemError } from '../schema/index.ts';
import { nearest } from './nearest.ts';
import { badQuery } from './problem.ts';

export interface Parameter<Value> {
  /** What a good value is, to follow "expected". */
  readonly expected: string;
  /** The value of the text, or undefined where it is not a good one. */
  readonly read: (text: string) => Value | undefined;
}

/** The values of the parameters that were there. */
export type Values<Known extends Record<string, Parameter<unknown>>> = {
  readonly [Name in keyof Known]?: Known[Name] extends Parameter<infer Value>
    ? Value | undefined
    : never;
};

export function wholeNumber(least: number, most: number): Parameter<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read(text) {
      const value = Number(text);
      return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : undefined;
    },
  };
}

export function text(most: number): Parameter<string> {
  return {
    expected: `at most ${most} characters`,
    read: (value) => (value.length <= most ? value : undefined),
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Parameter<Word> {
  return {
    expected: words.join(' or '),
    read: (value) => words.find((word) => word === value),
  };
}

type Kind = 'doc' | 'en' | 'st';

const isIdentifier = (kind: Kind, value: string): boolean =>
  value.startsWith(`${kind}_`) && /^[0-9a-f]{24}$/.test(value.slice(kind.length + 1));

export function identifierOf(kind: Kind): Parameter<string> {
  return {
    expected: `an id such as ${kind}_ and 24 hexadecimal digits`,
    read: (value) => (isIdentifier(kind, value) ? value : undefined),
  };
}

/** Ids with commas between. */
export function identifiersOf(kind: Kind, least: number, most: number): Parameter<string[]> {
  const number = least === most ? String(least) : `${least} to ${most}`;
  return {
    expected: `${number} ids with commas between, each ${kind}_ and 24 hexadecimal digits`,
    read(value) {
      const ids = value.split(',', most + 1);
      const good = ids.length >= least && ids.length <= most;
      return good && ids.every((id) => isIdentifier(kind, id)) ? ids : undefined;
    },
  };
}

/** The parameters of every list. */
export const paging = { limit: wholeNumber(1, 1000), cursor: text(2000) };

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
export function readQuery<Known extends Record<string, Parameter<unknown>>>(
  request: Request,
  known: Known,
): Values<Known> {
  const sent = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
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
