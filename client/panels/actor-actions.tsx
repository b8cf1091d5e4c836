// What can be done with an actor in the picture: its surroundings alone, more of them, hidden, the
// way to another, let go of a pin. How many actors a step would bring stands on the button.

import { useMemo } from 'react';
import { ActorPicker } from '../actor-picker.tsx';
import { expand, findRoute, focusOn, hide, unpin } from '../commands.ts';
import type { Focus } from '../model/visible.ts';
import { useGraphIndex, useVisible } from '../shown.ts';
import { useViewer } from '../viewer-state.ts';

/** Neighbours in the whole graph, and those of them that are not shown. */
function useNeighbours(id: string): { readonly all: number; readonly unseen: number } {
  const index = useGraphIndex();
  const { nodes } = useVisible();
  const hidden = useViewer((state) => state.hidden);
  return useMemo(() => {
    const near = new Set(
      index
        .relationsOf(id)
        .map(({ source, target }) => (source === id ? target : source))
        .filter((other) => other !== id && !hidden.includes(other)),
    );
    const unseen = [...near].filter((other) => nodes !== null && !nodes.has(other));
    return { all: near.size, unseen: unseen.length };
  }, [index, nodes, hidden, id]);
}

const depths: readonly Focus['depth'][] = [1, 2, 3];

export function ActorActions({ id }: { readonly id: string }) {
  const focus = useViewer((state) => state.focus);
  const pinned = useViewer((state) => state.pins.some((each) => each.id === id));
  const { all, unseen } = useNeighbours(id);
  const centre = focus?.centres[0] === id;
  return (
    <div className="actions">
      <fieldset className="view-switch" aria-label="Show only what is near">
        <span className="switch-title">Only near</span>
        {depths.map((depth) => (
          <button
            key={depth}
            type="button"
            aria-pressed={centre && focus?.depth === depth}
            aria-label={`Within ${depth} ${depth === 1 ? 'step' : 'steps'}`}
            title={depth === 1 ? `${all} neighbours` : `Within ${depth} steps`}
            onClick={() => focusOn(id, depth)}
          >
            {depth}
          </button>
        ))}
      </fieldset>
      {focus && unseen > 0 ? (
        <button type="button" className="chip" onClick={() => expand(id)}>
          Expand +{unseen}
        </button>
      ) : null}
      <button type="button" className="chip" onClick={() => hide(id)}>
        Hide
      </button>
      <ActorPicker
        name="Path to…"
        title="Find the way to another actor"
        but={id}
        pick={(to) => findRoute({ from: id, to })}
      />
      {pinned ? (
        <button type="button" className="chip" onClick={() => unpin(id)}>
          Unpin
        </button>
      ) : null}
    </div>
  );
}
