// Statements as a list of cards, with a button for the next page.

import { useState } from 'react';
import type { StatementQuery } from '../api.ts';
import { StatementCard } from './statement-card.tsx';
import { useStatements } from './use-statements.ts';

export interface StatementListProps {
  readonly query: StatementQuery;
  readonly only?: ReadonlySet<string>;
}

/** Key it by what it asks for: the query it is first given is the one it keeps. */
export function StatementList(props: StatementListProps) {
  const [{ query, only = null }] = useState(props);
  const { items, status, detail, more } = useStatements(query, only);
  return (
    <div className="statements" aria-busy={status === 'loading'}>
      {items.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
      {status === 'ready' && items.length === 0 ? (
        <p className="muted">No statement is kept for this.</p>
      ) : null}
      {status === 'loading' ? <p className="muted">Reading statements…</p> : null}
      {status === 'failed' ? <p role="alert">{detail}</p> : null}
      {more ? (
        <button type="button" className="button" onClick={more}>
          {status === 'failed' ? 'Try again' : 'More statements'}
        </button>
      ) : null}
    </div>
  );
}
