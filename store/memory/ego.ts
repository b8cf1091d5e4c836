// The relations round an entity: its own, and those of its heaviest partners among each other.

import type { Relation } from '../../schema/index.ts';
import type { Ego, EgoQuery } from '../queries.ts';
import { relationsOf } from './roll-ups.ts';
import { select } from './select.ts';
import type { View } from './view.ts';

/** The partners of an entity, those of its heaviest relations first. */
function partnersOf(relations: readonly Relation[], entity: string): string[] {
  const own = relations.filter(({ source, target }) => source === entity || target === entity);
  const ends = own.flatMap(({ source, target }) => [source, target]);
  return [...new Set(ends)].filter((id) => id !== entity);
}

export function egoOf(view: View, query: EgoQuery): Ego {
  const { depth, partners = 200, limit = 2000 } = query;
  const entity = view.canonical.get(query.entity) ?? query.entity;
  const relations = relationsOf(select(view, {}), 'quad', false);
  const near = new Set([entity, ...partnersOf(relations, entity).slice(0, partners)]);
  const found = relations.filter(
    ({ source, target }) =>
      near.has(source) &&
      near.has(target) &&
      (depth === 2 || source === entity || target === entity),
  );
  return { items: found.slice(0, limit), total: found.length };
}
