// Relations as a list of buttons, each opening its evidence.

import { useState } from 'react';
import { reveal } from '../commands.ts';
import { plural, quadNames } from '../wording.ts';
import { Name } from './name.tsx';
import { RelationSign } from './signs.tsx';
import type { Relation } from './use-graph-index.ts';

const FIRST = 8;

function RelationRow({
  relation,
  seenFrom,
}: {
  readonly relation: Relation;
  readonly seenFrom: string | null;
}) {
  const { key, source, target, reciprocal, attributes } = relation;
  const arrow = reciprocal ? 'and' : 'to';
  const ends =
    seenFrom === null ? (
      <>
        <Name id={source} /> <span className="muted">{arrow}</span> <Name id={target} />
      </>
    ) : (
      <>
        <span className="muted">
          {reciprocal ? 'with' : source === seenFrom ? 'towards' : 'from'}
        </span>{' '}
        <Name id={source === seenFrom ? target : source} />
      </>
    );
  return (
    <li>
      <button
        type="button"
        className="relation-row"
        title={quadNames[attributes.quad]}
        onClick={() => reveal({ kind: 'relation', key })}
      >
        <RelationSign quad={attributes.quad} reciprocal={reciprocal} />
        <span className="visually-hidden">{quadNames[attributes.quad]}:</span>
        <span className="relation-ends">{ends}</span>
        <span className="relation-label">{attributes.label}</span>
        <span className="count">{plural(attributes.weight, 'article')}</span>
      </button>
    </li>
  );
}

export interface RelationListProps {
  readonly relations: readonly Relation[];
  /** The actor whose relations these are, who then goes without saying. */
  readonly seenFrom?: string;
}

export function RelationList({ relations, seenFrom }: RelationListProps) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="relation-list">
        {(all ? relations : relations.slice(0, FIRST)).map((relation) => (
          <RelationRow key={relation.key} relation={relation} seenFrom={seenFrom ?? null} />
        ))}
      </ul>
      {all || relations.length <= FIRST ? null : (
        <button type="button" className="link" onClick={() => setAll(true)}>
          All {relations.length}
        </button>
      )}
    </>
  );
}
