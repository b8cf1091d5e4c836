// `window.__graphView`: what the canvas shows, as plain data with places in pixels of the page, so
// that a test or a script can point at what a reader would point at. It can read, not change.

import type { EntityType, Quad } from '../../schema/index.ts';
import type { Selection, Theme } from '../viewer-state.ts';

export interface ViewedNode {
  readonly key: string;
  readonly label: string;
  readonly entityType: EntityType;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly dimmed: boolean;
}

export interface ViewedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly quad: Quad;
  readonly reciprocal: boolean;
  readonly curved: boolean;
  /** A point where a click meets this edge and nothing else; null where it is covered. */
  readonly point: { readonly x: number; readonly y: number } | null;
  readonly dimmed: boolean;
}

export interface ViewedLabel {
  readonly key: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface GraphView {
  readonly status: () => 'loading' | 'failed' | 'ready';
  /** False where WebGL is missing. */
  readonly canvas: () => boolean;
  readonly theme: () => Theme;
  readonly selection: () => Selection | null;
  readonly hovered: () => Selection | null;
  /** True while the camera moves or the layout is worked out. */
  readonly moving: () => boolean;
  readonly nodes: () => readonly ViewedNode[];
  readonly edges: () => readonly ViewedEdge[];
  /** Headings of the communities. */
  readonly titles: () => readonly string[];
  readonly labels: () => readonly ViewedLabel[];
}

declare global {
  var __graphView: GraphView | undefined;
}
