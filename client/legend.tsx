// What the picture means, and which kinds of relation and of actor it shows: each is a switch.

import { useMemo, useState } from 'react';
import type { EntityType, Quad } from '../schema/index.ts';
import { toggleQuad, toggleValue } from './commands.ts';
import { ActorSign, RelationSign } from './panels/signs.tsx';
import { entityNames } from './renderer/node-pattern.ts';
import { useGraphIndex, useVisible } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { quadExamples, quadNames, quadOrder } from './wording.ts';

function QuadSwitch({ quad, count }: { readonly quad: Quad; readonly count: number }) {
  const hidden = useViewer((state) => state.filter.hiddenQuads.includes(quad));
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
        <span className="count">{count.toLocaleString('en-GB')}</span>
      </button>
    </li>
  );
}

function TypeSwitch({ type, count }: { readonly type: EntityType; readonly count: number }) {
  const chosen = useViewer((state) => state.filter.lists.actorType);
  const pressed = chosen.includes(type);
  return (
    <li>
      <button
        type="button"
        className="legend-switch"
        aria-pressed={pressed}
        data-off={(chosen.length > 0 && !pressed) || undefined}
        title={`Click to show ${pressed ? 'the others again' : 'only what these take part in'}.`}
        onClick={() => toggleValue('actorType', type)}
      >
        <ActorSign type={type} />
        <span>{entityNames[type]}</span>
        <span className="count">{count.toLocaleString('en-GB')}</span>
      </button>
    </li>
  );
}

const wide = (): boolean => window.matchMedia('(min-width: 900px)').matches;

/** Relations by quad that are shown; of a hidden quad, all there are. */
function useQuadCounts(): readonly [number, number, number, number, number] {
  const { relations } = useGraphIndex();
  const { edges } = useVisible();
  const hidden = useViewer((state) => state.filter.hiddenQuads);
  return useMemo(() => {
    const tally: [number, number, number, number, number] = [0, 0, 0, 0, 0];
    for (const [key, { attributes }] of relations) {
      const { quad } = attributes;
      if (hidden.includes(quad) || edges === null || edges.has(key)) tally[quad] += 1;
    }
    return tally;
  }, [relations, edges, hidden]);
}

function useTypeCounts(): readonly (readonly [EntityType, number])[] {
  const { nodes } = useGraphIndex();
  return useMemo(() => {
    const tally = new Map<EntityType, number>();
    for (const { entityType } of nodes.values()) {
      tally.set(entityType, (tally.get(entityType) ?? 0) + 1);
    }
    return (Object.keys(entityNames) as EntityType[]).flatMap((type) => {
      const count = tally.get(type);
      return count ? [[type, count] as const] : [];
    });
  }, [nodes]);
}

export function Legend() {
  const [open, setOpen] = useState(wide);
  const counts = useQuadCounts();
  const types = useTypeCounts();
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
          <ul className="legend-list" aria-label="Types of actor, to be shown alone">
            {types.map(([type, count]) => (
              <TypeSwitch key={type} type={type} count={count} />
            ))}
          </ul>
          <ul className="legend-list legend-signs" aria-label="Other signs">
            <li>
              <RelationSign quad={1} reciprocal /> mutual
            </li>
            <li>
              <RelationSign quad={3} uncertain /> denied, planned or threatened
            </li>
          </ul>
        </div>
      ) : null}
    </section>
  );
}
