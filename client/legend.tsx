// What the picture means, and which kinds of relation it shows: each entry is a switch.

import { useMemo, useState } from 'react';
import type { EntityType, Quad } from '../schema/index.ts';
import { toggleQuad } from './commands.ts';
import { ActorSign, RelationSign } from './panels/signs.tsx';
import { useGraphIndex } from './panels/use-graph-index.ts';
import { entityNames } from './renderer/node-pattern.ts';
import { useViewer } from './viewer-state.ts';
import { quadExamples, quadNames, quadOrder } from './wording.ts';

function QuadSwitch({ quad, count }: { readonly quad: Quad; readonly count: number }) {
  const hidden = useViewer((state) => state.hiddenQuads.includes(quad));
  return (
    <li>
      <button
        type="button"
        className="legend-switch"
        aria-pressed={!hidden}
        title={`${quadExamples[quad]}. Click to ${hidden ? 'show' : 'hide'}.`}
        onClick={() => toggleQuad(quad)}
      >
        <RelationSign quad={quad} />
        <span>{quadNames[quad]}</span>
        <span className="count">{count}</span>
      </button>
    </li>
  );
}

const wide = (): boolean => window.matchMedia('(min-width: 900px)').matches;

export function Legend() {
  const { relations, nodes } = useGraphIndex();
  const [open, setOpen] = useState(wide);
  const counts = useMemo(() => {
    const tally: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    for (const { attributes } of relations.values()) tally[attributes.quad] += 1;
    return tally;
  }, [relations]);
  const types = useMemo(() => {
    const present = new Set([...nodes.values()].map(({ entityType }) => entityType));
    return (Object.keys(entityNames) as EntityType[]).filter((type) => present.has(type));
  }, [nodes]);
  return (
    <section className="legend" aria-label="Legend">
      <h2>
        <button
          type="button"
          className="legend-title"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Legend
        </button>
      </h2>
      {open ? (
        <div className="legend-body">
          <ul className="legend-list" aria-label="Kinds of relation, shown or hidden">
            {quadOrder.map((quad) => (
              <QuadSwitch key={quad} quad={quad} count={counts[quad]} />
            ))}
          </ul>
          <ul className="legend-types" aria-label="Types of actor">
            {types.map((type) => (
              <li key={type}>
                <ActorSign type={type} /> {entityNames[type]}
              </li>
            ))}
          </ul>
          <p className="legend-note">
            Blue is cooperation, orange is conflict; thin is by word, thick by deed. No arrow:
            mutual. Faint: denied, planned or threatened.
          </p>
        </div>
      ) : null}
    </section>
  );
}
