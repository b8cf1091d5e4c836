// GET /entities?q&limit&cursor, most statements first; GET /entities/:id.

import { Router } from 'express';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problem.ts';
import { paging, readQuery, text } from '../query.ts';
import { idOf, readOnly } from '../route.ts';

export function entityRoutes(store: Store): Router {
  const router = Router();
  readOnly(router, '/entities', async (request, response) => {
    response.json(await store.entities(readQuery(request, { q: text(200), ...paging })));
  });
  readOnly(router, '/entities/:id', async (request, response) => {
    readQuery(request, {});
    const summary = await store.entity(idOf(request));
    if (!summary) throw notFound('entity', idOf(request));
    response.json(summary);
  });
  return router;
}
