// Very many open connections: `npm run build && npm run bench:connections [-- COUNT]` (10,000 where not
// given; the limit of open files, `ulimit -n`, must be larger). Starts `whowhom serve` on an empty
// database in a process of its own, opens so many connections that ask nothing, and prints one JSON line:
// how many were kept and how many were told 503, how long a request took meanwhile by a connection that
// was open before, whether a new one is answered when the others are gone, and the memory of the server.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const count = Number(process.argv[2] ?? 10_000);
/** Connections that are begun at once. */
const atOnce = 500;

const folder = mkdtempSync(join(tmpdir(), 'whowhom-bench-'));
const bin = fileURLToPath(new URL('../bin/whowhom.js', import.meta.url));
const server = spawn(
  process.execPath,
  [bin, 'serve', '--db', join(folder, 'empty.db'), '--port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
const port = Number(new URL(/http:\/\/[^ ]+/.exec(line)?.[0] ?? '').port);

/** Status and milliseconds of a request; 0 where the connection broke. */
function asked(
  path: string,
  agent: Agent,
): Promise<{ status: number; time: number; text: string }> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, text = '') =>
      resolve({ status, time: Math.round(performance.now() - begin), text });
    get({ port, host: '127.0.0.1', path, agent }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      end(answer.statusCode ?? 0, text);
    }).on('error', () => end(0));
  });
}

async function megabytes(agent: Agent): Promise<number> {
  const { text } = await asked('/metrics', agent);
  const bytes = /^whowhom_process_resident_memory_bytes ([\d.e+]+)$/m.exec(text)?.[1];
  return Math.round(Number(bytes) / 1e6);
}

const first = new Agent({ keepAlive: true, maxSockets: 1 });
await asked('/livez', first);
const before = await megabytes(first);

let [refused, broken] = [0, 0];
const open = new Set<Socket>();
const times: number[] = [];
for (let begun = 0; begun < count; begun += atOnce) {
  const some = Array.from({ length: Math.min(atOnce, count - begun) }, () => {
    const socket = connect({ port, host: '127.0.0.1' });
    open.add(socket);
    socket.on('data', (bytes) => {
      if (bytes.toString('latin1').startsWith('HTTP/1.1 503')) refused += 1;
    });
    socket.on('error', () => {
      broken += 1;
    });
    socket.on('close', () => open.delete(socket));
    return Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => {});
  });
  await Promise.all(some);
  const { status, time } = await asked('/livez', first);
  if (status !== 200) throw new Error(`Expected 200 of the connection before, found ${status}.`);
  times.push(time);
}
await wait(1000);
const kept = open.size;
const most = await megabytes(first);
for (const socket of open) socket.destroy();
await wait(1000);
const { status: after } = await asked('/livez', new Agent());
console.log(
  JSON.stringify({
    measure: 'open connections',
    begun: count,
    kept,
    refused,
    broken,
    slowestOfTheOthers: Math.max(...times),
    after,
    memoryBefore: before,
    memoryMost: most,
  }),
);
first.destroy();
server.kill('SIGTERM');
await once(server, 'exit');
rmSync(folder, { recursive: true });
