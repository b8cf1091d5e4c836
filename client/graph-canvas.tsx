// The picture: owns the renderer, tells it what to emphasise, and shows what the pointer is on.
// Where the renderer cannot be made, the table stands in.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SerializedGraph } from '../schema/index.ts';
import { hover, loseCanvas, select } from './commands.ts';
import { PointerNote } from './pointer-note.tsx';
import type { Point } from './renderer/edge-geometry.ts';
import { GraphRenderer, type Shown } from './renderer/graph-renderer.ts';
import { prepareGraph } from './renderer/prepare-graph.ts';
import { viewOf } from './renderer/view-model.ts';
import { sameSelection, useViewer } from './viewer-state.ts';
import { ZoomControls } from './zoom-controls.tsx';

function shownNow(): Shown {
  const { hovered, selection, hiddenQuads, theme } = useViewer.getState();
  return { hovered, selected: selection, hiddenQuads, theme };
}

/** One renderer for the graph, kept in step with the store until the graph changes. */
function useRenderer(
  box: RefObject<HTMLDivElement | null>,
  graph: SerializedGraph,
  moved: (at: Point) => void,
): GraphRenderer | null {
  const [renderer, setRenderer] = useState<GraphRenderer | null>(null);
  useEffect(() => {
    const container = box.current;
    if (!container) return;
    let made: GraphRenderer;
    try {
      made = new GraphRenderer(container, prepareGraph(graph), shownNow(), {
        select,
        hover: (hovered, at) => {
          container.style.cursor = hovered ? 'pointer' : '';
          moved({ x: at.x, y: at.y });
          if (!sameSelection(hovered, useViewer.getState().hovered)) hover(hovered);
        },
      });
    } catch (error) {
      console.warn('The graph cannot be drawn; the table stands in.', error);
      globalThis.__graphView = viewOf(null, null);
      container.replaceChildren();
      loseCanvas();
      return;
    }
    setRenderer(made);
    globalThis.__graphView = viewOf(made, container);
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(container);
    return () => {
      watch.disconnect();
      made.destroy();
      setRenderer(null);
      globalThis.__graphView = undefined;
    };
  }, [box, graph, moved]);

  useEffect(() => {
    if (!renderer) return;
    return useViewer.subscribe(() => renderer.emphasise(shownNow()));
  }, [renderer]);
  return renderer;
}

export function GraphCanvas({
  graph,
  shown,
}: {
  readonly graph: SerializedGraph;
  readonly shown: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Point>({ x: 0, y: 0 });
  const renderer = useRenderer(box, graph, setAt);
  const reveals = useViewer((state) => state.reveals);

  useEffect(() => {
    const { selection } = useViewer.getState();
    if (renderer && reveals > 0 && selection) renderer.reveal(selection);
  }, [renderer, reveals]);

  return (
    <div className="graph" data-shown={shown || undefined} aria-hidden={!shown}>
      <div
        className="graph-canvas"
        ref={box}
        role="img"
        aria-label="Graph of actors and their relations. The table shows the same as text."
      />
      {shown ? <PointerNote at={at} /> : null}
      {shown && renderer ? <ZoomControls renderer={renderer} /> : null}
    </div>
  );
}
