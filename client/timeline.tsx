// Statements over time as bars: cooperation up, conflict down, the unclassed grey behind. Dragging
// chooses a time, dragging the chosen time moves it, its two ends are sliders for the keyboard.
// Play moves the chosen time on by one period after another; where none is chosen, it lets the
// graph grow from the beginning. Places never change by it.

import { useEffect, useMemo, useState } from 'react';
import { setFilter, setGranularity } from './commands.ts';
import type { DateField } from './model/filter.ts';
import { type Granularity, granularities, type Period, type Window } from './model/timeline.ts';
import { TimelinePlot } from './timeline-plot.tsx';
import { usePeriods } from './use-periods.ts';
import { useViewer } from './viewer-state.ts';
import { writeDay, writeNumber } from './wording.ts';

const BEAT = 900;

function windowOf(
  periods: readonly Period[],
  from: string | null,
  to: string | null,
): Window | null {
  if (from === null && to === null) return null;
  const first = periods.findIndex((period) => from === null || period.to >= from);
  const after = periods.findIndex((period) => to !== null && period.from > to);
  const last = (after < 0 ? periods.length : after) - 1;
  return [first < 0 ? periods.length - 1 : first, Math.max(0, last)];
}

function choose(periods: readonly Period[], window: Window | null): void {
  const [first, last] = window ?? [];
  const from = first === undefined ? undefined : periods[first];
  const to = last === undefined ? undefined : periods[last];
  setFilter({ from: from?.from ?? null, to: to?.to ?? null });
}

/** The chosen time one step on, or back; it stops at the ends. */
function stepped(window: Window | null, count: number, step: 1 | -1): Window {
  if (!window) return step > 0 ? [0, 0] : [count - 1, count - 1];
  const [first, last] = window;
  if (first + step < 0 || last + step >= count) return window;
  return [first + step, last + step];
}

function usePlay(periods: readonly Period[], window: Window | null) {
  const [mode, setMode] = useState<'still' | 'slide' | 'grow'>('still');
  useEffect(() => {
    if (mode === 'still') return;
    const timer = setTimeout(() => {
      const [first, last] = window ?? [0, -1];
      if (last >= periods.length - 1) setMode('still');
      else choose(periods, mode === 'grow' ? [0, last + 1] : [first + 1, last + 1]);
    }, BEAT);
    return () => clearTimeout(timer);
  }, [mode, periods, window]);
  return {
    playing: mode !== 'still',
    toggle: (): void => {
      if (mode !== 'still') setMode('still');
      else if (window && window[0] > 0 && window[1] < periods.length - 1) setMode('slide');
      else {
        choose(periods, [0, 0]);
        setMode('grow');
      }
    },
    stop: (): void => setMode('still'),
  };
}

const granularityNames: Readonly<Record<Granularity, string>> = {
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  quarter: 'Quarters',
  year: 'Years',
};

const none: readonly Period[] = [];

export function Timeline() {
  const counted = usePeriods();
  const { from, to, date } = useViewer((state) => state.filter);
  const granularity = useViewer((state) => state.granularity);
  const { by = 'month', periods = none, undated = 0 } = counted ?? {};
  const window = useMemo(() => windowOf(periods, from, to), [periods, from, to]);
  const { playing, toggle, stop } = usePlay(periods, window);
  if (!counted) {
    // keeps its room, so that the picture does not jump once the statements are there
    return (
      <section className="timeline" aria-label="Timeline" aria-busy="true">
        <p className="muted small">Counting the statements…</p>
      </section>
    );
  }
  const chosen =
    from || to ? `${from ? writeDay(from) : '…'} – ${to ? writeDay(to) : '…'}` : 'All dates';
  const step = (way: 1 | -1): void => {
    stop();
    choose(periods, stepped(window, periods.length, way));
  };
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="timeline-tools">
        <div className="timeline-play">
          <button
            type="button"
            className="icon-button"
            aria-label="One period back"
            disabled={periods.length === 0}
            onClick={() => step(-1)}
          >
            <span aria-hidden="true">‹</span>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={playing ? 'Stop' : 'Play'}
            disabled={periods.length === 0}
            onClick={toggle}
          >
            <span aria-hidden="true">{playing ? '❚❚' : '▶'}</span>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label="One period on"
            disabled={periods.length === 0}
            onClick={() => step(1)}
          >
            <span aria-hidden="true">›</span>
          </button>
        </div>
        <output className="timeline-chosen">{chosen}</output>
        {from || to ? (
          <button
            type="button"
            className="link"
            onClick={() => setFilter({ from: null, to: null })}
          >
            All dates
          </button>
        ) : null}
        <label className="timeline-choice">
          <span className="visually-hidden">Date of</span>
          <select
            value={date}
            onChange={(event) =>
              setFilter({ date: event.target.value as DateField, from: null, to: null })
            }
          >
            <option value="published">By date of the article</option>
            <option value="event">By date of the event</option>
          </select>
        </label>
        <label className="timeline-choice">
          <span className="visually-hidden">Granularity</span>
          <select
            value={granularity ?? by}
            onChange={(event) => setGranularity(event.target.value as Granularity)}
          >
            {granularities.map((each) => (
              <option key={each} value={each}>
                {granularityNames[each]}
              </option>
            ))}
          </select>
        </label>
        {undated > 0 ? (
          <span className="muted small">{writeNumber(undated)} without a date</span>
        ) : null}
      </div>
      {periods.length > 0 ? (
        <TimelinePlot
          periods={periods}
          window={window}
          choose={(next) => {
            stop();
            choose(periods, next);
          }}
        />
      ) : (
        <p className="muted small">No statement has such a date.</p>
      )}
    </section>
  );
}
