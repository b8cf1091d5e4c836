// The way between two actors, step by step, each with the sentence that says it.

import { findRoute, reveal } from '../commands.ts';
import { usePath } from '../shown.ts';
import type { Route } from '../viewer-state.ts';
import { plural } from '../wording.ts';
import { MarkKey } from './marked-sentence.tsx';
import { Name } from './name.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { ActorButton } from './relation-panel.tsx';
import { RelationSign } from './signs.tsx';
import { StatementList } from './statement-list.tsx';
import { type Relation, useGraphIndex } from './use-graph-index.ts';

function Step({ relation, from }: { readonly relation: Relation; readonly from: string }) {
  const { key, source, target, reciprocal, attributes } = relation;
  const forward = source === from;
  const [first] = attributes.statements;
  return (
    <li className="path-step">
      <p className="path-relation">
        <RelationSign quad={attributes.quad} reciprocal={reciprocal} /> <em>{attributes.label}</em>{' '}
        <span className="muted small">
          {reciprocal ? 'each other' : forward ? 'towards the next' : 'by the next'}
        </span>{' '}
        <button type="button" className="link" onClick={() => reveal({ kind: 'relation', key })}>
          {plural(attributes.statements.length, 'statement')}
        </button>
      </p>
      {first ? (
        <StatementList
          key={key}
          query={reciprocal ? { pair: [source, target] } : { source: [source], target: [target] }}
          only={new Set([first])}
        />
      ) : null}
    </li>
  );
}

export function PathPanel({ route }: { readonly route: Route }) {
  const index = useGraphIndex();
  const path = usePath();
  const swap = (): void => findRoute({ from: route.to, to: route.from });
  return (
    <PanelFrame
      label="Path"
      title={
        <span className="pair">
          <Name id={route.from} /> <span className="pair-arrow">to</span> <Name id={route.to} />
        </span>
      }
    >
      {path ? (
        <>
          <p className="facts">
            {plural(path.steps.length, 'step')}, over the relations that are shown, whichever way
            they point.{' '}
            <button type="button" className="link" onClick={swap}>
              Read from the other end
            </button>
          </p>
          <MarkKey />
          <ol className="path">
            {path.actors.map((id, place) => {
              const relation = path.steps[place];
              return (
                <li key={id}>
                  <ActorButton id={id} />
                  <ul>{relation ? <Step relation={relation} from={id} /> : null}</ul>
                </li>
              );
            })}
          </ol>
        </>
      ) : (
        <p className="note">
          {index.nodes.has(route.from) && index.nodes.has(route.to)
            ? 'Nothing that is shown joins the two. Clear the filters or go back to all, and look again.'
            : 'One of the two is not in this graph.'}
        </p>
      )}
    </PanelFrame>
  );
}
