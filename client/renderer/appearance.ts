// How state looks: every node and edge is plain, dimmed, hovered or selected (the vocabulary of
// Sigma 4), and this turns that into the attributes that Sigma 3's reducers return.

import type { Quad } from '../../schema/index.ts';
import { type Selection, sameSelection, type Theme } from '../viewer-state.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';
import { nodePatterns } from './node-pattern.ts';
import { mix, palettes, quadColour } from './palette.ts';
import { edgeProgram } from './programs.ts';

/** What the picture is to show; the renderer is told it whole. */
export interface Emphasis {
  readonly hovered: Selection | null;
  readonly selected: Selection | null;
  readonly hiddenQuads: readonly Quad[];
  readonly theme: Theme;
  /** Sizes on a small or a very large canvas, as a share of the usual. */
  readonly scale: number;
}

/** What stays clear while the rest is dimmed. Null: nothing is dimmed. */
export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** A passing look dims the rest strongly; what is selected leaves it readable. */
  readonly passing: boolean;
}

/** Shares of colour left to what is dimmed. */
const PASSING = { node: 0.22, edge: 0.13 };
const LASTING = { node: 0.45, edge: 0.35 };
const UNCERTAIN = 0.42;

export function isDrawn(graph: DrawnGraph, selection: Selection | null): boolean {
  if (!selection) return false;
  return selection.kind === 'actor' ? graph.hasNode(selection.id) : graph.hasEdge(selection.key);
}

function focusOn(
  graph: DrawnGraph,
  selection: Selection,
  hidden: readonly Quad[],
): Omit<Focus, 'passing'> {
  if (selection.kind === 'relation') {
    return {
      nodes: new Set(graph.extremities(selection.key)),
      edges: new Set([selection.key]),
    };
  }
  const edges = graph
    .edges(selection.id)
    .filter((edge) => !hidden.includes(graph.getEdgeAttribute(edge, 'quad')));
  const nodes = edges.flatMap((edge) => graph.extremities(edge));
  return { nodes: new Set([selection.id, ...nodes]), edges: new Set(edges) };
}

/** What is hovered is in focus, else what is selected. */
export function focusOf(graph: DrawnGraph, emphasis: Emphasis): Focus | null {
  const { hovered, selected, hiddenQuads } = emphasis;
  const passing = isDrawn(graph, hovered) && !sameSelection(hovered, selected);
  const chosen = passing ? hovered : selected;
  if (!chosen || !isDrawn(graph, chosen)) return null;
  return { ...focusOn(graph, chosen, hiddenQuads), passing };
}

export function nodeAppearance(
  key: string,
  node: DrawnNode,
  { theme, scale }: Emphasis,
  focus: Focus | null,
): Record<string, unknown> {
  const { surface, entity } = palettes[theme];
  const clear = focus === null || focus.nodes.has(key);
  const left = focus?.passing ? PASSING.node : LASTING.node;
  const colour = mix(entity[node.entityType], surface.paper, clear ? 1 : left);
  const pattern = nodePatterns[node.entityType];
  return {
    x: node.x,
    y: node.y,
    size: node.size * scale,
    type: 'rings',
    color: colour,
    paper: surface.paper,
    core: pattern.filled ? colour : surface.paper,
    ring: pattern.ring,
    gap: pattern.gap,
    label: clear || !focus?.passing ? node.label : null,
    dimmed: !clear,
    forceLabel: focus !== null && clear && focus.nodes.size <= 40,
    zIndex: clear ? 1 : 0,
  };
}

export function edgeAppearance(
  key: string,
  edge: DrawnEdge,
  { theme, hiddenQuads, scale }: Emphasis,
  focus: Focus | null,
): Record<string, unknown> {
  const palette = palettes[theme];
  const clear = focus === null || focus.edges.has(key);
  const left = focus?.passing ? PASSING.edge : LASTING.edge;
  const share = (edge.uncertain ? UNCERTAIN : 1) * (clear ? 1 : left);
  const alone = focus !== null && clear && focus.edges.size === 1;
  return {
    type: edgeProgram(edge),
    size: (alone ? edge.size + 1 : edge.size) * scale,
    color: mix(quadColour(palette, edge.quad), palette.surface.paper, share),
    curvature: edge.curvature,
    hidden: hiddenQuads.includes(edge.quad),
    zIndex: clear ? 2 + edge.quad : 0,
  };
}
