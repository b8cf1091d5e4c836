// The bars of the timeline and the brush over them.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Period, Window } from './model/timeline.ts';
import { plural, writeDay } from './wording.ts';

const HEIGHT = 44;
const MIDDLE = 26;

interface Drag {
  readonly kind: 'new' | 'move';
  readonly at: number;
  readonly window: Window;
}

function Bars({
  periods,
  window,
}: {
  readonly periods: readonly Period[];
  readonly window: Window | null;
}) {
  const most = Math.max(1, ...periods.map(({ statements }) => statements));
  return (
    <svg
      className="timeline-bars"
      viewBox={`0 0 ${periods.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {periods.map(({ from, statements, cooperation, conflict }, place) => {
        const up = (cooperation / most) * MIDDLE;
        const down = (conflict / most) * (HEIGHT - MIDDLE);
        const rest = ((statements - cooperation - conflict) / most) * MIDDLE;
        const out = window !== null && (place < window[0] || place > window[1]);
        return (
          <g key={from} opacity={out ? 0.3 : 1}>
            <rect
              x={place + 0.08}
              width={0.84}
              y={MIDDLE - up - rest}
              height={rest}
              fill="var(--quad-0)"
              opacity={0.45}
            />
            <rect x={place + 0.08} width={0.84} y={MIDDLE - up} height={up} fill="var(--quad-2)" />
            <rect x={place + 0.08} width={0.84} y={MIDDLE} height={down} fill="var(--quad-4)" />
          </g>
        );
      })}
    </svg>
  );
}

/** About six days below the bars. */
function Ticks({ periods }: { readonly periods: readonly Period[] }) {
  const each = Math.max(1, Math.ceil(periods.length / 6));
  return (
    <div className="timeline-ticks" aria-hidden="true">
      {periods.flatMap(({ from }, place) =>
        place % each === 0 && place + each / 2 < periods.length
          ? [
              <span key={from} style={{ left: `${(100 * place) / periods.length}%` }}>
                {writeDay(from)}
              </span>,
            ]
          : [],
      )}
    </div>
  );
}

export function TimelinePlot({
  periods,
  window,
  choose,
}: {
  readonly periods: readonly Period[];
  readonly window: Window | null;
  readonly choose: (window: Window | null) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const count = periods.length;

  const placeOf = (event: PointerEvent): number => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - left) / width) * count)));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const at = placeOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    const inside =
      window !== null && at >= window[0] && at <= window[1] && window[1] - window[0] < count - 1;
    drag.current = { kind: inside ? 'move' : 'new', at, window: window ?? [at, at] };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const held = drag.current;
    if (!held) return;
    const at = placeOf(event);
    if (held.kind === 'new') {
      choose([Math.min(at, held.at), Math.max(at, held.at)]);
      return;
    }
    const [first, last] = held.window;
    const by = Math.max(-first, Math.min(count - 1 - last, at - held.at));
    choose([first + by, last + by]);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const held = drag.current;
    drag.current = null;
    // a click chooses one period; a click on the only chosen one lets go
    if (!held || placeOf(event) !== held.at) return;
    if (held.kind === 'new') choose([held.at, held.at]);
    else if (held.window[0] === held.window[1]) choose(null);
  };

  const [first, last] = window ?? [0, count - 1];
  const moveEnd = (which: 0 | 1, step: number): void => {
    const ends: [number, number] = [first, last];
    ends[which] = Math.max(
      which === 0 ? 0 : first,
      Math.min(which === 0 ? last : count - 1, ends[which] + step),
    );
    choose(ends[0] === 0 && ends[1] === count - 1 ? null : ends);
  };
  const onKey =
    (which: 0 | 1) =>
    (event: KeyboardEvent): void => {
      const steps: Readonly<Record<string, number>> = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        PageDown: -6,
        PageUp: 6,
        Home: -count,
        End: count,
      };
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      moveEnd(which, step);
    };
  const ends = [
    { which: 0, name: 'First period shown', place: first, edge: first },
    { which: 1, name: 'Last period shown', place: last, edge: last + 1 },
  ] as const;
  return (
    <div className="timeline-plot">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the ends are sliders for the keyboard */}
      <div
        ref={box}
        className="timeline-brush"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onDoubleClick={() => choose(null)}
      >
        <Bars periods={periods} window={window} />
        {window ? (
          <div
            className="timeline-window"
            style={{
              left: `${(100 * first) / count}%`,
              width: `${(100 * (last + 1 - first)) / count}%`,
            }}
          />
        ) : null}
      </div>
      {ends.map(({ which, name, place, edge }) => {
        const period = periods[place];
        if (!period) return null;
        return (
          <div
            key={name}
            className="timeline-end"
            role="slider"
            tabIndex={0}
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={count - 1}
            aria-valuenow={place}
            aria-valuetext={`${writeDay(which === 0 ? period.from : period.to)}, ${plural(period.statements, 'statement')}`}
            style={{ left: `${(100 * edge) / count}%` }}
            onKeyDown={onKey(which)}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => {
              if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
              moveEnd(which, placeOf(event) - (which === 0 ? first : last));
            }}
          />
        );
      })}
      <Ticks periods={periods} />
    </div>
  );
}
