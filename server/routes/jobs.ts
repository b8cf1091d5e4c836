// GET /jobs, newest first; GET /jobs/{id}; GET /jobs/{id}/events, what becomes of a job as server-sent
// events. An event's id tells how far the job is, so that whoever comes back with Last-Event-ID gets
// what was missed and nothing twice, also from another start of the server.

import type { Request, Response } from 'express';
import type { Job } from '../../schema/index.ts';
import type { Store } from '../../store/index.ts';
import type { JobBoard } from '../job-board.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { about, listOf, oneOf, paging } from '../query.ts';

/** How far: grows with every state and with every attempt. */
export function stageOf({ state, attempts }: Job): number {
  const step = { queued: 0, building: -1, done: 0, failed: 0 }[state];
  return 1 + attempts * 2 + step;
}

const isOver = ({ state }: Job): boolean => state === 'done' || state === 'failed';

/** Milliseconds between two looks at the store, and between two signs of life. */
const look = 500;
const heartbeat = 15_000;

/** Streams the job until it is over or the client is gone. */
async function stream(
  store: Store,
  board: JobBoard,
  job: Job,
  request: Request,
  response: Response,
): Promise<void> {
  const sent = Number(/^\d{1,9}$/.exec(request.get('Last-Event-ID') ?? '')?.[0] ?? -1);
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
  let last = sent;
  let current: Job | null = job;
  let wake: () => void = () => {};
  const ignore = board.listen((id) => {
    if (id === job.id || board.isClosed) wake();
  });
  const gone = new Promise<void>((resolve) => response.once('close', resolve));
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  try {
    while (current && !response.destroyed) {
      const stage = stageOf(current);
      if (stage > last) {
        response.write(
          `id: ${stage}\nevent: ${current.state}\ndata: ${JSON.stringify(current)}\n\n`,
        );
        last = stage;
      }
      if (isOver(current) || board.isClosed) break;
      const changed = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, look);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      await Promise.race([changed, gone]);
      current = response.destroyed ? null : await store.job(job.id);
    }
  } finally {
    clearInterval(beat);
    ignore();
    response.end();
  }
}

export function jobOperations(store: Store, board: JobBoard): Operation[] {
  const jobOf = async (id: string): Promise<Job> => {
    const job = await store.job(id);
    if (!job) throw notFound('job', id);
    return job;
  };
  return [
    operation({
      method: 'get',
      path: '/jobs',
      id: 'listJobs',
      tag: 'Writing',
      summary: 'Articles on their way into the database, newest first.',
      query: {
        state: about('State of the job.', listOf(oneOf('queued', 'building', 'done', 'failed'))),
        ...paging,
      },
      answers: { 200: { about: 'A page of jobs.', schema: 'jobList', mediaTypes: [ndjson] } },
      example: () => ({ query: { state: 'queued,building' } }),
      answer: ({ query, request, response }) => {
        response.set('Cache-Control', 'no-store');
        return answerList(request, response, query, (each) => store.jobs(each));
      },
    }),
    operation({
      method: 'get',
      path: '/jobs/{id}',
      id: 'getJob',
      tag: 'Writing',
      summary: 'What became of a job.',
      answers: { 200: { about: 'The job.', schema: 'job' } },
      problems: [404],
      answer: async ({ id, response }) => {
        response.set('Cache-Control', 'no-store').json(await jobOf(id));
      },
    }),
    operation({
      method: 'get',
      path: '/jobs/{id}/events',
      id: 'watchJob',
      tag: 'Writing',
      summary: 'What becomes of a job, as server-sent events: queued, building, done or failed.',
      headers: { 'Last-Event-ID': 'Id of the last event that was seen.' },
      answers: { 200: { about: 'Events until it is over.', mediaTypes: ['text/event-stream'] } },
      problems: [404],
      answer: async ({ id, request, response }) => {
        const job = await jobOf(id);
        if (request.method === 'HEAD') response.type('text/event-stream').end();
        else await stream(store, board, job, request, response);
      },
    }),
  ];
}
