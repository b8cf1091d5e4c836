// Nearer, farther, everything: for those without a wheel.

import type { GraphRenderer } from './renderer/graph-renderer.ts';

const STEP = 1.6;

export function ZoomControls({ renderer }: { readonly renderer: GraphRenderer }) {
  return (
    <fieldset className="zoom" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => renderer.zoom(STEP)}>
        <span aria-hidden="true">+</span>
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => renderer.zoom(1 / STEP)}>
        <span aria-hidden="true">−</span>
      </button>
      <button type="button" aria-label="Show everything" onClick={() => renderer.fit()}>
        <span aria-hidden="true">⤢</span>
      </button>
    </fieldset>
  );
}
