// What the panel says before anything is chosen: how to read the picture, and where to start.

import { useMemo } from 'react';
import { useGraphIndex, useVisible } from '../shown.ts';
import { TourInvitation } from '../tour.tsx';
import { RelationList } from './relation-list.tsx';

export function OverviewPanel() {
  const { ranked } = useGraphIndex();
  const { edges } = useVisible();
  const relations = useMemo(() => {
    const shown = ranked.filter(({ key }) => edges === null || edges.has(key));
    const classed = shown.filter(({ attributes }) => attributes.quad !== 0);
    return classed.length > 0 ? classed : shown;
  }, [ranked, edges]);
  return (
    <div className="panel-frame">
      <header className="panel-head">
        <div>
          <p className="kicker">Who did what to whom</p>
          <h2>Every line is written somewhere</h2>
        </div>
      </header>
      <p className="lead">
        Choose a line to read the sentences behind it, or an actor to see everything said of it.
        Blue is cooperation, orange is conflict; thin is by word, thick by deed.
      </p>
      <TourInvitation />
      <h3 className="section-title">Most reported</h3>
      {relations.length > 0 ? (
        <RelationList relations={relations} />
      ) : (
        <p className="muted">Nothing passes the filters.</p>
      )}
    </div>
  );
}
