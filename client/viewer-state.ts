// The one store of the viewer. What stands in the address (the place) is plain data, so that a
// link, the Back button, a named view and a test all speak of the same thing.

import { create } from 'zustand';
import type { SerializedGraph } from '../schema/index.ts';
import { emptyFilter, type Filter } from './model/filter.ts';
import type { Row } from './model/rows.ts';
import type { Granularity } from './model/timeline.ts';
import type { Focus, Sifted } from './model/visible.ts';

/** What the panel is about. A relation is named by the key of its edge. */
export type Selection =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'relation'; readonly key: string };

/** An open article, and the statement whose sentence is shown in it. */
export interface Reading {
  readonly document: string;
  readonly statement: string | null;
}

/** The way between two actors that is asked for. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/** An actor that was dragged to a place of the layout and stays there. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export type View = 'graph' | 'table';
export type Theme = 'light' | 'dark';
export type Colouring = 'type' | 'community';

export type GraphState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly detail: string }
  | {
      readonly status: 'ready';
      readonly graph: SerializedGraph;
      /** Every relation there is stands in it: a filter only hides some. */
      readonly whole: boolean;
    };

/** What can be undone. */
export interface Arrangement {
  readonly filter: Filter;
  readonly focus: Focus | null;
  readonly hidden: readonly string[];
  readonly pins: readonly Pin[];
  readonly route: Route | null;
  readonly colouring: Colouring;
}

/** The part of the state that a link carries. */
export interface Place extends Arrangement {
  readonly selection: Selection | null;
  readonly reading: Reading | null;
  readonly view: View;
  /** Null while the whole picture is in sight. */
  readonly camera: Camera | null;
  /** Null: what fits the dates. */
  readonly granularity: Granularity | null;
}

export interface ViewerState extends Place {
  readonly graph: GraphState;
  /** The statements of the graph as rows; null until they are there, or where they are too many. */
  readonly rows: readonly Row[] | null;
  readonly hovered: Selection | null;
  readonly theme: Theme;
  /** False once WebGL has turned out to be missing; the table then stands in. */
  readonly canvas: boolean;
  /** Counts up when something was chosen outside the canvas and should be brought into sight. */
  readonly reveals: number;
  /** True while the server does not answer. */
  readonly offline: boolean;
  /** True while the layout is being worked out. */
  readonly arranging: boolean;
  /** A short word about what was just done; shown for a while and said aloud. */
  readonly notice: { readonly text: string; readonly count: number };
  /** Statements that came in while the page was open. */
  readonly fresh: ReadonlySet<string>;
  /** True for a graph too large to be had whole: the server filters and counts. */
  readonly cut: boolean;
  /** What of a whole but large graph passes a filter, which is given as a query. */
  readonly sifted: (Sifted & { readonly query: string }) | null;
  /** Relations asked of the server at most. */
  readonly limit: number;
}

export const emptyArrangement: Arrangement = {
  filter: emptyFilter,
  focus: null,
  hidden: [],
  pins: [],
  route: null,
  colouring: 'type',
};

export const emptyPlace: Place = {
  ...emptyArrangement,
  selection: null,
  reading: null,
  view: 'graph',
  camera: null,
  granularity: null,
};

/** Relations asked for at first; the server sends the heaviest and says how many there are. */
export const FIRST_LIMIT = 2000;

export const useViewer = create<ViewerState>(() => ({
  ...emptyPlace,
  graph: { status: 'loading' },
  rows: null,
  hovered: null,
  theme: 'light',
  canvas: true,
  reveals: 0,
  offline: false,
  arranging: false,
  notice: { text: '', count: 0 },
  fresh: new Set(),
  cut: false,
  sifted: null,
  limit: FIRST_LIMIT,
}));

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'actor') return b.kind === 'actor' && a.id === b.id;
  return b.kind === 'relation' && a.key === b.key;
}
