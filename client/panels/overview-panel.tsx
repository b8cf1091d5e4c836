// What the panel says before anything is chosen: how to read the picture, and where to start.

import { RelationList } from './relation-list.tsx';
import { useGraphIndex } from './use-graph-index.ts';

export function OverviewPanel() {
  const { ranked } = useGraphIndex();
  const classed = ranked.filter(({ attributes }) => attributes.quad !== 0);
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
      </p>
      <h3 className="section-title">Most reported</h3>
      <RelationList relations={classed.length > 0 ? classed : ranked} />
      <p className="muted small">
        The kind of an act is read from its verb by rule, and every statement names its rule.
      </p>
    </div>
  );
}
