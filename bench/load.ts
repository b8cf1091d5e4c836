// Many clients that each ask, wait for the whole answer, and ask again, at once or at a given rate; and
// what became of it.

import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Asked {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly etag: string | undefined;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Asks once; status 0 where the connection failed. */
export function ask(url: string, asked: Asked): Promise<Answered> {
  return new Promise((resolve) => {
    const { path, headers = {}, method = 'GET', body } = asked;
    const sent = request(url + path, { agent, method, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag, bytes }),
      );
      answer.on('error', () => resolve({ status: 0, etag: undefined, bytes }));
    });
    sent.on('error', () => resolve({ status: 0, etag: undefined, bytes: 0 }));
    sent.end(body);
  });
}

export interface Measure {
  readonly measure: string;
  readonly clients: number;
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** How often each status of the failures came; 0 for a connection that broke. */
  readonly statuses: Readonly<Record<string, number>>;
}

const digits = (value: number): number => Math.round(value * 10) / 10;

function quantile(sorted: readonly number[], share: number): number {
  return digits(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

export interface Load {
  readonly clients: number;
  readonly seconds: number;
  /** Requests a second of all of them together; as many as are answered where not given. */
  readonly rate?: number;
  /** As many as there are to ask; all that fit into the time where not given. */
  readonly requests?: number;
}

/** So many clients for so many seconds; milliseconds of the answers. 4xx and 5xx are failures. */
export async function load(
  measure: string,
  url: string,
  { clients, seconds, rate, requests = Number.POSITIVE_INFINITY }: Load,
  next: (turn: number) => Asked,
): Promise<Measure> {
  const times: number[] = [];
  let failed = 0;
  const statuses: Record<string, number> = {};
  let turn = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const pause = rate === undefined ? 0 : (clients / rate) * 1000;
  const client = async (_: unknown, place: number): Promise<void> => {
    let due = performance.now() + (pause * place) / clients;
    while (performance.now() < end && turn < requests) {
      if (pause > 0) await wait(Math.max(0, due - performance.now()));
      due += pause;
      turn += 1;
      const begin = pause === 0 ? performance.now() : due - pause;
      const { status } = await ask(url, next(turn));
      times.push(performance.now() - begin);
      if (status > 0 && status < 400) continue;
      failed += 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }).map(client));
  const elapsed = performance.now() - start;
  times.sort((a, b) => a - b);
  return {
    measure,
    clients,
    requests: times.length,
    perSecond: Math.round((times.length * 1000) / elapsed),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failed,
    statuses,
  };
}
