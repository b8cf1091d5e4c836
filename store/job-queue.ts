// Articles on their way into the store, one job each. A job is leased for a time by one worker;
// whoever leases it later has a greater fencing token, and only the greatest can finish it. A job
// is finished in the same transaction that keeps its statements: it is done when they are there.

import type { Extraction, Job, JobList, JobState } from '../schema/index.ts';
import type { OneOrMany } from './filter.ts';
import type { Addition, AddOptions, PageQuery } from './queries.ts';

export interface NewJob {
  /** What tells it apart; the same key again is the same job, queued anew if it was over. */
  readonly key: string;
  /** The file, address or title that the user knows it by. */
  readonly name: string;
  /** What the worker needs, for example a path or the document itself; a JSON value. */
  readonly payload: unknown;
  /** Which workers may have it; those that name no queue where not given. */
  readonly queue?: string | undefined;
}

export interface Lease {
  readonly job: Job;
  readonly payload: unknown;
  /** The fencing token. */
  readonly fence: number;
  /** When it ends unless it is renewed, in milliseconds of the clock that was passed in. */
  readonly until: number;
}

export interface LeaseOptions {
  /** Which worker, for people who look. */
  readonly by: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** How long, in milliseconds. */
  readonly duration: number;
  /** Only jobs of this queue; those without one where not given. */
  readonly queue?: string | undefined;
}

/** Which job, and under which lease. */
export interface Leased {
  readonly id: string;
  readonly fence: number;
  readonly now: number;
}

export interface JobQuery extends PageQuery {
  readonly state?: OneOrMany<JobState> | undefined;
}

export interface JobQueue {
  /** Queues the jobs in one transaction, in their order. `now` in milliseconds since 1970. */
  enqueue(jobs: readonly NewJob[], now: number): Promise<Job[]>;
  /**
   * The first job that is queued or whose lease has run out; null where there is none. A lease that
   * ends later than any given now could is one of before the clock was moved back: it has run out.
   */
  lease(options: LeaseOptions): Promise<Lease | null>;
  /** A longer time for a lease; false when another worker has the job. */
  renew(leased: Leased, duration: number): Promise<boolean>;
  /**
   * Keeps the extraction and marks the job done, in one transaction. Null when another worker
   * has the job by now: then nothing was kept. Without an extraction the document was the same
   * as the one that is there.
   */
  finish(
    leased: Leased,
    extraction: Extraction | { readonly document: string },
    options?: AddOptions,
  ): Promise<Addition | null>;
  /** Marks it failed with a sentence for the user; false when another worker has the job. */
  fail(leased: Leased, reason: string): Promise<boolean>;
  /** Gives it back unfinished; false when another worker has the job. */
  release(leased: Leased): Promise<boolean>;
  /** Queues the jobs of workers that are gone. Gives how many. */
  reclaim(isGone: (by: string) => boolean): Promise<number>;
  /** Queues those that failed once more; of these ids, or all. Gives how many. */
  retry(now: number, ids?: readonly string[]): Promise<number>;
  job(id: string): Promise<Job | null>;
  /** Newest first. */
  jobs(query?: JobQuery): Promise<JobList>;
}
