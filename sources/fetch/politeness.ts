// One request at a time to a host, with a pause between two, however many readers ask.

import { setTimeout as wait } from 'node:timers/promises';

export interface Turns {
  /**
   * Does the work when the turn of this host has come: the one before has ended, and `pause`
   * milliseconds have gone since it began.
   */
  take<T>(host: string, pause: number, work: () => Promise<T>, stop?: AbortSignal): Promise<T>;
}

export function turns(): Turns {
  const lines = new Map<string, { last: Promise<unknown>; began: number }>();
  return {
    async take(host, pause, work, stop) {
      const line = lines.get(host) ?? { last: Promise.resolve(), began: Number.NEGATIVE_INFINITY };
      lines.set(host, line);
      const mine = line.last.then(async () => {
        const rest = line.began + pause - performance.now();
        if (rest > 0) await wait(rest, undefined, stop ? { signal: stop } : undefined);
        line.began = performance.now();
        return work();
      });
      line.last = mine.catch(() => {});
      return mine;
    },
  };
}
