// What the picture means, and which kinds of relation and of actor it shows: each is a switch.

import { useMemo, useState } from 'react';
import type { EntityType, Quad } from '../schema/index.ts';
import { toggleQuad, toggleValue } from './commands.ts';
import { ActorSign, RelationSign } from './panels/signs.tsx';
import { entityNames } from './renderer/node-pattern.ts';
import { useGraphIndex, useVisible } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { quadExamples, quadNames, quadOrder, writeNumber } from './wording.ts';

interface QuadSwitchProps {
  readonly quad: Quad;
  readonly count: number;
  /** Relations of the whole graph: their digits keep their room, so that a filter moves nothing. */
  readonly total: number;
}

function QuadSwitch({ quad, count, total }: QuadSwitchProps) {
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
        <span className="count" style={{ minWidth: `${writeNumber(total).length}ch` }}>
          {writeNumber(count)}
        </span>
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
        <span className="count">{writeNumber(count)}</span>
      </button>
    </li>
  );
}

const wide = (): boolean => window.matchMedia('(min-width: 900px)').matches;

type QuadCounts = [number, number, number, number, number];

/** Relations by quad that are shown, of a hidden quad all there are; and all of each. */
function useQuadCounts(): { readonly shown: QuadCounts; readonly all: QuadCounts } {
  const { relations } = useGraphIndex();
  const { edges } = useVisible();
  const hidden = useViewer((state) => state.filter.hiddenQuads);
  return useMemo(() => {
    const shown: QuadCounts = [0, 0, 0, 0, 0];
    const all: QuadCounts = [0, 0, 0, 0, 0];
    for (const [key, { attributes }] of relations) {
      const { quad } = attributes;
      all[quad] += 1;
      if (hidden.includes(quad) || edges === null || edges.has(key)) shown[quad] += 1;
    }
    return { shown, all };
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
  const { shown, all } = useQuadCounts();
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
              <QuadSwitch key={quad} quad={quad} count={shown[quad]} total={all[quad]} />
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
