// A short tour on the first visit: it is offered, can be skipped at any step, and shows each thing
// by doing it.

import { create } from 'zustand';
import { reveal, select, show } from './commands.ts';
import { indexOf } from './model/graph-index.ts';
import { useViewer } from './viewer-state.ts';

const KEY = 'whowhom-tour';

function wasSeen(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== null;
  } catch {
    return true; // where nothing can be remembered, it would be offered on every visit
  }
}

interface Tour {
  /** Null while it does not run. */
  readonly step: number | null;
  readonly offered: boolean;
}

const useTour = create<Tour>(() => ({ step: null, offered: !wasSeen() }));

interface Step {
  readonly title: string;
  readonly text: string;
  /** What it shows, marked while the step lasts. */
  readonly marks: string;
  readonly does?: () => void;
}

function openFirst(): void {
  const { graph } = useViewer.getState();
  const ranked = graph.status === 'ready' ? indexOf(graph.graph).ranked : [];
  const relation = ranked.find(({ attributes }) => attributes.quad > 2) ?? ranked[0];
  if (relation) reveal({ kind: 'relation', key: relation.key });
}

const steps: readonly Step[] = [
  {
    title: 'Actors and what they do to each other',
    text: 'Each line goes from who acts to whom it is done. Blue is cooperation, orange conflict; thin by word, thick by deed.',
    marks: 'stage',
    does: () => {
      show('graph');
      select(null);
    },
  },
  {
    title: 'Every line can be read back',
    text: 'A click on a line opens its sentences: who, does what and to whom are marked, with speaker, date and source. The title opens the whole article.',
    marks: 'side-panel',
    does: openFirst,
  },
  {
    title: 'Narrow it down',
    text: 'Filters say how many statements each choice would leave. Drag over the bars to choose a time, or let it play; the actors keep their places.',
    marks: 'filter-bar',
    does: () => select(null),
  },
  {
    title: 'Find, undo, share',
    text: 'Search for an actor or a sentence, undo any step, and share the very picture you see by its link. Press ? for all keys.',
    marks: 'top-bar',
  },
];

function go(step: number | null): void {
  for (const { marks } of steps) {
    document.querySelector(`.${marks}`)?.removeAttribute('data-toured');
  }
  useTour.setState({ step, offered: false });
  const now = step === null ? undefined : steps[step];
  if (!now) {
    try {
      window.localStorage.setItem(KEY, 'seen');
    } catch {
      // storage may be forbidden
    }
    return;
  }
  now.does?.();
  document.querySelector(`.${now.marks}`)?.setAttribute('data-toured', '');
}

export function startTour(): void {
  go(0);
}

export function TourInvitation() {
  const offered = useTour((state) => state.offered);
  if (!offered) return null;
  return (
    <aside className="invitation" aria-label="Tour">
      <p>First time here? Four steps show what there is.</p>
      <div className="actions">
        <button type="button" className="button" onClick={startTour}>
          Take the tour
        </button>
        <button type="button" className="link" onClick={() => go(null)}>
          Skip
        </button>
      </div>
    </aside>
  );
}

export function TourCard() {
  const place = useTour((state) => state.step);
  const step = place === null ? undefined : steps[place];
  if (place === null || !step) return null;
  const last = place === steps.length - 1;
  return (
    <section className="tour" aria-label="Tour" aria-live="polite">
      <p className="kicker">
        Step {place + 1} of {steps.length}
      </p>
      <h2>{step.title}</h2>
      <p>{step.text}</p>
      <div className="actions">
        {place > 0 ? (
          <button type="button" className="button" onClick={() => go(place - 1)}>
            Back
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => go(last ? null : place + 1)}>
          {last ? 'Done' : 'Next'}
        </button>
        {last ? null : (
          <button type="button" className="link" onClick={() => go(null)}>
            Skip the tour
          </button>
        )}
      </div>
    </section>
  );
}
