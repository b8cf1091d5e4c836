// The queue of jobs as a table. Everything here runs within a transaction that writes, so that two
// workers never lease the same job.

import { identifier, type Job, type JobList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listOf } from '../filter.ts';
import type { JobQuery, Lease, Leased, LeaseOptions, NewJob } from '../job-queue.ts';
import type { Engine, Value } from './engine.ts';
import type { JobRow } from './tables.ts';

const isoOf = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    name: JSON.parse(row.name),
    state: row.state as Job['state'],
    attempts: row.attempts,
    document: row.document,
    result: row.result as Job['result'],
    statements: row.statements,
    reason: row.reason === null ? null : JSON.parse(row.reason),
    queuedAt: isoOf(row.queued_at) as string,
    startedAt: isoOf(row.started_at),
    finishedAt: isoOf(row.finished_at),
  };
}

function rowOf(engine: Engine, id: string): JobRow | null {
  return engine.all<JobRow>('select * from job where id = ?', [id])[0] ?? null;
}

export function findJob(engine: Engine, id: string): Job | null {
  const row = rowOf(engine, id);
  return row && jobOf(row);
}

function enqueueOne(engine: Engine, job: NewJob, now: number): Job {
  const { key, name, payload, queue = '' } = job;
  const id = identifier('job', [key, queue]);
  const known = rowOf(engine, id);
  if (known && /^(?:queued|building)$/.test(known.state)) {
    engine.run('update job set payload = ? where id = ?', [JSON.stringify(payload), id]);
    return jobOf(known);
  }
  engine.run('delete from job where id = ?', [id]);
  const [row] = engine.all<JobRow>(
    `insert into job (id, queue, name, payload, state, attempts, fence, leased_until, queued_at)
     values (?, ?, ?, ?, 'queued', 0, ?, 0, ?) returning *`,
    [id, queue, JSON.stringify(name), JSON.stringify(payload), known?.fence ?? 0, now],
  );
  return jobOf(row as JobRow);
}

export const enqueueJobs = (engine: Engine, jobs: readonly NewJob[], now: number): Job[] =>
  jobs.map((job) => enqueueOne(engine, job, now));

/** The first job that may be begun: queued, or given up by whoever had it. */
function freeJob(engine: Engine, { now, duration, queue = '' }: LeaseOptions): JobRow | null {
  const [queued] = engine.all<JobRow>(
    "select * from job where queue = ? and state = 'queued' order by position limit 1",
    [queue],
  );
  const [left] = engine.all<JobRow>(
    `select * from job where queue = ? and state = 'building'
     and (leased_until <= ? or leased_until > ?) order by position limit 1`,
    [queue, now, now + 2 * duration],
  );
  return left ?? queued ?? null;
}

export function leaseJob(engine: Engine, options: LeaseOptions): Lease | null {
  const { by, now, duration } = options;
  const free = freeJob(engine, options);
  if (!free) return null;
  const [row] = engine.all<JobRow>(
    `update job set state = 'building', attempts = attempts + 1, fence = fence + 1,
       leased_by = ?, leased_until = ?, started_at = ?
     where id = ? returning *`,
    [by, now + duration, now, free.id],
  ) as [JobRow];
  return {
    job: jobOf(row),
    payload: JSON.parse(row.payload),
    fence: row.fence,
    until: row.leased_until,
  };
}

/** Changes a job that is still held under this lease; false when another worker has it. */
function change(engine: Engine, { id, fence }: Leased, assignments: string, values: Value[]) {
  const changed = engine.run(
    `update job set ${assignments} where id = ? and fence = ? and state = 'building'`,
    [...values, id, fence],
  );
  return changed > 0;
}

export const renewJob = (engine: Engine, leased: Leased, duration: number): boolean =>
  change(engine, leased, 'leased_until = ?', [leased.now + duration]);

export const failJob = (engine: Engine, leased: Leased, reason: string): boolean =>
  change(engine, leased, "state = 'failed', reason = ?, finished_at = ?", [
    JSON.stringify(reason),
    leased.now,
  ]);

export const releaseJob = (engine: Engine, leased: Leased): boolean =>
  change(engine, leased, "state = 'queued', started_at = null", []);

export function reclaimJobs(engine: Engine, isGone: (by: string) => boolean): number {
  const rows = engine.all<Pick<JobRow, 'id' | 'leased_by'>>(
    "select id, leased_by from job where state = 'building'",
    [],
  );
  const left = rows.filter((row) => row.leased_by !== null && isGone(row.leased_by));
  for (const { id } of left) {
    engine.run("update job set state = 'queued', started_at = null where id = ?", [id]);
  }
  return left.length;
}

export function isHeld(engine: Engine, { id, fence }: Leased): boolean {
  const row = rowOf(engine, id);
  return row?.state === 'building' && row.fence === fence;
}

/** What a worker needed is no longer needed: the payload goes. */
export function finishJob(
  engine: Engine,
  leased: Leased,
  { document, result, statements }: { document: string; result: string; statements: number },
): void {
  change(
    engine,
    leased,
    "state = 'done', payload = 'null', document = ?, result = ?, statements = ?, finished_at = ?",
    [document, result, statements, leased.now],
  );
}

export function retryJobs(engine: Engine, now: number, ids?: readonly string[]): number {
  const again = "update job set state = 'queued', reason = null, queued_at = ?, finished_at = null";
  if (ids === undefined) return engine.run(`${again} where state = 'failed'`, [now]);
  return ids.reduce(
    (sum, id) => sum + engine.run(`${again} where state = 'failed' and id = ?`, [now, id]),
    0,
  );
}

export function listJobs(engine: Engine, query: JobQuery): JobList {
  const { limit = 100, cursor, state } = query;
  const after =
    cursor === undefined ? null : decodeCursor<[number]>('jobs', { state }, cursor, [0]);
  const states = state === undefined ? [] : listOf(state);
  const where =
    state === undefined
      ? '1 = 1'
      : states.length === 0
        ? '1 = 0'
        : `state in (${states.map(() => '?').join(', ')})`;
  const rows = engine.all<JobRow>(
    `select * from job where ${where} ${after ? 'and position < ?' : ''}
     order by position desc limit ?`,
    [...states, ...(after ?? []), limit + 1],
  );
  const [counted] = engine.all<{ n: number }>(
    `select count(*) as n from job where ${where}`,
    states,
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(jobOf),
    total: counted?.n ?? 0,
    next: last ? encodeCursor('jobs', { state }, [last.position]) : null,
  };
}
