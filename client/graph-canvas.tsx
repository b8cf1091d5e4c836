// The picture: owns the renderer, tells it what to emphasise, and shows what the pointer is on.
// Where the renderer cannot be made, the table stands in.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SerializedGraph } from '../schema/index.ts';
import { clearFilter, hover, loseCanvas, moveCamera, notify, pin, select } from './commands.ts';
import { GraphControls } from './graph-controls.tsx';
import { GraphKeys } from './graph-keys.tsx';
import { countConditions } from './model/filter.ts';
import { nothing } from './model/visible.ts';
import { setPicture } from './picture.ts';
import { shownNow } from './picture-state.ts';
import { placingOf } from './placing.ts';
import { PointerNote } from './pointer-note.tsx';
import type { Point } from './renderer/edge-geometry.ts';
import { GraphRenderer, type Shown } from './renderer/graph-renderer.ts';
import { viewOf } from './renderer/view-model.ts';
import { useVisible } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { writeNumber } from './wording.ts';

function fail(container: HTMLElement, error: unknown): void {
  console.warn('The graph cannot be drawn; the table stands in.', error);
  globalThis.__graphView = viewOf(null, null);
  container.replaceChildren();
  loseCanvas();
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
    const { drawn, follow } = placingOf(graph);
    let made: GraphRenderer | null = null;
    const make = (shown: Shown): void => {
      try {
        made = new GraphRenderer(container, drawn, shown, {
          select,
          hover: (hovered, at) => {
            container.style.cursor = hovered ? 'pointer' : '';
            moved({ x: at.x, y: at.y });
            hover(hovered);
          },
          pin: (id, x, y) => {
            pin(id, x, y);
            notify('Pinned. Its panel lets it go again.');
          },
          camera: moveCamera,
        });
        globalThis.__graphView = viewOf(made, container);
        setPicture(made);
      } catch (error) {
        fail(container, error);
      }
    };
    const placed = (done: boolean): void => {
      if (made) made.relayout();
      else make(shownNow());
      made?.emphasise(shownNow());
      made?.look(useViewer.getState().camera);
      if (!done) return;
      made?.arrange(useViewer.getState().pins);
      useViewer.setState({ arranging: false });
      setRenderer(made);
    };
    useViewer.setState({ arranging: true });
    const stop = follow(placed);
    // while places are worked out, WebGL gets ready; a tangle would cost as much as the picture
    const ready = setTimeout(() => {
      if (!made) make({ ...shownNow(), visible: nothing });
    });
    const lost = (): void => {
      made?.destroy();
      fail(container, new Error('The WebGL context was lost.'));
    };
    container.addEventListener('webglcontextlost', lost, true);
    const watch = new ResizeObserver(() => made?.resize());
    watch.observe(container);
    return () => {
      stop();
      clearTimeout(ready);
      watch.disconnect();
      container.removeEventListener('webglcontextlost', lost, true);
      made?.destroy();
      setPicture(null);
      setRenderer(null);
      // where WebGL failed, that is what is to be seen of the picture
      if (useViewer.getState().canvas) globalThis.__graphView = undefined;
    };
  }, [box, graph, moved]);

  useEffect(() => {
    if (!renderer) return;
    // what changed while the renderer was being made
    renderer.emphasise(shownNow());
    return useViewer.subscribe((now, before) => {
      renderer.emphasise(shownNow());
      if (now.pins !== before.pins) renderer.arrange(now.pins);
    });
  }, [renderer]);
  return renderer;
}

/** The address may bring another camera with it: Back, a named view, a link. */
function useCamera(renderer: GraphRenderer | null): void {
  useEffect(() => {
    if (!renderer) return;
    const look = (): void => renderer.look(useViewer.getState().camera);
    window.addEventListener('whowhom:place', look);
    return () => window.removeEventListener('whowhom:place', look);
  }, [renderer]);
}

/** An empty picture says why it is empty. */
function NothingShown() {
  const { nodes } = useVisible();
  const filtered = useViewer((state) => countConditions(state.filter) > 0);
  if (!filtered || nodes === null || nodes.size > 0) return null;
  return (
    <p className="arranging">
      No statement passes the filters.{' '}
      <button type="button" className="link" onClick={clearFilter}>
        Clear them
      </button>
    </p>
  );
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
  const arranging = useViewer((state) => state.arranging);
  useCamera(renderer);

  useEffect(() => {
    const { selection } = useViewer.getState();
    if (renderer && reveals > 0 && selection) renderer.reveal(selection);
  }, [renderer, reveals]);

  return (
    <div className="graph" data-shown={shown || undefined} aria-hidden={!shown}>
      <GraphKeys renderer={shown ? renderer : null} moved={setAt}>
        <div className="graph-canvas" ref={box} data-arranging={arranging || undefined} />
      </GraphKeys>
      {arranging ? (
        <p className="arranging" role="status">
          Arranging {writeNumber(graph.nodes.length)} actors…
        </p>
      ) : null}
      {shown && !arranging ? <NothingShown /> : null}
      {shown ? <PointerNote at={at} /> : null}
      {shown && renderer ? <GraphControls renderer={renderer} /> : null}
    </div>
  );
}
