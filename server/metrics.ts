// GET /metrics, for Prometheus: how many requests of which operation ended how and how fast, what is
// in the database and in the queue, and how the process does.

import type { RequestHandler } from 'express';
import { Router } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/index.ts';
import { readOnly } from './route.ts';

export interface Metrics {
  /** Measures every request that passes. */
  readonly observe: RequestHandler;
  readonly routes: Router;
}

export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'whowhom_' });
  const seconds = new Histogram({
    name: 'whowhom_request_seconds',
    help: 'Time from request to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const records = new Gauge({
    name: 'whowhom_records',
    help: 'Documents, entities and statements in the database.',
    labelNames: ['kind'],
    registers: [registry],
  });
  const jobs = new Gauge({
    name: 'whowhom_jobs',
    help: 'Jobs by state.',
    labelNames: ['state'],
    registers: [registry],
  });
  const observe: RequestHandler = (request, response, next) => {
    const end = seconds.startTimer();
    response.once('close', () => {
      // The pattern of the route and never the address: labels must be few.
      const route = request.route ? request.baseUrl + String(request.route.path) : 'other';
      const method = /^(?:GET|HEAD|POST|DELETE)$/.test(request.method) ? request.method : 'other';
      end({ method, route, status: String(response.statusCode) });
    });
    next();
  };
  const routes = Router();
  readOnly(routes, '/metrics', async (_request, response) => {
    const { documents, entities, statements, queue } = await store.stats();
    for (const [kind, count] of Object.entries({ documents, entities, statements })) {
      records.set({ kind }, count);
    }
    for (const [state, count] of Object.entries(queue)) jobs.set({ state }, count);
    response
      .set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
      .send(await registry.metrics());
  });
  return { observe, routes };
}
