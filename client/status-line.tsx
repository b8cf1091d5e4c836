// What is shown, of how much.

import type { SerializedGraph } from '../schema/index.ts';
import { useViewer } from './viewer-state.ts';
import { plural } from './wording.ts';

export function StatusLine({ graph }: { readonly graph: SerializedGraph }) {
  const canvas = useViewer((state) => state.canvas);
  const { documents, shown, total } = graph.attributes;
  return (
    <footer className="status-line">
      <span>
        {plural(graph.nodes.length, 'actor')}, {plural(shown, 'relation')} from{' '}
        {plural(documents, 'article')}
      </span>
      {shown < total ? (
        <span>
          {shown.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} relations shown, the
          most reported first
        </span>
      ) : null}
      {canvas ? null : (
        <span>The picture needs WebGL, which this browser does not offer: here is the table.</span>
      )}
    </footer>
  );
}
