// What is shown, of how much.

import type { SerializedGraph } from '../schema/index.ts';
import { showMore } from './commands.ts';
import { MOST_HAIRS } from './renderer/hairs.ts';
import { useVisible } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { plural, writeNumber } from './wording.ts';

/** More than this is too much for a page. */
const MOST = 50_000;

export function StatusLine({ graph }: { readonly graph: SerializedGraph }) {
  const canvas = useViewer((state) => state.canvas);
  const limit = useViewer((state) => state.limit);
  const view = useViewer((state) => state.view);
  const { edges, nodes } = useVisible();
  const { documents, shown, total } = graph.attributes;
  const narrowed =
    edges !== null && (edges.size < shown || (nodes?.size ?? 0) < graph.nodes.length);
  return (
    <footer className="status-line">
      {narrowed ? (
        <span role="status">
          {writeNumber(nodes?.size ?? graph.nodes.length)} of {plural(graph.nodes.length, 'actor')},{' '}
          {writeNumber(edges.size)} of {plural(shown, 'relation')}
        </span>
      ) : (
        <span>
          {plural(graph.nodes.length, 'actor')}, {plural(shown, 'relation')} from{' '}
          {plural(documents, 'article')}
        </span>
      )}
      {shown < total ? (
        <span>
          {writeNumber(shown)} of {writeNumber(total)} relations loaded, the most reported first
          {limit < MOST ? (
            <>
              {' '}
              <button
                type="button"
                className="link"
                onClick={() => showMore(Math.min(MOST, limit * 5))}
              >
                Load more
              </button>
            </>
          ) : null}
        </span>
      ) : null}
      {canvas && view === 'graph' && (edges?.size ?? shown) > MOST_HAIRS ? (
        <span>
          of those in sight, the {writeNumber(MOST_HAIRS)} most reported are drawn: zoom in or
          filter for the others
        </span>
      ) : null}
      {canvas ? null : (
        <span>The picture needs WebGL, which this browser does not offer: here is the table.</span>
      )}
    </footer>
  );
}
