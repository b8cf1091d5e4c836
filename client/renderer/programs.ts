// Sigma's WebGL programs, one per way of drawing: a node of rings; straight and curved lines,
// without an arrow, with one for a thin line and with one for a thick line.

import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import type { EdgeProgramType, NodeProgramType } from 'sigma/rendering';
import { createEdgeArrowProgram, EdgeRectangleProgram, NodePointProgram } from 'sigma/rendering';
import { type DrawnEdge, type DrawnGraph, isMaterial } from './drawn-graph.ts';

const thin = { lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.6 };
const thick = { lengthToThicknessRatio: 2.6, widenessToThicknessRatio: 2.2 };

const curve = { curvatureAttribute: 'curvature', defaultCurvature: 0 };

const edgePrograms: Readonly<Record<string, EdgeProgramType>> = {
  line: EdgeRectangleProgram,
  arrow: createEdgeArrowProgram(thin),
  'thick-arrow': createEdgeArrowProgram(thick),
  curve: createEdgeCurveProgram({ ...curve, arrowHead: null }),
  'thin-curve-arrow': createEdgeCurveProgram({
    ...curve,
    arrowHead: { extremity: 'target', ...thin },
  }),
  'thick-curve-arrow': createEdgeCurveProgram({
    ...curve,
    arrowHead: { extremity: 'target', ...thick },
  }),
};

/** The name of the program above that draws an edge. */
export function edgeProgram({ curvature, reciprocal, quad }: DrawnEdge): string {
  const curved = curvature !== 0;
  if (reciprocal) return curved ? 'curve' : 'line';
  if (!curved && !isMaterial(quad)) return 'arrow';
  return `${isMaterial(quad) ? 'thick' : 'thin'}${curved ? '-curve' : ''}-arrow`;
}

/**
 * The programs that Sigma is to make ready: each costs shaders, so only those that the edges ask
 * for. Sigma has a `circle`, a `line` and an `arrow` of its own, which these stand in for.
 */
export function programsFor(graph: DrawnGraph, dense: boolean) {
  const used = dense ? [] : graph.mapEdges((_, edge) => edgeProgram(edge));
  const names = [...new Set(used)].filter((name) => name !== 'line' && name !== 'arrow');
  const { line = EdgeRectangleProgram, arrow = line } = edgePrograms;
  const others = names.flatMap((name) => {
    const program = edgePrograms[name];
    return program ? [[name, program] as const] : [];
  });
  return {
    nodeProgramClasses: { circle: dense ? discProgram : ringProgram },
    edgeProgramClasses: {
      line,
      arrow: used.includes('arrow') ? arrow : line,
      ...Object.fromEntries(others),
    },
  };
}

/** A plain disc, one point of WebGL each, for dense pictures. */
const discProgram: NodeProgramType = NodePointProgram;

/** Reads the attributes that the node reducer of appearance.ts writes. */
const ringProgram: NodeProgramType = createNodeBorderProgram({
  borders: [
    { size: { attribute: 'ring', defaultValue: 0 }, color: { attribute: 'color' } },
    { size: { attribute: 'gap', defaultValue: 0 }, color: { attribute: 'paper' } },
    { size: { fill: true }, color: { attribute: 'core' } },
  ],
});
