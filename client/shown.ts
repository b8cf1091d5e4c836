// What is shown of the graph now, worked out once for each state and shared by the picture, the
// table, the lists, the filter bar and the timeline.

import { useMemo } from 'react';
import type { SerializedGraph } from '../schema/index.ts';
import { type Analysis, analyse } from './model/analysis.ts';
import { type Filter, filterQuery } from './model/filter.ts';
import { emptyIndex, type GraphIndex, indexOf } from './model/graph-index.ts';
import { type Path, shortestPath } from './model/paths.ts';
import type { Row } from './model/rows.ts';
import { everything, type Focus, type Visible, visibleOf } from './model/visible.ts';
import { type Route, useViewer, type ViewerState } from './viewer-state.ts';

/** Keeps the last answer and gives it again while the arguments are the same objects. */
function once<Arguments extends readonly unknown[], Answer>(
  work: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | null = null;
  return (...given) => {
    if (last?.given.every((value, place) => Object.is(value, given[place]))) return last.answer;
    const answer = work(...given);
    last = { given, answer };
    return answer;
  };
}

const analysisOf = once(
  (rows: readonly Row[] | null, filter: Filter): Analysis | null => rows && analyse(rows, filter),
);

const visibleIn = once(
  (
    graph: SerializedGraph,
    rows: readonly Row[] | null,
    sifted: ViewerState['sifted'],
    filter: Filter,
    focus: Focus | null,
    hidden: readonly string[],
  ): Visible => {
    const answer = sifted?.query === JSON.stringify(filterQuery(filter)) ? sifted : null;
    const known = analysisOf(rows, filter) ?? answer;
    return visibleOf(indexOf(graph), known, { filter, focus, hidden });
  },
);

const pathIn = once(
  (graph: SerializedGraph, visible: Visible, route: Route | null): Path | null =>
    route && shortestPath(indexOf(graph), visible, route.from, route.to),
);

type Narrowed = Pick<
  ViewerState,
  'graph' | 'rows' | 'sifted' | 'filter' | 'focus' | 'hidden' | 'route'
>;

export const visibleNow = ({ graph, rows, sifted, filter, focus, hidden }: Narrowed): Visible =>
  graph.status === 'ready'
    ? visibleIn(graph.graph, rows, sifted, filter, focus, hidden)
    : everything;

export const pathNow = (state: Narrowed): Path | null =>
  state.graph.status === 'ready' ? pathIn(state.graph.graph, visibleNow(state), state.route) : null;

/** What is drawn and listed. */
export const useVisible = (): Visible => useViewer(visibleNow);

export const usePath = (): Path | null => useViewer(pathNow);

/** Counts of the values, and what passes; null until the statements are there. */
export const useAnalysis = (): Analysis | null =>
  useViewer(({ rows, filter }) => analysisOf(rows, filter));

export function useGraphIndex(): GraphIndex {
  const graph = useViewer((state) => state.graph);
  return useMemo(() => (graph.status === 'ready' ? indexOf(graph.graph) : emptyIndex), [graph]);
}
