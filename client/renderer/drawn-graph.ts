// The graph as it is drawn: attributes of its nodes and edges, and how large they are. Our own
// attributes keep clear of Sigma's `type`.

import type { MultiGraph } from 'graphology';
import type { EntityType, Quad } from '../../schema/index.ts';

export interface DrawnNode {
  x: number;
  y: number;
  /** Radius in pixels at the first zoom. */
  size: number;
  label: string;
  entityType: EntityType;
  statements: number;
}

export interface DrawnEdge {
  /** Thickness in pixels. */
  size: number;
  label: string;
  quad: Quad;
  reciprocal: boolean;
  uncertain: boolean;
  /** Height of the bend, as a share of the length; 0 is straight. */
  curvature: number;
  weight: number;
  statements: number;
}

export type DrawnGraph = MultiGraph<DrawnNode, DrawnEdge>;

const LONGEST_LABEL = 30;

export const nodeSize = (statements: number): number =>
  Math.min(26, 5 + 2.8 * Math.sqrt(statements));

/** An act of deed, not of word. */
export const isMaterial = (quad: Quad): boolean => quad === 2 || quad === 4;

/** Verbal relations are thin and material ones thick; weight varies each within its range. */
export function edgeSize(quad: Quad, weight: number): number {
  const more = Math.min(1, Math.log2(Math.max(1, weight)) / 5);
  if (quad === 0) return 1.5 + 0.7 * more;
  return isMaterial(quad) ? 4.4 + 2.6 * more : 2 + 1 * more;
}

export function shorten(name: string, longest = LONGEST_LABEL): string {
  const letters = [...name.replace(/\s+/g, ' ')];
  return letters.length <= longest
    ? letters.join('')
    : `${letters.slice(0, longest - 1).join('')}…`;
}
