// What a user can do, each one function that changes the store. Components call these and
// nothing else writes.

import type { Quad } from '../schema/index.ts';
import { loadRows } from './load-rows.ts';
import {
  emptyFilter,
  type Filter,
  filterQuery,
  type ListField,
  toggled,
  withValue,
} from './model/filter.ts';
import type { Granularity } from './model/timeline.ts';
import type { Focus } from './model/visible.ts';
import { placingOf } from './placing.ts';
import { server } from './server.ts';
import {
  type Camera,
  type Colouring,
  emptyPlace,
  type Reading,
  type Route,
  type Selection,
  sameSelection,
  useViewer,
  type View,
} from './viewer-state.ts';

export async function loadGraph(): Promise<void> {
  useViewer.setState({ graph: { status: 'loading' } });
  await refreshGraph();
}

/** Loads the graph again and keeps what stands there until the new one has come. */
export async function refreshGraph(): Promise<void> {
  try {
    const { limit, cut, filter, graph: before } = useViewer.getState();
    const isWhole = before.status === 'ready' && before.whole;
    const query = cut && !isWhole ? filterQuery(filter) : {};
    const graph = await server.getGraph({ view: 'relations', limit, ...query });
    const { shown, total } = graph.attributes;
    const whole = shown === total && Object.keys(query).length === 0;
    const { begun } = placingOf(graph);
    useViewer.setState((state) => ({
      graph: { status: 'ready', graph, whole },
      sifted: null,
      reveals: state.selection && !state.camera ? state.reveals + 1 : state.reveals,
    }));
    // the first picture does not wait for what only the filters ask for
    await begun;
    await loadRows(graph);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (useViewer.getState().graph.status === 'ready') notify(detail);
    else useViewer.setState({ graph: { status: 'failed', detail } });
  }
}

/** Draws more of a graph that the server cut. */
export function showMore(limit: number): void {
  useViewer.setState({ limit });
  void refreshGraph();
}

export function notify(text: string): void {
  useViewer.setState(({ notice }) => ({ notice: { text, count: notice.count + 1 } }));
}

/** Selects without moving the picture: for a click on the canvas. */
export function select(selection: Selection | null): void {
  useViewer.setState({ selection, reading: null });
}

/** Selects and brings it into sight: for a choice in a list, the search or the table. */
export function reveal(selection: Selection): void {
  useViewer.setState((state) => ({
    selection,
    reading: null,
    hovered: null,
    reveals: state.reveals + 1,
  }));
}

export function hover(hovered: Selection | null): void {
  if (!sameSelection(hovered, useViewer.getState().hovered)) useViewer.setState({ hovered });
}

export function openArticle(reading: Reading): void {
  useViewer.setState({ reading });
}

export function closeArticle(): void {
  useViewer.setState({ reading: null });
}

export function show(view: View): void {
  useViewer.setState({ view, hovered: null });
}

function changeFilter(change: (filter: Filter) => Filter): void {
  useViewer.setState(({ filter }) => ({ filter: change(filter), hovered: null }));
}

export function setFilter(part: Partial<Filter>): void {
  changeFilter((filter) => ({ ...filter, ...part }));
}

export function toggleQuad(quad: Quad): void {
  changeFilter((filter) => ({ ...filter, hiddenQuads: toggled(filter.hiddenQuads, quad) }));
}

export function toggleValue(field: ListField, value: string): void {
  changeFilter((filter) => withValue(filter, field, value));
}

export function clearField(field: ListField): void {
  changeFilter((filter) => ({ ...filter, lists: { ...filter.lists, [field]: [] } }));
}

/** Takes every condition away; which date is meant stays. */
export function clearFilter(): void {
  changeFilter(({ date }) => ({ ...emptyFilter, date }));
}

export function setGranularity(granularity: Granularity | null): void {
  useViewer.setState({ granularity });
}

/** Shows an actor and what lies so many steps around it. */
export function focusOn(id: string, depth: Focus['depth']): void {
  useViewer.setState(({ hidden }) => ({
    focus: { centres: [id], depth },
    hidden: hidden.filter((each) => each !== id),
  }));
}

/** Adds the neighbours of an actor to what is in focus. */
export function expand(id: string): void {
  useViewer.setState(({ focus }) =>
    focus && !focus.centres.includes(id)
      ? { focus: { ...focus, centres: [...focus.centres, id] } }
      : {},
  );
}

export function hide(id: string): void {
  useViewer.setState(({ hidden, selection }) => ({
    hidden: [...hidden.filter((each) => each !== id), id],
    selection: selection?.kind === 'actor' && selection.id === id ? null : selection,
    hovered: null,
  }));
}

/** Back to everything: no focus, nothing hidden, no path. The filter stays. */
export function showAll(): void {
  useViewer.setState({ focus: null, hidden: [], route: null });
}

export function findRoute(route: Route | null): void {
  useViewer.setState({ route, selection: null, reading: null });
}

export function colourBy(colouring: Colouring): void {
  useViewer.setState({ colouring });
}

export function pin(id: string, x: number, y: number): void {
  useViewer.setState(({ pins }) => ({
    pins: [...pins.filter((each) => each.id !== id), { id, x, y }],
  }));
}

export function unpin(id: string): void {
  useViewer.setState(({ pins }) => ({ pins: pins.filter((each) => each.id !== id) }));
}

export function moveCamera(camera: Camera | null): void {
  useViewer.setState({ camera });
}

/** One step back towards the whole picture: article, then selection, then path. */
export function stepOut(): void {
  const { reading, selection, route } = useViewer.getState();
  if (reading) closeArticle();
  else if (selection) select(null);
  else if (route) findRoute(null);
}

export function reset(): void {
  useViewer.setState({ ...emptyPlace });
}

/** WebGL is missing or was lost: the table stands in. */
export function loseCanvas(): void {
  useViewer.setState({ canvas: false, view: 'table' });
}
