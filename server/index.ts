export { type AppOptions, createApp } from './app.ts';
export { isLoopback } from './host.ts';
export { type RunningServer, ServeError, type ServeOptions, serve } from './serve.ts';
