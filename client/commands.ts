// What a user can do, each one function that changes the store. Components call these and
// nothing else writes.

import type { Quad } from '../schema/index.ts';
import { fetchGraph } from './api.ts';
import { emptyPlace, type Reading, type Selection, useViewer, type View } from './viewer-state.ts';

/** Edges asked for at most; the server sends the heaviest and says how many there are. */
const EDGE_LIMIT = 2000;

export async function loadGraph(): Promise<void> {
  useViewer.setState({ graph: { status: 'loading' } });
  try {
    const graph = await fetchGraph(EDGE_LIMIT);
    useViewer.setState((state) => ({
      graph: { status: 'ready', graph },
      reveals: state.selection ? state.reveals + 1 : state.reveals,
    }));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    useViewer.setState({ graph: { status: 'failed', detail } });
  }
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
  useViewer.setState({ hovered });
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

export function toggleQuad(quad: Quad): void {
  useViewer.setState(({ hiddenQuads }) => ({
    hiddenQuads: hiddenQuads.includes(quad)
      ? hiddenQuads.filter((each) => each !== quad)
      : [...hiddenQuads, quad].sort(),
  }));
}

/** One step back towards the whole picture: article, then selection. */
export function stepOut(): void {
  const { reading, selection } = useViewer.getState();
  if (reading) closeArticle();
  else if (selection) select(null);
}

export function reset(): void {
  useViewer.setState({ ...emptyPlace });
}

/** WebGL is missing or was lost: the table stands in. */
export function loseCanvas(): void {
  useViewer.setState({ canvas: false, view: 'table' });
}
