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

const MOST = 50;
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

async function lightUp(job: Job): Promise<void> {
  if (!job.document) return;
  const { items } = await server.listStatements({ document: [job.document], limit: MOST_LIT });
  useViewer.setState(({ fresh }) => ({
    fresh: new Set([...fresh, ...items.map(({ id }) => id)]),
  }));
  await refreshGraph();
  const unchanged = job.result === 'unchanged' ? ', which was there already' : '';
  notify(`${plural(items.length, 'statement')} from “${job.name}”${unchanged}`);
}

function follow(job: Job): void {
  put(job);
  const events = jobEvents(job.id);
  const take = ({ data }: MessageEvent<string>): void => {
    const now = JSON.parse(data) as Job;
    put(now);
    if (now.state === 'done' || now.state === 'failed') events.close();
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

/** Follows what was handed in; throws what the server says against it. */
export async function handIn(accepted: Promise<Accepted>): Promise<void> {
  for (const job of (await accepted).jobs) follow(job);
}
