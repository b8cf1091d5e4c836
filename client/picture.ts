// The renderer of the picture that is shown, for those who draw it elsewhere: the exports.

import type { GraphRenderer } from './renderer/graph-renderer.ts';

let shown: GraphRenderer | null = null;

export const picture = (): GraphRenderer | null => shown;

export function setPicture(renderer: GraphRenderer | null): void {
  shown = renderer;
}
