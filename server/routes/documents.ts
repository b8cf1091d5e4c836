// GET /documents?limit&cursor, newest first; GET /documents/:id, with its text.

import { Router } from 'express';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problem.ts';
import { paging, readQuery } from '../query.ts';
import { idOf, readOnly } from '../route.ts';

export function documentRoutes(store: Store): Router {
  const router = Router();
  readOnly(router, '/documents', async (request, response) => {
    response.json(await store.documents(readQuery(request, paging)));
  });
  readOnly(router, '/documents/:id', async (request, response) => {
    readQuery(request, {});
    const document = await store.document(idOf(request));
    if (!document) throw notFound('document', idOf(request));
    response.json(document);
  });
  return router;
}
