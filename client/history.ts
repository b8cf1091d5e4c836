// Undo and redo of what the reader arranged: filter, focus, hidden actors, pins, path, colours.
// What is selected or read is not undone but gone back from, with the browser's own button.
// Changes in quick succession, such as a drag of the brush, are one step. A decision that was sent
// to the server is a step of its own kind, which is undone there.

import { create } from 'zustand';
import { type Arrangement, useViewer } from './viewer-state.ts';

/** Something done elsewhere that can be taken back. */
export interface Deed {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

type Step =
  | { readonly before: Arrangement; readonly after: Arrangement; readonly at: number }
  | { readonly deed: Deed };

interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

const MOST = 200;
const QUICK = 400;
const fields = ['filter', 'focus', 'hidden', 'pins', 'route', 'colouring'] as const;

export const useHistory = create<History>(() => ({ past: [], future: [] }));

const arrangementOf = ({
  filter,
  focus,
  hidden,
  pins,
  route,
  colouring,
}: Arrangement): Arrangement => ({ filter, focus, hidden, pins, route, colouring });

const differ = (a: Arrangement, b: Arrangement): boolean =>
  fields.some((field) => a[field] !== b[field]);

let travelling = false;

function put(step: Step): void {
  useHistory.setState(({ past }) => ({ past: [...past, step].slice(-MOST), future: [] }));
}

/** Remembers a decision that the server took down. */
export function remember(deed: Deed): void {
  put({ deed });
}

/** Which fields a step changed, to know whether the next one goes on with it. */
const changed = (a: Arrangement, b: Arrangement): string =>
  fields.filter((field) => a[field] !== b[field]).join();

/** Starts to take down what changes. Call once the first place has been read. */
export function followChanges(): void {
  useViewer.subscribe((now, before) => {
    if (travelling || !differ(now, before)) return;
    const at = performance.now();
    const last = useHistory.getState().past.at(-1);
    const goesOn =
      last &&
      'at' in last &&
      at - last.at < QUICK &&
      changed(last.before, last.after) === changed(before, now);
    const step = {
      before: goesOn ? last.before : arrangementOf(before),
      after: arrangementOf(now),
      at,
    };
    if (goesOn) {
      useHistory.setState(({ past }) => ({ past: [...past.slice(0, -1), step], future: [] }));
    } else put(step);
  });
}

function restore(arrangement: Arrangement): void {
  travelling = true;
  useViewer.setState({ ...arrangement, hovered: null });
  travelling = false;
}

export async function undo(): Promise<void> {
  const { past, future } = useHistory.getState();
  const step = past.at(-1);
  if (!step) return;
  useHistory.setState({ past: past.slice(0, -1), future: [step, ...future] });
  if ('deed' in step) await step.deed.undo();
  else restore(step.before);
}

export async function redo(): Promise<void> {
  const { past, future } = useHistory.getState();
  const [step, ...rest] = future;
  if (!step) return;
  useHistory.setState({ past: [...past, step], future: rest });
  if ('deed' in step) await step.deed.redo();
  else restore(step.after);
}
