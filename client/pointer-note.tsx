// A few words beside the pointer about the actor or relation under it.

import type { ReactNode } from 'react';
import { Name } from './panels/name.tsx';
import { useGraphIndex } from './panels/use-graph-index.ts';
import type { Point } from './renderer/edge-geometry.ts';
import { entityNames } from './renderer/node-pattern.ts';
import { sameSelection, useViewer } from './viewer-state.ts';
import { plural, quadNames } from './wording.ts';

function useWords(): readonly [ReactNode, string] | null {
  const hovered = useViewer((state) =>
    sameSelection(state.hovered, state.selection) ? null : state.hovered,
  );
  const { nodes, relations } = useGraphIndex();
  if (hovered?.kind === 'actor') {
    const node = nodes.get(hovered.id);
    if (!node) return null;
    const type = entityNames[node.entityType];
    return [
      <Name key="name" id={hovered.id} />,
      `${type} · ${plural(node.statements, 'statement')}`,
    ];
  }
  const relation = hovered ? relations.get(hovered.key) : undefined;
  if (!relation) return null;
  const { source, target, reciprocal } = relation;
  const { label, quad, statements } = relation.attributes;
  const pair = (
    <>
      <Name id={source} /> {reciprocal ? '—' : '→'} <Name id={target} />
    </>
  );
  const kind = quadNames[quad].toLowerCase();
  return [pair, `${label} · ${kind} · ${plural(statements.length, 'statement')}`];
}

export function PointerNote({ at }: { readonly at: Point }) {
  const words = useWords();
  if (!words) return null;
  return (
    <div className="pointer-note" style={{ translate: `${at.x + 14}px ${at.y + 16}px` }}>
      <strong>{words[0]}</strong>
      <span>{words[1]}</span>
    </div>
  );
}
