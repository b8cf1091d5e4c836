// What the picture is told, read from the store: emphasis, path, communities, new relations.

import { communitiesOf } from './model/communities.ts';
import { indexOf } from './model/graph-index.ts';
import type { Path } from './model/paths.ts';
import type { Row } from './model/rows.ts';
import type { Highlighted } from './renderer/appearance.ts';
import { shorten } from './renderer/drawn-graph.ts';
import type { Shown } from './renderer/graph-renderer.ts';
import type { Group } from './renderer/scene.ts';
import { pathNow, visibleNow } from './shown.ts';
import { useViewer, type ViewerState } from './viewer-state.ts';

const none: readonly Group[] = [];
const noKeys: ReadonlySet<string> = new Set();

const paths = new WeakMap<Path, Highlighted>();

function highlighted(path: Path | null): Highlighted | null {
  if (!path) return null;
  const known = paths.get(path);
  if (known) return known;
  const made = {
    nodes: new Set(path.actors),
    edges: new Set(path.steps.map(({ key }) => key)),
  };
  paths.set(path, made);
  return made;
}

const groupsOf = new WeakMap<object, readonly Group[]>();

/** The communities with headings: the first two names, and how many more. */
function groups({ graph }: ViewerState): readonly Group[] {
  if (graph.status !== 'ready') return none;
  const known = groupsOf.get(graph.graph);
  if (known) return known;
  const index = indexOf(graph.graph);
  const made = communitiesOf(index).list.map(({ members }, place) => {
    const names = members.slice(0, 2).map((id) => shorten(index.nodes.get(id)?.name ?? id, 22));
    const more = members.length - names.length;
    return { place, members, title: `${names.join(', ')}${more > 0 ? ` +${more}` : ''}` };
  });
  groupsOf.set(graph.graph, made);
  return made;
}

let lastFresh: {
  readonly fresh: ReadonlySet<string>;
  readonly rows: readonly Row[] | null;
  readonly keys: ReadonlySet<string>;
} | null = null;

/** The relations that statements which just came in belong to. */
function freshRelations({ fresh, rows }: ViewerState): ReadonlySet<string> {
  if (fresh.size === 0 || !rows) return noKeys;
  if (lastFresh?.fresh === fresh && lastFresh.rows === rows) return lastFresh.keys;
  const keys = new Set(rows.flatMap(({ id, relation }) => (fresh.has(id) && relation) || []));
  lastFresh = { fresh, rows, keys };
  return keys;
}

export function shownNow(): Shown {
  const state = useViewer.getState();
  const { hovered, selection, theme, graph } = state;
  const grouped = state.colouring === 'community' && graph.status === 'ready';
  return {
    hovered,
    selected: selection,
    visible: visibleNow(state),
    path: highlighted(pathNow(state)),
    fresh: freshRelations(state),
    communities: grouped ? communitiesOf(indexOf(graph.graph)).of : null,
    groups: grouped ? groups(state) : none,
    theme,
  };
}
