// The whole page: bar, picture or table, panel, status line; or why there is none.

import { useEffect } from 'react';
import type { SerializedGraph } from '../schema/index.ts';
import { Announcement } from './announcement.tsx';
import { loadGraph, stepOut } from './commands.ts';
import { embedded } from './embedded.ts';
import { FilterBar } from './filter-bar.tsx';
import { GraphCanvas } from './graph-canvas.tsx';
import { Legend } from './legend.tsx';
import { Notice, Offline } from './notice.tsx';
import { SidePanel } from './panels/side-panel.tsx';
import { StatusLine } from './status-line.tsx';
import { TableView } from './table/table-view.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { TourCard } from './tour.tsx';
import { useViewer } from './viewer-state.ts';

function Failure({ detail }: { readonly detail: string }) {
  return (
    <div className="message" role="alert">
      <h2>The graph could not be loaded</h2>
      <p>{detail}</p>
      <button type="button" className="button" onClick={() => void loadGraph()}>
        Try again
      </button>
    </div>
  );
}

function Empty() {
  return (
    <div className="message">
      <h2>No statements yet</h2>
      <p>
        Add an article with <strong>Add</strong> above, or by <code>whowhom add FILE</code>, and
        reload this page.
      </p>
      <button type="button" className="button" onClick={() => void loadGraph()}>
        Reload
      </button>
    </div>
  );
}

function Browser({ graph }: { readonly graph: SerializedGraph }) {
  const view = useViewer((state) => state.view);
  const canvas = useViewer((state) => state.canvas);
  return (
    <>
      {embedded() ? null : <FilterBar />}
      <main className="stage">
        {canvas ? <GraphCanvas graph={graph} shown={view === 'graph'} /> : null}
        {view === 'table' ? <TableView /> : null}
        <TourCard />
      </main>
      <Timeline />
      <Legend />
      <SidePanel />
      <StatusLine graph={graph} />
      <Announcement />
    </>
  );
}

function Content() {
  const graph = useViewer((state) => state.graph);
  if (graph.status === 'loading') {
    return (
      <main className="message" role="status">
        <p className="muted">Loading the graph…</p>
      </main>
    );
  }
  if (graph.status === 'failed') {
    return (
      <main>
        <Failure detail={graph.detail} />
      </main>
    );
  }
  if (graph.graph.nodes.length === 0) {
    return (
      <main>
        <Empty />
      </main>
    );
  }
  return <Browser graph={graph.graph} />;
}

export function App() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) stepOut();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="viewer" data-embedded={embedded() || undefined}>
      {embedded() ? null : <TopBar />}
      <Content />
      <Offline />
      <Notice />
    </div>
  );
}
