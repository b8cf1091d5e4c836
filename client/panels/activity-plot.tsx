// Cooperation and conflict over time as small bars, cooperation up and conflict down; for a pair
// also the mean intensity of its acts as a line from -10 to 10. The numbers stand in a table for
// those who do not see the bars.

import { useMemo } from 'react';
import type { Row } from '../model/rows.ts';
import { type Period, periodsOf } from '../model/timeline.ts';
import { plural, writeDay } from '../wording.ts';

const HEIGHT = 56;
const MIDDLE = HEIGHT / 2;
const LEAST_PERIODS = 6;

/** The line of the intensities, broken where a period has none for long. */
function curve(periods: readonly Period[]): string {
  return periods
    .flatMap(({ intensity }, place) =>
      intensity === null ? [] : [`${place + 0.5},${MIDDLE - (intensity / 10) * MIDDLE}`],
    )
    .join(' ');
}

function Numbers({ periods }: { readonly periods: readonly Period[] }) {
  return (
    <table className="visually-hidden">
      <caption>Statements over time</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Cooperation</th>
          <th scope="col">Conflict</th>
          <th scope="col">Mean intensity</th>
        </tr>
      </thead>
      <tbody>
        {periods
          .filter(({ statements }) => statements > 0)
          .map(({ from, cooperation, conflict, intensity }) => (
            <tr key={from}>
              <th scope="row">{writeDay(from)}</th>
              <td>{cooperation}</td>
              <td>{conflict}</td>
              <td>{intensity === null ? '–' : intensity.toFixed(1)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

export function ActivityPlot({
  rows,
  intensity = false,
}: {
  readonly rows: readonly Row[];
  readonly intensity?: boolean;
}) {
  const periods = useMemo(() => {
    const dated = rows.some(({ published }) => published) ? 'published' : 'event';
    return periodsOf(rows, dated, null).periods;
  }, [rows]);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(
    1,
    ...periods.flatMap(({ cooperation, conflict }) => [cooperation, conflict]),
  );
  const width = Math.max(LEAST_PERIODS, periods.length);
  const together = periods.reduce((sum, { cooperation }) => sum + cooperation, 0);
  const against = periods.reduce((sum, { conflict }) => sum + conflict, 0);
  const points = intensity ? curve(periods) : '';
  return (
    <figure className="activity">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="activity-plot"
        aria-hidden="true"
      >
        <line x1={0} x2={width} y1={MIDDLE} y2={MIDDLE} className="activity-axis" />
        {periods.map(({ from, cooperation, conflict }, place) => {
          const up = (cooperation / most) * (MIDDLE - 2);
          const down = (conflict / most) * (MIDDLE - 2);
          return (
            <g key={from}>
              <rect
                x={place + 0.12}
                width={0.76}
                y={MIDDLE - up}
                height={up}
                fill="var(--quad-2)"
              />
              <rect x={place + 0.12} width={0.76} y={MIDDLE} height={down} fill="var(--quad-4)" />
            </g>
          );
        })}
        {points ? <polyline points={points} className="activity-curve" /> : null}
      </svg>
      <figcaption>
        <span>{writeDay(first.from)}</span>
        <span>{writeDay(last.to)}</span>
        <span className="activity-counts">
          {plural(together, 'cooperative act')}, {plural(against, 'conflictual act')}
          {intensity && points ? '; the line is their mean intensity' : ''}
        </span>
      </figcaption>
      <Numbers periods={periods} />
    </figure>
  );
}
