// Says aloud what was selected, for those who do not see it light up.

import { nameOf, useGraphIndex } from './panels/use-graph-index.ts';
import { useViewer } from './viewer-state.ts';
import { plural } from './wording.ts';

/** True while the picture has the focus, so that what is hovered is where the keys have walked. */
const walking = (): boolean => document.activeElement?.classList.contains('graph-keys') ?? false;

export function Announcement() {
  const chosen = useViewer((state) => state.selection);
  const hovered = useViewer((state) => state.hovered);
  const index = useGraphIndex();
  const walked = hovered !== null && walking();
  const selection = walked ? hovered : chosen;
  const said = walked ? '' : 'Selected ';
  const relation = selection?.kind === 'relation' ? index.relations.get(selection.key) : undefined;
  let words = '';
  if (selection?.kind === 'actor')
    words = `${said}${nameOf(index, selection.id)}, ${plural(index.relationsOf(selection.id).length, 'relation')}`;
  if (relation) {
    const { source, target, attributes } = relation;
    words = `${said}${nameOf(index, source)}, ${attributes.label}, ${nameOf(index, target)}: ${plural(attributes.statements.length, 'statement')}`;
  }
  return (
    <div className="visually-hidden announcement" role="status">
      {words}
    </div>
  );
}
