// One panel beside the picture: the open article, else what is selected, else the path that was
// asked for, else an overview.

import { useViewer } from '../viewer-state.ts';
import { ActorPanel } from './actor-panel.tsx';
import { ArticlePanel } from './article-panel.tsx';
import { OverviewPanel } from './overview-panel.tsx';
import { PathPanel } from './path-panel.tsx';
import { RelationPanel } from './relation-panel.tsx';

function Content() {
  const selection = useViewer((state) => state.selection);
  const reading = useViewer((state) => state.reading);
  const route = useViewer((state) => state.route);
  if (reading) return <ArticlePanel key={reading.document} reading={reading} />;
  if (selection?.kind === 'actor') return <ActorPanel key={selection.id} id={selection.id} />;
  if (selection) return <RelationPanel key={selection.key} relationKey={selection.key} />;
  if (route) return <PathPanel key={`${route.from} ${route.to}`} route={route} />;
  return <OverviewPanel />;
}

export function SidePanel() {
  const open = useViewer(
    (state) => state.selection !== null || state.reading !== null || state.route !== null,
  );
  const reading = useViewer((state) => state.reading !== null);
  return (
    <aside
      className="side-panel"
      aria-label="Details"
      data-open={open || undefined}
      data-reading={reading || undefined}
    >
      <Content />
    </aside>
  );
}
