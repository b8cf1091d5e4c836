// The type of an actor as a pattern of rings, so that colour is not the only sign. Shares of the
// radius, from the outside in; what is left is the core. The legend draws the same rings.

import type { EntityType } from '../../schema/index.ts';

export interface NodePattern {
  /** Outer ring in the type's colour. */
  readonly ring: number;
  /** Paper between ring and core. */
  readonly gap: number;
  /** The core is in the type's colour, or open. */
  readonly filled: boolean;
}

export const nodePatterns: Readonly<Record<EntityType, NodePattern>> = {
  country: { ring: 0.16, gap: 0.16, filled: true },
  person: { ring: 0, gap: 0, filled: true },
  organization: { ring: 0.34, gap: 0, filled: false },
  group: { ring: 0.1, gap: 0.24, filled: true },
  place: { ring: 0.2, gap: 0, filled: false },
  other: { ring: 0, gap: 0.3, filled: true },
};

export const entityNames: Readonly<Record<EntityType, string>> = {
  country: 'Country',
  person: 'Person',
  organization: 'Organization',
  group: 'Group',
  place: 'Place',
  other: 'Other',
};
