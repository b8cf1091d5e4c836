// Says aloud what was selected, for those who do not see it light up.

import { nameOf, useGraphIndex } from './panels/use-graph-index.ts';
import { useViewer } from './viewer-state.ts';
import { plural } from './wording.ts';

export function Announcement() {
  const selection = useViewer((state) => state.selection);
  const index = useGraphIndex();
  const relation = selection?.kind === 'relation' ? index.relations.get(selection.key) : undefined;
  let words = '';
  if (selection?.kind === 'actor') words = `Selected ${nameOf(index, selection.id)}`;
  if (relation) {
    const { source, target, attributes } = relation;
    words = `Selected ${nameOf(index, source)}, ${attributes.label}, ${nameOf(index, target)}: ${plural(attributes.statements.length, 'statement')}`;
  }
  return (
    <div className="visually-hidden announcement" role="status">
      {words}
    </div>
  );
}
