// Articles on their way into the graph: handed in, followed by the server's events, and lit up once
// they are read.

import { create } from 'zustand';
import type { Accepted, Job } from '../../schema/index.ts';
import { notify, refreshGraph } from '../commands.ts';
import { jobEvents, server } from '../server.ts';
import { useViewer } from '../viewer-state.ts';
import { plural } from '../wording.ts';

interface Jobs {
  /** Newest first. */
  readonly list: readonly Job[];
}

const MOST = 500;
/** Statements of one article that light up. */
const MOST_LIT = 500;

export const useJobs = create<Jobs>(() => ({ list: [] }));

function put(job: Job): void {
  useJobs.setState(({ list }) => ({
    list: list.some(({ id }) => id === job.id)
      ? list.map((each) => (each.id === job.id ? job : each))
      : [job, ...list].slice(0, MOST),
  }));
}

let isReading = false;
let isStale = false;

/** Reads the graph anew; once for all that comes in while it is read. */
async function refreshSoon(): Promise<void> {
  isStale = true;
  if (isReading) return;
  isReading = true;
  while (isStale) {
    isStale = false;
    await refreshGraph();
  }
  isReading = false;
}

async function lightUp(job: Job): Promise<void> {
  if (!job.document) return;
  const { items } = await server.listStatements({ document: [job.document], limit: MOST_LIT });
  useViewer.setState(({ fresh }) => ({
    fresh: new Set([...fresh, ...items.map(({ id }) => id)]),
  }));
  const unchanged = job.result === 'unchanged' ? ', which was there already' : '';
  notify(`${plural(items.length, 'statement')} from “${job.name}”${unchanged}`);
  await refreshSoon();
}

/** Jobs whose events are listened to: a browser opens six connections to a server in all. */
const AT_ONCE = 2;
const listening = new Set<string>();
const waiting: Job[] = [];

function listenOn(): void {
  while (listening.size < AT_ONCE) {
    const next = waiting.shift();
    if (!next) return;
    listen(next);
  }
}

function listen(job: Job): void {
  const events = jobEvents(job.id);
  listening.add(job.id);
  const take = ({ data }: MessageEvent<string>): void => {
    const now = JSON.parse(data) as Job;
    put(now);
    if (isFeedLike(now)) void followOthers(now);
    if (now.state === 'done' || now.state === 'failed') {
      events.close();
      listening.delete(job.id);
      listenOn();
    }
    if (now.state === 'done') {
      lightUp(now).catch((error: unknown) =>
        notify(error instanceof Error ? error.message : String(error)),
      );
    }
    if (now.state === 'failed') notify(`“${now.name}” could not be read`);
  };
  for (const state of ['queued', 'building', 'done', 'failed']) {
    events.addEventListener(state, take);
  }
}

function follow(job: Job): void {
  put(job);
  waiting.push(job);
  listenOn();
}

/** An address may be that of a feed, whose other articles become jobs of their own. */
const isFeedLike = ({ name, state }: Job): boolean => state === 'done' && name.startsWith('http');

async function followOthers({ queuedAt }: Job): Promise<void> {
  const { items } = await server.listJobs({ limit: MOST });
  const { list } = useJobs.getState();
  const others = items.filter(
    (job) => job.queuedAt >= queuedAt && !list.some(({ id }) => id === job.id),
  );
  for (const job of others.reverse()) follow(job);
}

/** Follows what was handed in; throws what the server says against it. */
export async function handIn(accepted: Promise<Accepted>): Promise<void> {
  for (const job of (await accepted).jobs) follow(job);
}
