// The evidence of one relation: everything that is written in support of the line on the canvas.

import { useMemo } from 'react';
import { reveal } from '../commands.ts';
import { useVisible } from '../shown.ts';
import { useViewer } from '../viewer-state.ts';
import { plural, quadNames, writeDay } from '../wording.ts';
import { ActivityPlot } from './activity-plot.tsx';
import { MarkKey } from './marked-sentence.tsx';
import { Name } from './name.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { ActorSign, RelationSign } from './signs.tsx';
import { StatementList } from './statement-list.tsx';
import { type Relation, useGraphIndex } from './use-graph-index.ts';

export function ActorButton({ id }: { readonly id: string }) {
  const node = useGraphIndex().nodes.get(id);
  return (
    <button type="button" className="actor" onClick={() => reveal({ kind: 'actor', id })}>
      <ActorSign type={node?.entityType ?? 'other'} />
      <span className="actor-name">
        <Name id={id} />
      </span>
    </button>
  );
}

export function period({ attributes: { first, last } }: Relation): string | null {
  if (!first || !last) return null;
  return first === last ? writeDay(first) : `${writeDay(first)} – ${writeDay(last)}`;
}

/** Everything between two actors over time, whichever way and kind; as it passes the filter. */
function PairActivity({ relation }: { readonly relation: Relation }) {
  const rows = useViewer((state) => state.rows);
  const { source, target } = relation;
  const between = useMemo(
    () =>
      (rows ?? []).filter(
        (row) =>
          (row.source === source && row.target === target) ||
          (row.source === target && row.target === source),
      ),
    [rows, source, target],
  );
  if (between.length < 2) return null;
  return (
    <section>
      <h3 className="section-title">Between the two</h3>
      <ActivityPlot rows={between} intensity />
    </section>
  );
}

function Evidence({ relation }: { readonly relation: Relation }) {
  const { source, target, reciprocal, attributes } = relation;
  const share = useVisible().edges?.get(relation.key);
  const query = reciprocal ? { pair: [source, target] } : { source: [source], target: [target] };
  const all = attributes.statements.length;
  const shown = share?.statements.length ?? all;
  const only = useMemo(
    () => new Set(share?.statements ?? attributes.statements),
    [share, attributes],
  );
  return (
    <>
      <p className="facts">
        <RelationSign quad={attributes.quad} reciprocal={reciprocal} /> {quadNames[attributes.quad]}
        {reciprocal ? ', mutual' : ''} · {plural(all, 'statement')} in{' '}
        {plural(attributes.weight, 'article')}
        {period(relation) ? ` · ${period(relation)}` : ''}
      </p>
      {shown < all ? (
        <p className="note">
          {shown} of {all} statements pass the filters.
        </p>
      ) : null}
      {attributes.uncertain ? (
        <p className="note">
          Nothing here is said to have happened: denied, planned or threatened.
        </p>
      ) : null}
      <MarkKey />
      <StatementList
        key={`${relation.key} ${[...only].join()}`}
        query={{ ...query, limit: 100 }}
        only={only}
        grouped
      />
      <PairActivity relation={relation} />
    </>
  );
}

export function RelationPanel({ relationKey }: { readonly relationKey: string }) {
  const relation = useGraphIndex().relations.get(relationKey);
  if (!relation) {
    return (
      <PanelFrame label="Relation" title="Not in this graph">
        <p>The link names a relation that is not among those shown.</p>
      </PanelFrame>
    );
  }
  const { source, target, reciprocal } = relation;
  return (
    <PanelFrame
      label="Evidence of a relation"
      title={
        <span className="pair">
          <ActorButton id={source} />
          <span className="pair-arrow">
            <span aria-hidden="true">{reciprocal ? '—' : '→'}</span>
            <span className="visually-hidden">{reciprocal ? 'and' : 'to'}</span>
          </span>
          <ActorButton id={target} />
        </span>
      }
    >
      <Evidence relation={relation} />
    </PanelFrame>
  );
}
