// The server on one page: what a request passes through, in this order.

import express, { type Express, Router } from 'express';
import type { Store } from '../store/index.ts';
import { conditional } from './conditional.ts';
import { isLoopback, knownHostsOnly } from './host.ts';
import { routerOf } from './operation.ts';
import { readingOperations } from './operations.ts';
import { answerProblem, unknownRoute } from './problem-answer.ts';
import { healthRoutes } from './routes/health.ts';
import { viewer } from './routes/viewer.ts';
import { securityHeaders } from './security-headers.ts';

export interface AppOptions {
  readonly store: Store;
  /** Folder of the built viewer, with index.html. */
  readonly clientFolder: string;
  /** Address that it will listen on; 127.0.0.1 where not given. Loopback is guarded by name. */
  readonly host?: string;
  /** Gets a line for every request that fails by our fault. */
  readonly log: (message: string) => void;
}

/** The Express application: the API under /api/v1, health, and the viewer for everything else. */
export function createApp({ store, clientFolder, host = '127.0.0.1', log }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(securityHeaders);
  if (isLoopback(host)) app.use(knownHostsOnly(host));
  app.use(healthRoutes(store));

  const api = Router();
  api.use(conditional(store));
  api.use(routerOf(readingOperations(store)));
  app.use('/api/v1', api);
  app.use('/api', unknownRoute);

  app.use(viewer(clientFolder));
  app.use(answerProblem(log));
  return app;
}
