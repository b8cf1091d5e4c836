// Starts the viewer: the address is read before the first paint, then kept in step.

import './layout-start.ts';
import { createRoot } from 'react-dom/client';
import { followAddress } from './address-sync.ts';
import { App } from './app.tsx';
import { loadGraph } from './commands.ts';
import { followConnection } from './connection.ts';
import { followCut } from './follow-cut.ts';
import { followChanges } from './history.ts';
import { loadVerdicts } from './judgements.ts';
import { followTheme } from './theme.ts';
import { useViewer } from './viewer-state.ts';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/legend.css';
import './styles/panel.css';
import './styles/statement.css';
import './styles/table.css';
import './styles/filter.css';
import './styles/timeline.css';
import './styles/sheet.css';

/** Milliseconds for which an empty page is better than one that says it is loading. */
const MOMENT = 150;

/**
 * The graph is asked for with the page and mostly there by now: then its layout begins at once, and
 * the page is drawn once instead of twice.
 */
function graphSoon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MOMENT);
    const end = useViewer.subscribe(({ graph }) => {
      if (graph.status === 'loading') return;
      end();
      resolve();
    });
  });
}

const root = document.getElementById('viewer');
if (!root) throw new Error('The page has no #viewer element.');

followTheme();
followAddress();
followChanges();
followConnection();
void loadGraph();
void graphSoon().then(() => createRoot(root).render(<App />));
void loadVerdicts();
followCut();
