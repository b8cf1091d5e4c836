// The graph as two tables, for those who cannot or would rather not use the picture. Filters,
// focus and selection hold here too.

import { useState } from 'react';
import { ActorTable } from './actor-table.tsx';
import { RelationTable } from './relation-table.tsx';

export function TableView() {
  const [what, setWhat] = useState<'relations' | 'actors'>('relations');
  return (
    <section
      className="table-view"
      aria-label={`${what === 'relations' ? 'Relations' : 'Actors'} as a table`}
      tabIndex={-1}
    >
      <fieldset className="view-switch table-switch" aria-label="Rows of the table">
        <button
          type="button"
          aria-pressed={what === 'relations'}
          onClick={() => setWhat('relations')}
        >
          Relations
        </button>
        <button type="button" aria-pressed={what === 'actors'} onClick={() => setWhat('actors')}>
          Actors
        </button>
      </fieldset>
      {what === 'relations' ? <RelationTable /> : <ActorTable />}
    </section>
  );
}
