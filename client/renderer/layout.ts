// Where every node stands: the same for the same data, on every machine. Each connected part of
// the graph is laid out by itself with ForceAtlas2, from start positions hashed out of the keys
// (FNV-1a) and with a fixed budget of work; then the parts are packed. One unit is about one pixel
// of a picture that fills a laptop's screen. A deadline cuts the work short where a machine is too
// slow for it; only then do two machines draw two pictures.

import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { connectedParts } from './connected-parts.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import { pointAt } from './edge-geometry.ts';
import { type Box, pack } from './packing.ts';
import { type Disc, type Place, separate } from './separation.ts';

/** Below this many nodes every pair is looked at, and a part is held together less. */
export const SMALL = 200;
/** More iterations are hardly to be told from so many. */
const ENOUGH = 420;
/** Nodes and edges that all iterations together may touch: about four seconds in the worker. */
const WORK = 8_000_000;
/** Iterations between two looks at the clock. */
const STRETCH = 25;
/** Usual length of an edge. */
const LENGTH = 84;
/** Beyond this many nodes overlaps stay: at that scale nodes are dots. */
const MANY = 1500;
/** Room for a name on either side of a node, above and below it, and beside an edge. */
const NAME = { width: 62, height: 16 };
const EDGE_ROOM = 20;
const ALONG = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** A number in [0, 1) that depends on nothing but the text. */
export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 0x100000000;
}

export function iterationsFor(nodes: number, edges: number): number {
  return Math.max(20, Math.min(ENOUGH, Math.round(WORK / (nodes * 8 + edges))));
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1;

/** Scales to the usual length of an edge and turns the longest way to the horizontal. */
function straighten(places: readonly Place[], edges: readonly (readonly [Place, Place])[]): void {
  const scale = LENGTH / (middle(edges.map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y))) || 1);
  const [cx, cy] = [mean(places.map(({ x }) => x)), mean(places.map(({ y }) => y))];
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of places) {
    xx += (x - cx) ** 2;
    yy += (y - cy) ** 2;
    xy += (x - cx) * (y - cy);
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  for (const place of places) {
    const [x, y] = [place.x - cx, place.y - cy];
    place.x = x * cos - y * sin;
    place.y = x * sin + y * cos;
  }
  widen(places);
}

/** A part of so many nodes has a thick middle and long arms; less than 1 evens them out. */
const LOOSE = 40;
const EVENER = 0.62;

/** Pushes the middle apart and draws the arms in: distances to the middle to a power below 1. */
function loosen(places: readonly Place[]): void {
  const [cx, cy] = [middle(places.map(({ x }) => x)), middle(places.map(({ y }) => y))];
  const far = Math.max(...places.map(({ x, y }) => Math.hypot(x - cx, y - cy))) || 1;
  for (const place of places) {
    const [x, y] = [place.x - cx, place.y - cy];
    const away = Math.hypot(x, y) / far;
    const factor = away > 0 ? away ** (EVENER - 1) : 1;
    place.x = x * factor;
    place.y = y * factor;
  }
}

/** Width of the picture over its height, and how far a part is stretched towards it. */
const WIDTH = 1.7;
const MOST_STRETCH = 1.3;

/** A part that is higher than a screen is stretched a little, so that names find room. */
function widen(places: readonly Place[]): void {
  const spread = (values: readonly number[]): number =>
    Math.sqrt(mean(values.map((value) => value ** 2))) || 1;
  const [wide, high] = [spread(places.map(({ x }) => x)), spread(places.map(({ y }) => y))];
  const stretch = Math.max(1, Math.min(MOST_STRETCH, Math.sqrt((WIDTH * high) / wide)));
  for (const place of places) {
    place.x *= stretch;
    place.y /= stretch;
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Places of the nodes of one connected part, about the origin. */
function layPart(graph: DrawnGraph, keys: readonly string[], { until, share }: Pace): Disc[] {
  const part = new UndirectedGraph<Place>();
  for (const key of keys) {
    part.addNode(key, startOf(key, 100));
  }
  for (const key of keys) {
    graph.forEachOutNeighbor(key, (other) => part.mergeEdge(key, other));
  }
  if (keys.length === 2) layPair(graph, part, keys);
  else if (keys.length > 2) {
    relax(part, until, share);
    const places = part.mapNodes((_, place) => place);
    if (places.length >= LOOSE) loosen(places);
    straighten(
      places,
      part.mapEdges((_edge, _attributes, _source, _target, from, to) => [from, to] as const),
    );
  }
  const discs = keys.map((key) => {
    const { x, y } = part.getNodeAttributes(key);
    return { key, x, y, radius: graph.getNodeAttribute(key, 'size') + 24 };
  });
  if (keys.length <= MANY && performance.now() < until) separate(discs);
  return discs;
}

function relax(part: UndirectedGraph<Place>, until: number, share: Pace['share']): void {
  const iterations = iterationsFor(part.order, part.size);
  const stretch = part.order < SMALL ? iterations : STRETCH;
  const settings = {
    gravity: part.order < SMALL ? 0.4 : 1.6,
    scalingRatio: 10,
    slowDown: 4,
    // hubs are drawn apart, as each pulls the less the more it is tied to
    outboundAttractionDistribution: true,
    barnesHutOptimize: part.order > 500,
  };
  for (let done = 0; done < iterations && performance.now() < until; done += stretch) {
    forceAtlas2.assign(part, { iterations: Math.min(stretch, iterations - done), settings });
    share(part);
  }
}

/** A place for a node before anything is known: on a disc, by the hash of its key. */
export function startOf(key: string, radius: number): Place {
  const angle = hashed(key) * 2 * Math.PI;
  const away = (radius / 2) * (1 + Math.sqrt(hashed(`${key}~`)));
  return { x: away * Math.cos(angle), y: away * Math.sin(angle) };
}

/** Two actors stand as they are read: who on the left, to whom on the right. */
function layPair(graph: DrawnGraph, part: UndirectedGraph<Place>, keys: readonly string[]): void {
  const source = keys.find((key) => graph.outDegree(key) > 0);
  for (const key of keys) {
    part.replaceNodeAttributes(key, { x: (key === source ? -LENGTH : LENGTH) / 2, y: 0 });
  }
}

/** What a part takes up: its nodes with room for their names, and its edges. */
function boxesOf(graph: DrawnGraph, discs: readonly Disc[]): Box[] {
  const places = new Map(discs.map((disc) => [disc.key, disc]));
  const boxes = discs.map(({ x, y, radius }) =>
    boxAt(x, y, radius + NAME.width, radius + NAME.height),
  );
  for (const { key } of discs) {
    graph.forEachOutEdge(key, (edge, { curvature, size }, source, target) => {
      const [from, to] = [places.get(source), places.get(target)];
      if (!from || !to) return;
      // the layout's y points up as Sigma's does, so the bend is on the other side
      const course = { key: edge, from, to, curvature: -curvature, thickness: size };
      for (const t of ALONG) {
        const { x, y } = pointAt(course, t);
        boxes.push(boxAt(x, y, EDGE_ROOM, EDGE_ROOM));
      }
    });
  }
  return boxes;
}

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width,
  right: x + width,
  top: y - height,
  bottom: y + height,
});

/** How long the layout may take, and who sees what it has so far. */
export interface Pace {
  /** On the clock of performance.now(). */
  readonly until: number;
  readonly share: (part: UndirectedGraph<Place>) => void;
}

const unhurried: Pace = { until: Number.POSITIVE_INFINITY, share: () => undefined };

/** Writes x and y to every node. */
export function assignPositions(graph: DrawnGraph, pace: Pace = unhurried): void {
  const parts = connectedParts(graph).map((keys) => layPart(graph, keys, pace));
  const offsets = pack(parts.map((discs) => boxesOf(graph, discs)));
  parts.forEach((discs, index) => {
    const offset = offsets[index] ?? { x: 0, y: 0 };
    for (const { key, x, y } of discs) {
      graph.mergeNodeAttributes(key, { x: x + offset.x, y: y + offset.y });
    }
  });
}
