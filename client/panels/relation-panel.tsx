// The evidence of one relation: everything that is written in support of the line on the canvas.

import { reveal } from '../commands.ts';
import { plural, quadNames, writeDay } from '../wording.ts';
import { MarkKey } from './marked-sentence.tsx';
import { Name } from './name.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { ActorSign, RelationSign } from './signs.tsx';
import { StatementList } from './statement-list.tsx';
import { type Relation, useGraphIndex } from './use-graph-index.ts';

function ActorButton({ id }: { readonly id: string }) {
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

function period({ attributes: { first, last } }: Relation): string | null {
  if (!first || !last) return null;
  return first === last ? writeDay(first) : `${writeDay(first)} – ${writeDay(last)}`;
}

function Evidence({ relation }: { readonly relation: Relation }) {
  const { source, target, reciprocal, attributes } = relation;
  const query = reciprocal ? { pair: `${source},${target}` } : { source, target };
  return (
    <>
      <p className="facts">
        <RelationSign quad={attributes.quad} reciprocal={reciprocal} /> {quadNames[attributes.quad]}
        {reciprocal ? ', mutual' : ''} · {plural(attributes.statements.length, 'statement')} in{' '}
        {plural(attributes.weight, 'article')}
        {period(relation) ? ` · ${period(relation)}` : ''}
      </p>
      {attributes.uncertain ? (
        <p className="note">
          Nothing here is said to have happened: denied, planned or threatened.
        </p>
      ) : null}
      <MarkKey />
      <StatementList
        key={relation.key}
        query={{ ...query, limit: 100 }}
        only={new Set(attributes.statements)}
      />
    </>
  );
}

export function RelationPanel({ relationKey }: { readonly relationKey: string }) {
  const index = useGraphIndex();
  const relation = index.relations.get(relationKey);
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
