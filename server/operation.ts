// An operation of the API: what it is called, what it takes, what it answers, and who answers it. The
// router and the OpenAPI document are made from the same table, so that neither can say what the
// other does not do.

import { type Request, type Response, Router } from 'express';
import { refuseMethod } from './problem-answer.ts';
import { type Parameters, readQuery, type Values } from './query.ts';

export interface Answer {
  readonly about: string;
  /** Name of a schema in schema/, for a JSON answer. */
  readonly schema?: string;
  /** Media types of a body that is not JSON, or is so as well. */
  readonly mediaTypes?: readonly string[];
}

export interface OperationBody {
  readonly about: string;
  /** Schema by media type; null for bytes. */
  readonly content: Readonly<Record<string, string | null>>;
  readonly example?: (ids: ExampleIds) => unknown;
}

/** Ids that stand in the examples. */
export interface ExampleIds {
  readonly entity: string;
  readonly other: string;
  readonly document: string;
  readonly statement: string;
}

export interface Asked<Query extends Parameters> {
  readonly query: Values<Query>;
  /** What `{id}` stands for in the address; empty where there is none. */
  readonly id: string;
  readonly request: Request;
  readonly response: Response;
}

export interface Operation<Query extends Parameters = Parameters> {
  readonly method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it, under /api/v1. */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: OperationBody;
  /** Answers that are no problem, by status; the first is the usual one. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses of the problems that it may answer with, beyond those that all have. */
  readonly problems?: readonly number[];
  readonly example?: (ids: ExampleIds) => {
    readonly id?: string;
    readonly query?: Readonly<Record<string, string>>;
  };
  readonly answer: (asked: Asked<Query>) => unknown;
}

/** An operation with the types of its parameters seen to, as any other. */
export function operation<Query extends Parameters>(described: Operation<Query>): Operation {
  return described as unknown as Operation;
}

function handlerOf({ query = {}, answer }: Operation) {
  return async (request: Request, response: Response): Promise<void> => {
    const values = readQuery(request, query);
    await answer({ query: values, id: String(request.params.id ?? ''), request, response });
  };
}

/** GET → GET, HEAD. */
const allowed = (operations: readonly Operation[]): string =>
  operations
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    .join(', ');

/** Routes for the operations; a method that a path does not have is 405. */
export function routerOf(operations: readonly Operation[]): Router {
  const router = Router({ caseSensitive: true });
  const paths = new Map<string, Operation[]>();
  for (const each of operations) paths.set(each.path, [...(paths.get(each.path) ?? []), each]);
  for (const [path, those] of paths) {
    const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const each of those) route[each.method](handlerOf(each));
    route.all(refuseMethod(allowed(those)));
  }
  return router;
}
