// The actors that one has most to do with: by articles, with a bar of what is cooperation and what
// is conflict.

import { useMemo } from 'react';
import { reveal } from '../commands.ts';
import { plural } from '../wording.ts';
import { Name } from './name.tsx';
import { ActorSign } from './signs.tsx';
import { type Relation, useGraphIndex } from './use-graph-index.ts';

const MOST = 6;

interface Partner {
  readonly id: string;
  readonly articles: number;
  readonly cooperation: number;
  readonly conflict: number;
}

function partnersOf(id: string, relations: readonly Relation[]): readonly Partner[] {
  const partners = new Map<string, Partner>();
  for (const { source, target, attributes } of relations) {
    const other = source === id ? target : source;
    if (other === id) continue;
    const before = partners.get(other) ?? { id: other, articles: 0, cooperation: 0, conflict: 0 };
    const count = attributes.statements.length;
    const { quad } = attributes;
    partners.set(other, {
      id: other,
      articles: before.articles + attributes.weight,
      cooperation: before.cooperation + (quad === 1 || quad === 2 ? count : 0),
      conflict: before.conflict + (quad === 3 || quad === 4 ? count : 0),
    });
  }
  return [...partners.values()].sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
}

export function PartnerList({
  id,
  relations,
}: {
  readonly id: string;
  readonly relations: readonly Relation[];
}) {
  const index = useGraphIndex();
  const partners = useMemo(() => partnersOf(id, relations), [id, relations]);
  const most = partners[0]?.articles ?? 1;
  return (
    <ol className="partners">
      {partners.slice(0, MOST).map(({ id: other, articles, cooperation, conflict }) => (
        <li key={other}>
          <button
            type="button"
            className="partner"
            onClick={() => reveal({ kind: 'actor', id: other })}
            title={`${plural(cooperation, 'cooperative act')}, ${plural(conflict, 'conflictual act')}`}
          >
            <ActorSign type={index.nodes.get(other)?.entityType ?? 'other'} />
            <Name id={other} />
            <span
              className="partner-bar"
              aria-hidden="true"
              style={{ width: `${(70 * articles) / most}px` }}
            >
              <span style={{ flexGrow: cooperation, background: 'var(--quad-2)' }} />
              <span style={{ flexGrow: conflict, background: 'var(--quad-4)' }} />
            </span>
            <span className="count">{plural(articles, 'article')}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
