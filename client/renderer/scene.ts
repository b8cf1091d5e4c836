// The two-dimensional layers over and under Sigma's own: hulls below everything, dashes between
// lines and nodes, a veil with what is in focus for dense pictures, pictograms and names on top.

import { isShown } from '../model/visible.ts';
import type { Selection } from '../viewer-state.ts';
import { type Emphasis, edgeColour, type Focus, isNodeShown, nodeColour } from './appearance.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import { type Course, pointAt } from './edge-geometry.ts';
import { drawHulls, type Hull, type HullTitle, hullOf, hullTitles, TITLE_FONT } from './hulls.ts';
import type { LabelWish, PlacedLabel } from './label-placement.ts';
import { drawIcon, LEAST_RADIUS } from './node-icons.ts';
import { nodePatterns } from './node-pattern.ts';
import {
  boxOf,
  type Disc,
  drawNames,
  drawPin,
  drawRing,
  labelWish,
  pointsAlong,
} from './overlay.ts';
import { mix, palettes } from './palette.ts';

/** What the layers are drawn from. */
export interface Scene {
  readonly graph: DrawnGraph;
  readonly emphasis: Emphasis;
  readonly focus: Focus | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly pinned: ReadonlySet<string>;
  readonly groups: readonly Group[];
  disc(key: string): Disc | null;
  course(key: string): Course | null;
}

/** A community whose area is drawn. */
export interface Group {
  readonly place: number;
  readonly members: readonly string[];
  readonly title: string;
}

/** Names keep clear of nodes up to this many; beyond, only of each other. */
const MANY = 600;
/** Beyond so many, no line is dashed. */
const MOST_DASHES = 600;
const DASH = [5, 5];

function trace(context: CanvasRenderingContext2D, course: Course, from: number, to: number): void {
  const steps = course.curvature === 0 ? 1 : 14;
  context.beginPath();
  for (let step = 0; step <= steps; step += 1) {
    const { x, y } = pointAt(course, from + ((to - from) * step) / steps);
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

/** Gaps in the colour of the ground make a dash of what is denied, planned or threatened. */
export function drawDashes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ground: HTMLCanvasElement,
): void {
  const { graph, emphasis, size } = scene;
  context.clearRect(0, 0, size.width, size.height);
  if (emphasis.dense) return;
  context.setLineDash(DASH);
  const gaps = [palettes[emphasis.theme].surface.paper, ...coloured(context, scene, ground)];
  let drawn = 0;
  for (const { edge, attributes } of graph.edgeEntries()) {
    if (!attributes.uncertain || !isShown(emphasis.visible, edge)) continue;
    const course = scene.course(edge);
    if (!course) continue;
    drawn += 1;
    if (drawn > MOST_DASHES) break;
    context.lineWidth = course.thickness + 1.6;
    const length = Math.hypot(course.to.x - course.from.x, course.to.y - course.from.y) || 1;
    const head = attributes.reciprocal ? 0 : (course.thickness * 4 + 2) / length;
    const radius = (scene.disc(graph.target(edge))?.radius ?? 0) / length;
    trace(context, course, 0, Math.max(0, 1 - radius - head));
    for (const gap of gaps) {
      context.strokeStyle = gap;
      context.stroke();
    }
  }
  context.setLineDash([]);
}

/** The ground as something to draw with, so that a gap shows what lies under the line. */
function coloured(
  context: CanvasRenderingContext2D,
  { groups, size }: Scene,
  ground: HTMLCanvasElement,
): CanvasPattern[] {
  const pattern = groups.length > 0 ? context.createPattern(ground, 'no-repeat') : null;
  // the canvas has more pixels than the picture on a finer screen
  const share = size.width / ground.width;
  pattern?.setTransform(new DOMMatrix([share, 0, 0, share, 0, 0]));
  return pattern ? [pattern] : [];
}

export function hullsOf({ groups, disc, emphasis }: Scene): Hull[] {
  return groups.flatMap(({ place, members, title }) => {
    const points = members.flatMap((key) => (isNodeShown(emphasis, key) && disc(key)) || []);
    return points.length >= 3 ? [{ place, title, corners: hullOf(points) }] : [];
  });
}

/** The areas of the communities; answers where their headings stand. */
export function drawGround(context: CanvasRenderingContext2D, scene: Scene): readonly HullTitle[] {
  const { size, emphasis, focus } = scene;
  context.clearRect(0, 0, size.width, size.height);
  if (scene.groups.length === 0) return [];
  const palette = palettes[emphasis.theme];
  const hulls = hullsOf(scene);
  drawHulls(context, hulls, palette, focus?.passing ? 0.06 : 0.12);
  const nodes = scene.groups
    .flatMap(({ members }) => members)
    .flatMap((key) => (isNodeShown(emphasis, key) && scene.disc(key)) || []);
  return hullTitles(context, hulls, palette, { size, nodes: nodes.map(boxOf) });
}

/** In a dense picture what is in focus is drawn again over a veil; WebGL is left alone. */
export function drawVeil(context: CanvasRenderingContext2D, scene: Scene): void {
  const { graph, emphasis, focus, size } = scene;
  context.clearRect(0, 0, size.width, size.height);
  if (!emphasis.dense || !focus) return;
  const { paper } = palettes[emphasis.theme].surface;
  context.globalAlpha = focus.passing ? 0.82 : 0.7;
  context.fillStyle = paper;
  context.fillRect(0, 0, size.width, size.height);
  context.globalAlpha = 1;
  for (const key of focus.edges) {
    const course = scene.course(key);
    if (!course) continue;
    context.strokeStyle = edgeColour(graph.getEdgeAttributes(key), emphasis);
    context.lineWidth = Math.max(1.2, course.thickness);
    trace(context, course, 0, 1);
    context.stroke();
  }
  for (const key of focus.nodes) {
    const disc = isNodeShown(emphasis, key) && scene.disc(key);
    if (!disc) continue;
    context.fillStyle = nodeColour(key, graph.getNodeAttributes(key), emphasis);
    context.beginPath();
    context.arc(disc.x, disc.y, Math.max(2.5, disc.radius), 0, 2 * Math.PI);
    context.fill();
  }
}

function drawIcons(context: CanvasRenderingContext2D, scene: Scene, discs: readonly Disc[]): void {
  const { graph, emphasis, focus } = scene;
  const { paper } = palettes[emphasis.theme].surface;
  for (const { key, x, y, radius } of discs) {
    if (radius < LEAST_RADIUS) continue;
    const node = graph.getNodeAttributes(key);
    const clear = focus === null || focus.nodes.has(key);
    const colour = nodePatterns[node.entityType].filled
      ? paper
      : mix(nodeColour(key, node, emphasis), paper, clear ? 1 : focus?.passing ? 0.22 : 0.45);
    drawIcon(context, { type: node.entityType, x, y, radius, colour });
  }
}

/** Names of what is in focus that Sigma's grid left out. */
function focusWishes(context: CanvasRenderingContext2D, scene: Scene): LabelWish[] {
  const { graph, emphasis, focus } = scene;
  if (!emphasis.dense || !focus || focus.nodes.size > 60) return [];
  return [...focus.nodes].flatMap((key) => {
    const disc = isNodeShown(emphasis, key) && scene.disc(key);
    if (!disc) return [];
    const text = graph.getNodeAttribute(key, 'label');
    return [labelWish(context, { disc, text, forced: true, dimmed: false }, 1)];
  });
}

/** Pictograms, headings, names and rings. Answers the names that found room. */
export function drawTop(
  context: CanvasRenderingContext2D,
  scene: Scene,
  wishes: readonly LabelWish[],
  titles: readonly HullTitle[],
): PlacedLabel[] {
  const { graph, emphasis, focus, size } = scene;
  const few = graph.order <= MANY;
  const discs = few
    ? graph.nodes().flatMap((key) => (isNodeShown(emphasis, key) && scene.disc(key)) || [])
    : [];
  drawIcons(context, scene, discs);
  context.font = TITLE_FONT;
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = palettes[emphasis.theme].surface.paper;
  for (const { text, box, colour } of titles) {
    context.fillStyle = mix(colour, palettes[emphasis.theme].surface.ink, 0.75);
    context.strokeText(text, box.left, (box.top + box.bottom) / 2);
    context.fillText(text, box.left, (box.top + box.bottom) / 2);
  }
  const around = {
    frame: { left: 2, top: 2, right: size.width - 2, bottom: size.height - 2 },
    discs: [...discs.map(boxOf), ...titles.map(({ box, text }) => ({ key: `~${text}`, ...box }))],
    lines:
      graph.size > MANY ? [] : pointsAlong(graph.edges().flatMap((key) => scene.course(key) ?? [])),
  };
  const extra = focusWishes(context, scene);
  const named = new Set(extra.map(({ key }) => key));
  const kept = emphasis.dense && focus ? [] : wishes.filter(({ key }) => !named.has(key));
  const labels = drawNames(context, [...extra, ...kept], around, emphasis.theme);
  for (const key of scene.pinned) {
    const disc = isNodeShown(emphasis, key) && scene.disc(key);
    if (disc) drawPin(context, disc, emphasis.theme);
  }
  const ringed = [emphasis.selected, emphasis.hovered].flatMap((each) => actorOf(each));
  for (const id of new Set(ringed)) {
    const disc = isNodeShown(emphasis, id) && scene.disc(id);
    if (disc) drawRing(context, disc, emphasis.theme);
  }
  return labels;
}

const actorOf = (selection: Selection | null): string[] =>
  selection?.kind === 'actor' ? [selection.id] : [];
