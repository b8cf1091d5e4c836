// GET /livez: the process answers. GET /readyz: it can read its database as well.

import { Router } from 'express';
import type { Store } from '../../store/index.ts';
import { RequestProblem } from '../problem.ts';
import { readOnly } from '../route.ts';

export function healthRoutes(store: Store, isClosing: () => boolean): Router {
  const router = Router();
  readOnly(router, '/livez', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'live' });
  });
  readOnly(router, '/readyz', async (_request, response) => {
    if (isClosing()) throw new RequestProblem(503, 'The server is closing. Try another.');
    await store.revision().catch(() => {
      throw new RequestProblem(503, 'The database cannot be read. The log may say why.');
    });
    response.set('Cache-Control', 'no-store').json({ status: 'ready' });
  });
  return router;
}
