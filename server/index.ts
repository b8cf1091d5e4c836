export { type AppOptions, createApp } from './app.ts';
export { exportSource } from './export-source.ts';
export { readFilter } from './filter.ts';
export { isLoopback } from './host.ts';
export { createJobBoard, type JobBoard } from './job-board.ts';
export { type JobWorker, startWorker, type WorkerOptions } from './job-worker.ts';
export { type AccessKey, KeyError, makeKey, parseKeys, type Scope } from './keys.ts';
export { RequestProblem } from './problem.ts';
export { type RunningServer, ServeError, type ServeOptions, serve } from './serve.ts';
