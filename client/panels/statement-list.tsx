// Statements as a list of cards, with a button for the next page; in groups by the kind of act
// where that is asked for, the kind with the newest statement first.

import { useState } from 'react';
import type { Statement } from '../../schema/index.ts';
import type { ListStatementsQuery } from '../api-client.ts';
import { actName } from '../facet-wording.ts';
import { plural } from '../wording.ts';
import { StatementCard } from './statement-card.tsx';
import { useStatements } from './use-statements.ts';

export interface StatementListProps {
  readonly query: ListStatementsQuery;
  readonly only?: ReadonlySet<string>;
  readonly grouped?: boolean;
}

const kindNames = { event: 'Acts without a kind', stance: 'Opinion', role: 'Lasting relation' };

const kindOf = ({ kind, event }: Statement): string =>
  event?.type ? actName(event.type) : kindNames[kind];

function groupsOf(
  items: readonly Statement[],
): readonly (readonly [string, readonly Statement[]])[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of items) {
    const kind = kindOf(statement);
    const group = groups.get(kind);
    if (group) group.push(statement);
    else groups.set(kind, [statement]);
  }
  return [...groups];
}

function Groups({ items }: { readonly items: readonly Statement[] }) {
  return groupsOf(items).map(([kind, statements]) => (
    <section key={kind} className="statement-group">
      <h3 className="group-title">
        {kind} <span className="count">{plural(statements.length, 'statement')}</span>
      </h3>
      {statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
    </section>
  ));
}

/** Key it by what it asks for: the query it is first given is the one it keeps. */
export function StatementList(props: StatementListProps) {
  const [{ query, only = null, grouped = false }] = useState(props);
  const { items, status, detail, more } = useStatements(query, only);
  return (
    <div className="statements" aria-busy={status === 'loading'}>
      {grouped ? (
        <Groups items={items} />
      ) : (
        items.map((statement) => <StatementCard key={statement.id} statement={statement} />)
      )}
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
