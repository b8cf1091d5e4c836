// GET /statements?entity&source&target&pair=a,b&document&ids=a,b,c&limit&cursor, newest document
// first and then as in the text; GET /statements/:id.

import { Router } from 'express';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problem.ts';
import { identifierOf, identifiersOf, paging, readQuery } from '../query.ts';
import { idOf, readOnly } from '../route.ts';

const parameters = {
  entity: identifierOf('en'),
  source: identifierOf('en'),
  target: identifierOf('en'),
  pair: identifiersOf('en', 2, 2),
  document: identifierOf('doc'),
  ids: identifiersOf('st', 1, 500),
  ...paging,
};

const pairOf = ([a, b]: readonly string[] = []): [string, string] | undefined =>
  a !== undefined && b !== undefined ? [a, b] : undefined;

export function statementRoutes(store: Store): Router {
  const router = Router();
  readOnly(router, '/statements', async (request, response) => {
    const query = readQuery(request, parameters);
    response.json(await store.statements({ ...query, pair: pairOf(query.pair) }));
  });
  readOnly(router, '/statements/:id', async (request, response) => {
    readQuery(request, {});
    const statement = await store.statement(idOf(request));
    if (!statement) throw notFound('statement', idOf(request));
    response.json(statement);
  });
  return router;
}
