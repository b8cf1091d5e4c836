// GET /graph?view&entity&limit: the graph, or what one entity takes part in, heaviest edges
// first. How many are shown of how many stands in the attributes of the graph.

import { Router } from 'express';
import { serializeGraph } from '../../graph/index.ts';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problem.ts';
import { identifierOf, oneOf, readQuery, wholeNumber } from '../query.ts';
import { readOnly } from '../route.ts';

const parameters = {
  view: oneOf('relations', 'statements'),
  entity: identifierOf('en'),
  limit: wholeNumber(1, 100_000),
};

export function graphRoutes(store: Store): Router {
  const router = Router();
  readOnly(router, '/graph', async (request, response) => {
    const { view = 'relations', entity, limit = 2000 } = readQuery(request, parameters);
    if (entity === undefined) {
      response.json(serializeGraph(await store.read(), { view, limit }));
      return;
    }
    if (!(await store.entity(entity))) throw notFound('entity', entity);
    response.json(serializeGraph(await store.read({ entity }), { view, entity, limit }));
  });
  return router;
}
