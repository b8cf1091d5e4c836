// A graph too large for its statements to be had is filtered by the server. Where all of its
// relations are there, the server only says which pass, and nothing moves; where only the most
// reported ones are, those that pass are loaded in their place. Actors that stood keep their places.

import { notify, refreshGraph } from './commands.ts';
import { type FilterQuery, filterQuery } from './model/filter.ts';
import { relationOf } from './model/graph-index.ts';
import { decidedByRelations } from './model/visible.ts';
import { server } from './server.ts';
import { useViewer } from './viewer-state.ts';

const PAUSE = 250;

async function sift(query: FilterQuery): Promise<void> {
  const { graph, limit } = useViewer.getState();
  try {
    const { nodes, edges } = await server.getGraph({ view: 'relations', limit, ...query });
    if (useViewer.getState().graph !== graph) return;
    useViewer.setState({
      sifted: {
        query: JSON.stringify(query),
        shares: new Map(edges.map((edge) => [edge.key, relationOf(edge).whole])),
        nodes: new Set(nodes.map(({ key }) => key)),
      },
    });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}

export function followCut(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  useViewer.subscribe(({ cut, filter, graph }, before) => {
    if (!cut) return;
    const isNew = graph !== before.graph && graph.status === 'ready' && graph.whole;
    // nothing was asked yet about a graph that is new, or not known before to be cut
    if (cut !== before.cut || isNew) asked = '{}';
    else if (filter === before.filter) return;
    const wanted = filterQuery(filter);
    const query = JSON.stringify(wanted);
    if (query === asked) return;
    asked = query;
    clearTimeout(timer);
    if (graph.status !== 'ready' || !graph.whole) {
      timer = setTimeout(() => void refreshGraph(), PAUSE);
    } else if (!decidedByRelations(filter)) timer = setTimeout(() => void sift(wanted), PAUSE);
  });
}
