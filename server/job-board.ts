// Where the worker says that something became of a job, and those who wait for it listen.

import { EventEmitter } from 'node:events';

export interface JobBoard {
  /** A job was queued or changed. */
  changed(id: string): void;
  /** Calls back on every change until the function that it gives is called. */
  listen(listener: (id: string) => void): () => void;
  /** The server stops: whoever waits is to leave off. */
  close(): void;
  readonly isClosed: boolean;
}

export function createJobBoard(): JobBoard {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  let isClosed = false;
  return {
    changed: (id) => {
      events.emit('changed', id);
    },
    listen(listener) {
      events.on('changed', listener);
      return () => {
        events.off('changed', listener);
      };
    },
    close() {
      isClosed = true;
      events.emit('changed', '');
    },
    get isClosed() {
      return isClosed;
    },
  };
}
