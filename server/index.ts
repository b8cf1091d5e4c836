export { type AppOptions, createApp } from './app.ts';
export { exportSource } from './export-source.ts';
export { readFilter } from './filter.ts';
export { isLoopback } from './host.ts';
export { RequestProblem } from './problem.ts';
export { type RunningServer, ServeError, type ServeOptions, serve } from './serve.ts';
