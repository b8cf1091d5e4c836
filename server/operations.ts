// Every operation of the API, in the order in which the documentation shows them.

import type { Store } from '../store/index.ts';
import { IdempotentReplies } from './idempotency.ts';
import type { JobBoard } from './job-board.ts';
import type { Operation } from './operation.ts';
import { documentOperations } from './routes/documents.ts';
import { entityOperations } from './routes/entities.ts';
import { exportOperations } from './routes/export.ts';
import { graphOperations } from './routes/graph.ts';
import { importOperations } from './routes/import.ts';
import { jobOperations } from './routes/jobs.ts';
import { judgementOperations } from './routes/judgements.ts';
import { pathOperations } from './routes/paths.ts';
import { rollUpOperations } from './routes/roll-ups.ts';
import { statementOperations } from './routes/statements.ts';
import { submissionOperations } from './routes/submissions.ts';

/** What a revision of the store answers, always alike. */
export function readingOperations(store: Store, database: string | null): Operation[] {
  return [
    ...entityOperations(store),
    ...statementOperations(store),
    ...rollUpOperations(store),
    ...graphOperations(store),
    ...pathOperations(store),
    ...documentOperations(store),
    ...exportOperations(store, database),
  ];
}

export interface WriterOptions {
  readonly store: Store;
  readonly board: JobBoard;
  /** Part of the tags of this start of the server. */
  readonly start: string;
  readonly now: () => number;
}

export interface OperationOptions extends WriterOptions {
  /** Path of the file of the store; null where it is none. */
  readonly database: string | null;
}

/** What changes something, and what became of it. */
export function writingOperations(options: WriterOptions): Operation[] {
  const { store, board, now } = options;
  const writing = { ...options, replies: new IdempotentReplies(now) };
  return [
    ...submissionOperations(writing),
    ...jobOperations(store, board),
    ...judgementOperations(writing),
    ...importOperations(writing),
  ];
}

export function allOperations(options: OperationOptions): Operation[] {
  return [...readingOperations(options.store, options.database), ...writingOperations(options)];
}
