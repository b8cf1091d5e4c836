// GET /export?format=json&view: the whole graph as a file, the same bytes as `whowhom export`.

import { Router } from 'express';
import { formatGraph, serializeGraph } from '../../graph/index.ts';
import type { Store } from '../../store/index.ts';
import { oneOf, readQuery } from '../query.ts';
import { readOnly } from '../route.ts';

const parameters = {
  format: oneOf('json'),
  view: oneOf('statements', 'relations'),
};

export function exportRoutes(store: Store): Router {
  const router = Router();
  readOnly(router, '/export', async (request, response) => {
    const { format = 'json', view = 'statements' } = readQuery(request, parameters);
    const graph = serializeGraph(await store.read(), { view });
    response
      .attachment(`whowhom-${view}.${format}`)
      .type('application/json')
      .send(formatGraph(graph));
  });
  return router;
}
