// The entities of a source by id, for the formats whose lines describe both actors in full.

import type { Entity } from '../../schema/index.ts';
import type { GraphSource } from './source.ts';

export async function entitiesOf(source: GraphSource): Promise<ReadonlyMap<string, Entity>> {
  const entities = new Map<string, Entity>();
  for await (const { key, entity } of source.nodes()) entities.set(key, entity);
  return entities;
}
