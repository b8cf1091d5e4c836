// The relations round an entity: its own, and those of its heaviest partners among each other.

import type { Relation } from '../../schema/index.ts';
import type { Ego, EgoQuery } from '../queries.ts';
import { relationsOf } from './roll-ups.ts';
import { select } from './select.ts';
import type { View } from './view.ts';

/** The partners of an entity, those with most statements first, then by id. */
function partnersOf(relations: readonly Relation[], entity: string): string[] {
  const counts = new Map<string, number>();
  for (const { source, target, statements } of relations) {
    const other = source === entity ? target : target === entity ? source : null;
    if (other === null || other === entity) continue;
    counts.set(other, (counts.get(other) ?? 0) + statements);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
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
