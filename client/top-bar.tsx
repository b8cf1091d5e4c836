// Name, search, and what concerns the whole view: picture or table, download, light or dark.

import { exportAddress } from './api.ts';
import { reset, show } from './commands.ts';
import { SearchBox } from './search-box.tsx';
import { toggleTheme } from './theme.ts';
import { useViewer } from './viewer-state.ts';

function ViewSwitch() {
  const view = useViewer((state) => state.view);
  const canvas = useViewer((state) => state.canvas);
  return (
    <fieldset className="view-switch" aria-label="View">
      <button
        type="button"
        aria-pressed={view === 'graph'}
        disabled={!canvas}
        onClick={() => show('graph')}
      >
        Graph
      </button>
      <button type="button" aria-pressed={view === 'table'} onClick={() => show('table')}>
        Table
      </button>
    </fieldset>
  );
}

export function TopBar() {
  const theme = useViewer((state) => state.theme);
  return (
    <header className="top-bar">
      <h1>
        <button type="button" className="wordmark" title="Back to the whole graph" onClick={reset}>
          who<em>whom</em>
        </button>
      </h1>
      <SearchBox />
      <ViewSwitch />
      <a className="button" href={exportAddress} download="whowhom-graph.json">
        <span aria-hidden="true">↓</span> <span className="wide-only">Download</span>
        <span className="visually-hidden"> the graph as JSON</span>
      </a>
      <button
        type="button"
        className="icon-button"
        aria-label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
        onClick={toggleTheme}
      >
        <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span>
      </button>
    </header>
  );
}
