// The one store of the viewer. What stands in the address (selection, reading, view, hidden
// quads) is plain data, so that a link, the Back button and a test all speak of the same thing.

import { create } from 'zustand';
import type { Quad, SerializedGraph } from '../schema/index.ts';

/** What the panel is about. A relation is named by the key of its edge. */
export type Selection =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'relation'; readonly key: string };

/** An open article, and the statement whose sentence is shown in it. */
export interface Reading {
  readonly document: string;
  readonly statement: string | null;
}

export type View = 'graph' | 'table';
export type Theme = 'light' | 'dark';

export type GraphState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly detail: string }
  | { readonly status: 'ready'; readonly graph: SerializedGraph };

/** The part of the state that a link carries. */
export interface Place {
  readonly selection: Selection | null;
  readonly reading: Reading | null;
  readonly view: View;
  readonly hiddenQuads: readonly Quad[];
}

export interface ViewerState extends Place {
  readonly graph: GraphState;
  readonly hovered: Selection | null;
  readonly theme: Theme;
  /** False once WebGL has turned out to be missing; the table then stands in. */
  readonly canvas: boolean;
  /** Counts up when something was chosen outside the canvas and should be brought into sight. */
  readonly reveals: number;
}

export const emptyPlace: Place = { selection: null, reading: null, view: 'graph', hiddenQuads: [] };

export const useViewer = create<ViewerState>(() => ({
  ...emptyPlace,
  graph: { status: 'loading' },
  hovered: null,
  theme: 'light',
  canvas: true,
  reveals: 0,
}));

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'actor') return b.kind === 'actor' && a.id === b.id;
  return b.kind === 'relation' && a.key === b.key;
}
