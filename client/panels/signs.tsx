// The signs of the picture as small drawings: the rings of an actor's type and the line of a kind
// of relation. For the legend, the lists and the panels; the words beside them say the same.

import type { EntityType, Quad } from '../../schema/index.ts';
import { isMaterial } from '../renderer/drawn-graph.ts';
import { nodePatterns } from '../renderer/node-pattern.ts';

export function ActorSign({ type }: { readonly type: EntityType }) {
  const { ring, gap, filled } = nodePatterns[type];
  const colour = `var(--entity-${type})`;
  const radius = 8;
  const core = radius * (1 - ring - gap);
  return (
    <svg className="sign" viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true">
      <circle r={radius} fill={ring > 0 ? colour : 'var(--panel)'} />
      <circle r={radius * (1 - ring)} fill="var(--panel)" />
      <circle r={core} fill={filled ? colour : 'var(--panel)'} />
    </svg>
  );
}

const thickness = (quad: Quad): number => (isMaterial(quad) ? 4 : quad === 0 ? 1.4 : 2);

export function RelationSign({
  quad,
  reciprocal = false,
  uncertain = false,
}: {
  readonly quad: Quad;
  readonly reciprocal?: boolean;
  readonly uncertain?: boolean;
}) {
  const width = thickness(quad);
  const head = width > 3 ? 5 : 4;
  return (
    <svg
      className="sign sign-relation"
      viewBox="0 0 30 14"
      width="30"
      height="14"
      aria-hidden="true"
      color={`var(--quad-${quad})`}
    >
      <line
        x1="1"
        x2={reciprocal ? 29 : 22}
        y1="7"
        y2="7"
        stroke="currentColor"
        strokeWidth={width}
        strokeDasharray={uncertain ? '4 3' : undefined}
      />
      {reciprocal ? null : <path d={`M20 ${7 - head} 29 7 20 ${7 + head}z`} fill="currentColor" />}
    </svg>
  );
}
