// How state looks: every node and edge is plain, dimmed, hovered or selected (the vocabulary of
// Sigma 4), and this turns that into the attributes that Sigma 3's reducers return.

import { everything, isShown, type Visible } from '../model/visible.ts';
import { type Selection, sameSelection, type Theme } from '../viewer-state.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';
import { nodePatterns } from './node-pattern.ts';
import { communityColour, mix, palettes, quadColour } from './palette.ts';
import { edgeProgram } from './programs.ts';

/** Nodes and edges of a way through the graph. */
export interface Highlighted {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What the picture is to show; the renderer is told it whole. */
export interface Emphasis {
  readonly hovered: Selection | null;
  readonly selected: Selection | null;
  readonly visible: Visible;
  readonly path: Highlighted | null;
  /** Relations that have just come in. */
  readonly fresh: ReadonlySet<string>;
  /** Place of an actor's community, where these are the colours; null for the type's colour. */
  readonly communities: ReadonlyMap<string, number> | null;
  readonly theme: Theme;
  /** Sizes on a small or a very large canvas, as a share of the usual. */
  readonly scale: number;
  /** So many edges that each is a hair, and what is in focus is drawn over a veil. */
  readonly dense: boolean;
}

/** What stays clear while the rest is dimmed. Null: nothing is dimmed. */
export interface Focus extends Highlighted {
  /** A passing look dims the rest strongly; what is selected leaves it readable. */
  readonly passing: boolean;
}

/** Shares of colour left to what is dimmed. */
const PASSING = { node: 0.22, edge: 0.13 };
const LASTING = { node: 0.45, edge: 0.35 };
const UNCERTAIN = 0.7;
const HAIR = 0.75;

export const nothingShown: Omit<Emphasis, 'theme'> = {
  hovered: null,
  selected: null,
  visible: everything,
  path: null,
  fresh: new Set(),
  communities: null,
  scale: 1,
  dense: false,
};

export function isDrawn(graph: DrawnGraph, selection: Selection | null): boolean {
  if (!selection) return false;
  return selection.kind === 'actor' ? graph.hasNode(selection.id) : graph.hasEdge(selection.key);
}

function around(graph: DrawnGraph, selection: Selection, visible: Visible): Highlighted {
  if (selection.kind === 'relation') {
    return {
      nodes: new Set(graph.extremities(selection.key)),
      edges: new Set([selection.key]),
    };
  }
  const edges = graph.edges(selection.id).filter((edge) => isShown(visible, edge));
  const nodes = edges.flatMap((edge) => graph.extremities(edge));
  return { nodes: new Set([selection.id, ...nodes]), edges: new Set(edges) };
}

/** What is hovered is in focus, else what is selected, else the path. */
export function focusOf(graph: DrawnGraph, emphasis: Emphasis): Focus | null {
  const { hovered, selected, visible, path } = emphasis;
  const passing = isDrawn(graph, hovered) && !sameSelection(hovered, selected);
  const chosen = passing ? hovered : selected;
  if (chosen && isDrawn(graph, chosen)) return { ...around(graph, chosen, visible), passing };
  return path && { ...path, passing: false };
}

export const isNodeShown = ({ visible }: Pick<Emphasis, 'visible'>, key: string): boolean =>
  visible.nodes === null || visible.nodes.has(key);

/** The colour of an actor, before anything is dimmed. */
export function nodeColour(key: string, node: DrawnNode, emphasis: Emphasis): string {
  const palette = palettes[emphasis.theme];
  if (!emphasis.communities) return palette.entity[node.entityType];
  return communityColour(palette, emphasis.communities.get(key));
}

export function nodeAppearance(
  key: string,
  node: DrawnNode,
  emphasis: Emphasis,
  focus: Focus | null,
): Record<string, unknown> {
  const { theme, scale, dense } = emphasis;
  const { surface } = palettes[theme];
  const clear = dense || focus === null || focus.nodes.has(key);
  const left = focus?.passing ? PASSING.node : LASTING.node;
  const colour = mix(nodeColour(key, node, emphasis), surface.paper, clear ? 1 : left);
  const pattern = nodePatterns[node.entityType];
  return {
    x: node.x,
    y: node.y,
    size: node.size * scale,
    color: colour,
    paper: surface.paper,
    core: pattern.filled ? colour : surface.paper,
    ring: pattern.ring,
    gap: pattern.gap,
    label: clear || !focus?.passing ? node.label : null,
    dimmed: !clear,
    forceLabel: !dense && focus !== null && clear && focus.nodes.size <= 40,
    hidden: !isNodeShown(emphasis, key),
    zIndex: clear ? 1 : 0,
  };
}

/** The colour of an edge, before anything is dimmed. */
export function edgeColour(edge: DrawnEdge, { theme }: Pick<Emphasis, 'theme'>): string {
  const palette = palettes[theme];
  return mix(quadColour(palette, edge.quad), palette.surface.paper, edge.uncertain ? UNCERTAIN : 1);
}

/** The colour of an edge in a dense picture, lighter so that they do not fill it. */
export const hairColour = (edge: DrawnEdge, emphasis: Pick<Emphasis, 'theme'>): string =>
  mix(edgeColour(edge, emphasis), palettes[emphasis.theme].surface.paper, HAIR);

export function edgeAppearance(
  key: string,
  edge: DrawnEdge,
  emphasis: Emphasis,
  focus: Focus | null,
): Record<string, unknown> {
  const { theme, scale, visible, fresh } = emphasis;
  const { paper } = palettes[theme].surface;
  const clear = focus === null || focus.edges.has(key);
  const left = focus?.passing ? PASSING.edge : LASTING.edge;
  const alone = focus !== null && clear && focus.edges.size === 1;
  const grown = alone || fresh.has(key) ? edge.size + 1.5 : edge.size;
  return {
    type: edgeProgram(edge),
    size: grown * scale,
    color: mix(edgeColour(edge, emphasis), paper, clear ? 1 : left),
    curvature: edge.curvature,
    hidden: !isShown(visible, key),
    zIndex: clear ? 2 + edge.quad : 0,
  };
}
