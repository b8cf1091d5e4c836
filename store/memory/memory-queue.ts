// The jobs of a store in memory.

import { identifier, type Job, type JobList } from '../../schema/index.ts';
import { listOf } from '../filter.ts';
import type { JobQuery, Lease, Leased, LeaseOptions, NewJob } from '../job-queue.ts';
import { byParts, pageOf } from './page.ts';

interface Entry {
  job: Job;
  readonly position: number;
  readonly queue: string;
  by: string;
  payload: unknown;
  fence: number;
  until: number;
}

export const isoOf = (now: number): string => new Date(now).toISOString();

export class MemoryQueue {
  readonly #entries = new Map<string, Entry>();
  #position = 0;

  enqueue(jobs: readonly NewJob[], now: number): Job[] {
    return jobs.map(({ key, name, payload, queue = '' }) => {
      const id = identifier('job', [key, queue]);
      const known = this.#entries.get(id);
      if (known && /^(?:queued|building)$/.test(known.job.state)) {
        known.payload = payload;
        return known.job;
      }
      const job: Job = {
        id,
        name,
        state: 'queued',
        attempts: 0,
        document: null,
        result: null,
        statements: null,
        reason: null,
        queuedAt: isoOf(now),
        startedAt: null,
        finishedAt: null,
      };
      this.#position += 1;
      const fence = known?.fence ?? 0;
      const position = this.#position;
      this.#entries.set(id, { job, position, queue, by: '', payload, fence, until: 0 });
      return job;
    });
  }

  lease({ by, now, duration, queue = '' }: LeaseOptions): Lease | null {
    const isLeft = ({ job, until }: Entry): boolean =>
      job.state === 'building' && (until <= now || until > now + 2 * duration);
    const free = [...this.#entries.values()]
      .filter((each) => each.queue === queue && (each.job.state === 'queued' || isLeft(each)))
      .sort((a, b) => Number(isLeft(b)) - Number(isLeft(a)) || a.position - b.position)[0];
    if (!free) return null;
    free.fence += 1;
    free.by = by;
    free.until = now + duration;
    free.job = {
      ...free.job,
      state: 'building',
      attempts: free.job.attempts + 1,
      startedAt: isoOf(now),
    };
    const { job, payload, fence, until } = free;
    return { job, payload, fence, until };
  }

  /** The entry where the lease still is the latest. */
  #held({ id, fence }: Leased): Entry | null {
    const entry = this.#entries.get(id);
    return entry && entry.job.state === 'building' && entry.fence === fence ? entry : null;
  }

  renew(leased: Leased, duration: number): boolean {
    const entry = this.#held(leased);
    if (entry) entry.until = leased.now + duration;
    return entry !== null;
  }

  reclaim(isGone: (by: string) => boolean): number {
    const left = [...this.#entries.values()].filter(
      ({ job, by }) => job.state === 'building' && isGone(by),
    );
    for (const entry of left) entry.job = { ...entry.job, state: 'queued', startedAt: null };
    return left.length;
  }

  isHeld(leased: Leased): boolean {
    return this.#held(leased) !== null;
  }

  /** Changes the job of a lease; false when another worker has it. */
  end(leased: Leased, change: Partial<Job>): boolean {
    const entry = this.#held(leased);
    if (entry) entry.job = { ...entry.job, ...change };
    return entry !== null;
  }

  retry(now: number, ids?: readonly string[]): number {
    const failed = [...this.#entries.values()].filter(
      ({ job }) => job.state === 'failed' && (ids === undefined || ids.includes(job.id)),
    );
    for (const entry of failed) {
      entry.job = {
        ...entry.job,
        state: 'queued',
        reason: null,
        queuedAt: isoOf(now),
        finishedAt: null,
      };
    }
    return failed.length;
  }

  job(id: string): Job | null {
    return this.#entries.get(id)?.job ?? null;
  }

  jobs(query: JobQuery): JobList {
    const { state } = query;
    const entries = [...this.#entries.values()]
      .filter(({ job }) => state === undefined || listOf(state).includes(job.state))
      .sort((a, b) => b.position - a.position);
    const page = pageOf(
      {
        list: 'jobs',
        filter: { state },
        items: entries,
        keyOf: ({ position }) => [position],
        compare: byParts(-1),
        example: [0],
      },
      query,
    );
    return { ...page, items: page.items.map(({ job }) => job) };
  }

  /** How many jobs are in each state. */
  counts(): Record<Job['state'], number> {
    const counts = { queued: 0, building: 0, done: 0, failed: 0 };
    for (const { job } of this.#entries.values()) counts[job.state] += 1;
    return counts;
  }
}
