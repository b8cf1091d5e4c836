// What the reader decides: a statement is right or wrong, two actors are one. The server takes it
// down, the graph is read again, and undo takes it back there.

import { create } from 'zustand';
import type { Judgement, JudgementSubmission } from '../schema/index.ts';
import { notify, refreshGraph } from './commands.ts';
import { remember } from './history.ts';
import { server } from './server.ts';

interface Verdicts {
  /** The latest verdict by statement. */
  readonly of: ReadonlyMap<string, Judgement>;
}

/** Verdicts that are fetched, at most. */
const MOST = 1000;

export const useVerdicts = create<Verdicts>(() => ({ of: new Map() }));

export async function loadVerdicts(): Promise<void> {
  try {
    const { items } = await server.listJudgements({ kind: ['confirm', 'reject'], limit: MOST });
    // newest first: the first of a statement counts
    useVerdicts.setState({ of: new Map([...items].reverse().map((each) => [each.a, each])) });
  } catch {
    // verdicts are an addition: the evidence can be read without them
  }
}

/** Does a thing again and again with undo and redo, each time with a judgement of its own. */
async function decide(submission: JudgementSubmission, said: string): Promise<void> {
  let made = await server.judge(submission);
  const settle = async (text: string): Promise<void> => {
    notify(text);
    await Promise.all([loadVerdicts(), refreshGraph()]);
  };
  remember({
    undo: async () => {
      await server.undoJudgement(made.id);
      await settle('Taken back');
    },
    redo: async () => {
      made = await server.judge(submission);
      await settle(said);
    },
  });
  await settle(said);
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}

export function giveVerdict(statement: string, kind: 'confirm' | 'reject'): Promise<void> {
  return attempt(async () => {
    const before = useVerdicts.getState().of.get(statement);
    if (before) await server.undoJudgement(before.id);
    if (before?.kind === kind) {
      notify('Taken back');
      await Promise.all([loadVerdicts(), refreshGraph()]);
      return;
    }
    await decide(
      { kind, a: statement },
      kind === 'confirm' ? 'Confirmed' : 'Rejected: it no longer counts. Undo brings it back.',
    );
  });
}

/** The first stays; the other becomes one of its names. */
export const merge = (stays: string, other: string, name: string): Promise<void> =>
  attempt(() => decide({ kind: 'same', a: stays, b: other }, `Merged with ${name}`));

/** Takes a merge back. */
export function split(judgement: Judgement): Promise<void> {
  return attempt(async () => {
    await server.undoJudgement(judgement.id);
    remember({
      undo: async () => {
        await server.judge({ kind: 'same', a: judgement.a, b: judgement.b });
        await refreshGraph();
      },
      redo: async () => {
        const { items } = await server.listJudgements({ kind: ['same'], subject: judgement.a });
        const again = items.find(({ b }) => b === judgement.b);
        if (again) await server.undoJudgement(again.id);
        await refreshGraph();
      },
    });
    notify('Split again');
    await refreshGraph();
  });
}
