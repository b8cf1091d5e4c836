// Name, search, and what concerns the whole view: picture or table, undo, share, keys, theme.

import { useEffect } from 'react';
import { AddSheet } from './add/add-sheet.tsx';
import { reset, show } from './commands.ts';
import { HelpSheet } from './help-sheet.tsx';
import { redo, undo, useHistory } from './history.ts';
import { SearchBox } from './search-box.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { onShortcut, onUndoKeys } from './shortcuts.ts';
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

function Undo() {
  const { past, future } = useHistory();
  return (
    <fieldset className="undo" aria-label="History">
      <button
        type="button"
        className="icon-button"
        aria-label="Undo"
        title="Undo (Ctrl Z)"
        disabled={past.length === 0}
        onClick={() => void undo()}
      >
        <span aria-hidden="true">↶</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Redo"
        title="Do again (Ctrl Shift Z)"
        disabled={future.length === 0}
        onClick={() => void redo()}
      >
        <span aria-hidden="true">↷</span>
      </button>
    </fieldset>
  );
}

function toggleView(): void {
  const { view, canvas } = useViewer.getState();
  if (canvas) show(view === 'graph' ? 'table' : 'graph');
}

function toGraph(): void {
  if (useViewer.getState().canvas) show('graph');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.graph-keys')?.focus());
}

export function TopBar() {
  const theme = useViewer((state) => state.theme);
  useEffect(() => {
    const ends = [
      onShortcut('t', toggleView),
      onShortcut('g', toGraph),
      onUndoKeys(
        () => void undo(),
        () => void redo(),
      ),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return (
    <header className="top-bar">
      <h1>
        <button type="button" className="wordmark" title="Back to the whole graph" onClick={reset}>
          who<em>whom</em>
        </button>
      </h1>
      <SearchBox />
      <ViewSwitch />
      <Undo />
      <AddSheet />
      <ShareDialog />
      <HelpSheet />
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
