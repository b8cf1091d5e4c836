// The server on one page: what a request passes through, in this order.

import { randomUUID } from 'node:crypto';
import compression from 'compression';
import cors from 'cors';
import express, { type Express, Router } from 'express';
import type { Logger } from 'pino';
import type { Store } from '../store/index.ts';
import { access } from './access.ts';
import { conditional } from './conditional.ts';
import { isLoopback, knownHostsOnly } from './host.ts';
import { createJobBoard, type JobBoard } from './job-board.ts';
import type { AccessKey } from './keys.ts';
import { mcpOverHttp } from './mcp/server.ts';
import { createMetrics } from './metrics.ts';
import { routerOf } from './operation.ts';
import { allOperations } from './operations.ts';
import { answerProblem, refuseMethod, unknownRoute } from './problem-answer.ts';
import { type RateLimits, rateLimits } from './rate-limit.ts';
import { requestLog } from './request-log.ts';
import { docsRoutes } from './routes/docs.ts';
import { healthRoutes } from './routes/health.ts';
import { viewer } from './routes/viewer.ts';
import { securityHeaders } from './security-headers.ts';

export interface AppOptions {
  readonly store: Store;
  /** Path of the file of the store, which threads for large exports open; without it there are none. */
  readonly database?: string;
  /** Folder of the built viewer, with index.html. */
  readonly clientFolder: string;
  /** Address that it will listen on; 127.0.0.1 where not given. Loopback is guarded by name. */
  readonly host?: string;
  /** Gets a line for every request that fails by our fault. */
  readonly log: (message: string) => void;
  /** Gets a record for every request. */
  readonly logger?: Logger;
  /** Keys of those who may use the API; null or not given: everyone who reaches it. */
  readonly keys?: readonly AccessKey[] | null;
  /** Origins of other pages that may use the API. */
  readonly origins?: readonly string[];
  readonly limits?: RateLimits;
  /** Where the worker tells of jobs; one of its own where not given. */
  readonly board?: JobBoard;
  /** Version of the product, for the OpenAPI document. */
  readonly version?: string;
  /** Whether it is closing: then it is not ready. */
  readonly isClosing?: () => boolean;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

const unlimited: RateLimits = { reads: 0, writes: 0 };

/** Streams are sent on at once; a compressor would hold them back. */
const isStream = (type: unknown): boolean => /event-stream|ndjson|zip/.test(String(type));

/** The Express application: the API under /api/v1, health, docs, and the viewer for everything else. */
export function createApp(options: AppOptions): Express {
  const { store, clientFolder, host = '127.0.0.1', log, logger = null, keys = null } = options;
  const {
    database = null,
    origins = [],
    limits = unlimited,
    version = '0',
    now = Date.now,
  } = options;
  const board = options.board ?? createJobBoard();
  const start = randomUUID().slice(0, 8);
  const metrics = createMetrics(store);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(requestLog(logger));
  app.use(metrics.observe);
  app.use(securityHeaders);
  if (isLoopback(host)) app.use(knownHostsOnly(host));
  app.use(
    compression({
      filter: (request, response) =>
        !isStream(response.getHeader('Content-Type')) && compression.filter(request, response),
    }),
  );
  app.use(healthRoutes(store, options.isClosing ?? (() => false)));

  const guard = access({ keys, origins });
  const operations = allOperations({ store, board, now, start, database });
  const api = Router();
  if (origins.length > 0) {
    api.use(cors({ origin: [...origins], exposedHeaders: ['ETag', 'Link', 'Location'] }));
  }
  api.use(...rateLimits(limits), guard);
  api.use(conditional(store, start), routerOf(operations));
  app.use('/api/v1', api);
  app.use('/api', unknownRoute);

  const asking = access({ keys, origins, scope: 'read' });
  app
    .route('/mcp')
    .post(...rateLimits(limits), asking, mcpOverHttp({ store, version, log }))
    .all(refuseMethod('POST'));
  app.use('/metrics', guard);
  app.use(metrics.routes);
  app.use(docsRoutes({ store, operations, version, clientFolder }));
  app.use(viewer(clientFolder));
  app.use(answerProblem(log));
  return app;
}
