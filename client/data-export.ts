// What is seen as data: relations and actors as CSV, and the graph as graphology's JSON.

import { notify } from './commands.ts';
import { saveFile } from './copy-text.ts';
import { csv } from './model/csv.ts';
import { indexOf } from './model/graph-index.ts';
import { visibleNow } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { plural, quadNames } from './wording.ts';

function seen() {
  const state = useViewer.getState();
  if (state.graph.status !== 'ready') return null;
  const { graph } = state.graph;
  const { edges, nodes } = visibleNow(state);
  return {
    graph,
    index: indexOf(graph),
    shares: edges,
    nodes: graph.nodes.filter(({ key }) => nodes === null || nodes.has(key)),
    edges: graph.edges.filter(({ key }) => edges === null || edges.has(key)),
  };
}

function saveRelations(): void {
  const what = seen();
  if (!what) return;
  const name = (id: string): string => what.index.nodes.get(id)?.name ?? id;
  const lines = what.edges.flatMap(({ key }) => {
    const relation = what.index.relations.get(key);
    if (!relation) return [];
    const { source, target, reciprocal, attributes } = relation;
    const share = what.shares?.get(key);
    return [
      [
        name(source),
        attributes.label,
        name(target),
        reciprocal ? 'yes' : 'no',
        quadNames[attributes.quad],
        share?.documents ?? attributes.weight,
        share?.statements.length ?? attributes.count ?? attributes.statements.length,
        attributes.first ?? '',
        attributes.last ?? '',
        source,
        target,
      ],
    ];
  });
  const head = [
    ...['source', 'relation', 'target', 'mutual', 'kind', 'articles', 'statements'],
    ...['first', 'last', 'source_id', 'target_id'],
  ];
  saveFile('whowhom-relations.csv', new Blob([csv([head, ...lines])], { type: 'text/csv' }));
  notify(`${plural(lines.length, 'relation')} saved`);
}

function saveActors(): void {
  const what = seen();
  if (!what) return;
  const lines = what.nodes.map(({ key, attributes }) => [
    attributes.name,
    attributes.entityType,
    attributes.country ?? '',
    attributes.sectors.join(' '),
    attributes.documents,
    attributes.statements,
    key,
  ]);
  const head = ['name', 'type', 'country', 'sectors', 'articles', 'statements', 'id'];
  saveFile('whowhom-actors.csv', new Blob([csv([head, ...lines])], { type: 'text/csv' }));
  notify(`${plural(lines.length, 'actor')} saved`);
}

function saveGraph(): void {
  const what = seen();
  if (!what) return;
  const { graph, nodes, edges } = what;
  const attributes = { ...graph.attributes, shown: edges.length };
  const text = JSON.stringify({ ...graph, attributes, nodes, edges }, null, 2);
  saveFile('whowhom-seen.json', new Blob([text], { type: 'application/json' }));
}

export const dataExports = [
  { name: 'Relations seen, CSV', save: saveRelations },
  { name: 'Actors seen, CSV', save: saveActors },
  { name: 'Graph seen, JSON', save: saveGraph },
] as const;
