// The API under load: `npm run build && npm run bench:api -- DATABASE [SECONDS [MIXED_SECONDS]]`
// Starts `whowhom serve` on the database in a process of its own, asks from this one, and prints a JSON
// line a measure: pages of statements, autocomplete, ego graphs, paths, requests a second with and
// without ETags, the memory of a full roll-up export, and mixed reading with one writer. A database of a
// million statements is made by `npm run bench:store -- 1000000 FOLDER`.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Asked, ask, type Load, load } from './load.ts';

const [database, seconds = '10', mixedSeconds = '120'] = process.argv.slice(2);
if (!database) throw new Error('Expected the path of a database.');

const bin = fileURLToPath(new URL('../bin/whowhom.js', import.meta.url));
const server = spawn(process.execPath, [bin, 'serve', '--db', database, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
const url = /http:\/\/[^ ]+/.exec(line)?.[0] ?? '';
const api = '/api/v1';
const print = (measure: object): void => console.log(JSON.stringify(measure));

async function get<Body>(path: string): Promise<Body> {
  return (await (await fetch(url + path)).json()) as Body;
}

/** Actors of statements from all over the database, heavy ones more often. */
async function actorsOf(...months: string[]): Promise<string[]> {
  const found: string[] = [];
  for (let year = 2015; year < 2025; year++) {
    for (const month of months) {
      const { items } = await get<{ items: { source: { entity: string } }[] }>(
        `${api}/statements?from=${year}-${month}-01&limit=50&sort=oldest`,
      );
      found.push(...items.map((each) => each.source.entity));
    }
  }
  return found;
}

const actor = (turn: number): string => actors[turn % actors.length] as string;

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^whowhom_process_${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1]);
}

const memory = async (): Promise<number> =>
  Math.round((await metric('resident_memory_bytes')) / 1_000_000);

/** With the milliseconds of the server's processor a request, which other programs disturb less than the clock. */
async function measure(name: string, asked: Load, next: (turn: number) => Asked): Promise<void> {
  const before = await metric('cpu_seconds_total');
  const measured = await load(name, url, asked, next);
  const seconds = (await metric('cpu_seconds_total')) - before;
  print({ ...measured, processor: Math.round((seconds * 100_000) / measured.requests) / 100 });
}

const actors = await actorsOf('03');
/** Each once, and none of those above, whose graphs the server has kept when they were asked for. */
const others = [...new Set(await actorsOf('01', '05', '07', '09', '11'))].filter(
  (id) => !actors.includes(id),
);
const { documents, entities, statements } = await get<Record<string, number>>(`${api}/stats`);
print({ measure: 'database', documents, entities, statements });

const many = { clients: 50, seconds: Number(seconds) };
const few = { clients: 4, seconds: Number(seconds) };
const page = (turn: number): Asked => ({
  path: `${api}/statements?limit=20&entity=${actor(turn)}`,
});

await measure('statements page, 50 clients', many, page);
await measure('statements page, 50 clients, 100 a second', { ...many, rate: 100 }, page);
await measure('autocomplete', few, (turn) => ({
  path: `${api}/entities?q=Actor%20${turn % 10 ? String(turn % 997) : ''}&limit=10`,
}));
const half = others.length >> 1;
for (const [clients, asked] of [
  [1, others.slice(0, half)],
  [4, others.slice(half)],
] as const) {
  await measure(
    'ego graph, depth 1, each once',
    { ...few, clients, requests: asked.length },
    (turn) => ({ path: `${api}/graph?entity=${asked[turn - 1]}&limit=200` }),
  );
}
await measure('shortest path', few, (turn) => ({
  path: `${api}/paths?from=${actor(turn)}&to=${actor(turn * 7 + 3)}`,
}));
await measure('statements, uncached', { ...many, clients: 10 }, (turn) => ({
  path: `${api}/statements?limit=10&entity=${actor(turn)}`,
}));
const { path } = page(1);
const { etag = '' } = await ask(url, { path });
await measure('statements, 304 by ETag', { ...many, clients: 10 }, () => ({
  path,
  headers: { 'If-None-Match': etag },
}));

async function exported(format: string): Promise<void> {
  const before = await memory();
  let most = before;
  const watch = setInterval(async () => {
    most = Math.max(most, await memory().catch(() => 0));
  }, 500);
  const begin = performance.now();
  const { status, bytes } = await ask(url, {
    path: `${api}/export?view=relations&format=${format}`,
  });
  clearInterval(watch);
  print({
    measure: `full roll-up export as ${format}`,
    status,
    megabytes: Math.round(bytes / 1_000_000),
    seconds: Math.round((performance.now() - begin) / 100) / 10,
    memoryBefore: before,
    memoryMost: most,
  });
}
await exported('graphml');

const mixed: ((turn: number) => Asked)[] = [
  page,
  (turn) => ({ path: `${api}/graph?entity=${actor(turn)}&limit=200` }),
  (turn) => ({ path: `${api}/entities?q=Actor%20${turn % 997}&limit=10` }),
  (turn) => ({ path: `${api}/paths?from=${actor(turn)}&to=${actor(turn * 7 + 3)}` }),
  (turn) => ({ path: `${api}/relations?entity=${actor(turn)}&limit=20` }),
  (turn) => ({ path: `${api}/timeline?entity=${actor(turn)}` }),
  (turn) => ({ path: `${api}/entities/${actor(turn)}` }),
];
let written = 0;
let refused = 0;
const end = performance.now() + Number(mixedSeconds) * 1000;
const writer = async (): Promise<void> => {
  for (let turn = 0; performance.now() < end; turn++) {
    const text = `China met Japan in month ${turn}. Russia accused Norway of delay ${Date.now()}.`;
    const { status } = await ask(url, {
      path: `${api}/documents`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text, published: '2024-05-01' }),
    });
    if (status === 202) written += 1;
    else refused += 1;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
};
const [reading] = await Promise.all([
  load(
    'mixed reading with a writer',
    url,
    { clients: 100, seconds: Number(mixedSeconds) },
    (turn) => (mixed[turn % mixed.length] as (turn: number) => Asked)(turn),
  ),
  writer(),
]);
print({ ...reading, written, refused, memory: await memory() });
server.kill('SIGTERM');
