// A small pictogram in the core of a node that is large enough: a flag, a person, a building, a
// group, a pin. So that colour and rings are not the only signs of an actor's type.

import type { EntityType } from '../../schema/index.ts';
import { nodePatterns } from './node-pattern.ts';

/** Outlines in a box from -10 to 10, filled. */
export const iconPaths: Readonly<Record<EntityType, string>> = {
  country:
    'M-5.5 9V-9h2v1.2C-1-9.4 1.600-8.800 3.200-7.800 4.400-7 5.800-7 7.500-7.800V1.600C5.500 2.600 3.500 2.400 2 1.500.2.500-1.600.6-3.500 1.800V9z',
  person:
    'M0-1.200a4.100 4.100 0 1 1 0-8.200 4.100 4.100 0 0 1 0 8.200zM-7.500 8.500C-7.500 3.600-4.300.8 0 .8s7.500 2.800 7.500 7.700z',
  organization:
    'M-8-4.200 0-9l8 4.800v1.700H-8zM-6.700-.9h2.600v6.300h-2.600zM-1.300-.9h2.600v6.300h-2.600zM4.100-.9h2.600v6.300H4.100zM-8 6.700H8V9H-8z',
  group:
    'M-4.400-1.600a3.100 3.100 0 1 1 0-6.200 3.100 3.100 0 0 1 0 6.200zM4.400-1.600a3.100 3.100 0 1 1 0-6.200 3.100 3.100 0 0 1 0 6.200zM-9.500 7.200c0-4.400 2-6.900 5-6.900 2.200 0 3.700 1.100 4.500 3.200C.8 1.400 2.300.3 4.500.3c3 0 5 2.500 5 6.900z',
  place:
    'M0 9.500C-4 4.600-6.300 1.400-6.300-2.400a6.300 6.300 0 1 1 12.600 0C6.300 1.400 4 4.600 0 9.500zM0 .2A2.500 2.500 0 1 0 0-4.800 2.500 2.500 0 0 0 0 .2z',
  other: 'M0-6.500 6.500 0 0 6.500-6.500 0z',
};

/** Smaller nodes have no room for one. */
export const LEAST_RADIUS = 8.5;

/** Half the width of the pictogram on a node of this radius. */
export function iconSize(type: EntityType, radius: number): number {
  const { ring, gap, filled } = nodePatterns[type];
  return radius * (filled ? 1 - ring - gap : 1 - ring) * 0.6;
}

let made: Map<EntityType, Path2D> | null = null;

function pathOf(type: EntityType): Path2D {
  made ??= new Map(
    Object.entries(iconPaths).map(([name, path]) => [name as EntityType, new Path2D(path)]),
  );
  return made.get(type) ?? new Path2D();
}

export interface Icon {
  readonly type: EntityType;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
}

export function drawIcon(context: CanvasRenderingContext2D, icon: Icon): void {
  const scale = iconSize(icon.type, icon.radius) / 10;
  context.save();
  context.translate(icon.x, icon.y);
  context.scale(scale, scale);
  context.fillStyle = icon.colour;
  context.fill(pathOf(icon.type), 'evenodd');
  context.restore();
}
