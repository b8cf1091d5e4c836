// What stands on the picture: zoom, what the colours mean, and the way back to everything.

import { colourBy, showAll } from './commands.ts';
import type { GraphRenderer } from './renderer/graph-renderer.ts';
import { useViewer } from './viewer-state.ts';
import { plural } from './wording.ts';
import { ZoomControls } from './zoom-controls.tsx';

/** What is left out by focus and hiding, and the way back. */
function Narrowed() {
  const focus = useViewer((state) => state.focus);
  const hidden = useViewer((state) => state.hidden.length);
  const route = useViewer((state) => state.route);
  if (!focus && hidden === 0 && !route) return null;
  const words = [
    focus
      ? `Within ${plural(focus.depth, 'step')}${focus.centres.length > 1 ? `, ${focus.centres.length - 1} expanded` : ''}`
      : null,
    hidden > 0 ? `${plural(hidden, 'actor')} hidden` : null,
    route ? 'Path' : null,
  ];
  return (
    <p className="narrowed">
      {words.filter(Boolean).join(' · ')}
      <button type="button" className="link" onClick={showAll}>
        Back to all
      </button>
    </p>
  );
}

export function GraphControls({ renderer }: { readonly renderer: GraphRenderer }) {
  const colouring = useViewer((state) => state.colouring);
  return (
    <>
      <div className="graph-corner">
        <button
          type="button"
          className="chip"
          aria-pressed={colouring === 'community'}
          title="Colour actors by whom they have most to do with"
          onClick={() => colourBy(colouring === 'community' ? 'type' : 'community')}
        >
          Communities
        </button>
        <Narrowed />
      </div>
      <ZoomControls renderer={renderer} />
    </>
  );
}
