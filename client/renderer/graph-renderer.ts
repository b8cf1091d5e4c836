// The only file that knows Sigma. It is told what to emphasise and says what was pointed at; its
// words are those of Sigma 4 (hovered, dimmed, selected), which will replace it one day.
// The constructor throws where WebGL is missing.

import Sigma from 'sigma';
import type { Selection } from '../viewer-state.ts';
import {
  type Emphasis,
  edgeAppearance,
  type Focus,
  focusOf,
  isDrawn,
  nodeAppearance,
} from './appearance.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import { type Course, courseUnder, type Point } from './edge-geometry.ts';
import type { LabelWish, PlacedLabel } from './label-placement.ts';
import { boxOf, type Disc, drawNames, drawRing, labelWish, pointsAlong } from './overlay.ts';
import { edgePrograms, ringProgram } from './programs.ts';

/** Pixels beside a line at which it can still be pointed at. */
const REACH = { mouse: 6, touch: 14 };
/** Names keep clear of nodes up to this many; beyond, only of each other. */
const MANY = 600;
/** Share of the usual size where one unit of the layout is one pixel, and its bounds. */
const SCALE = { usual: 1.1, least: 0.5, most: 1.6 };
/** Names do not shrink below this share. */
const LEAST_TYPE = 0.92;

/** What the store knows of the emphasis; the scale is the renderer's own. */
export type Shown = Omit<Emphasis, 'scale'>;

export interface Pointing {
  /** A click or tap; null on empty ground. */
  readonly select: (selection: Selection | null) => void;
  readonly hover: (hovered: Selection | null, at: Point) => void;
}

export class GraphRenderer {
  readonly graph: DrawnGraph;
  readonly #sigma: Sigma;
  readonly #pointing: Pointing;
  #emphasis: Emphasis;
  #focus: Focus | null;
  #hoveredNode: string | null = null;
  #wishes: LabelWish[] = [];
  #labels: PlacedLabel[] = [];

  constructor(container: HTMLElement, graph: DrawnGraph, shown: Shown, pointing: Pointing) {
    this.graph = graph;
    this.#emphasis = { ...shown, scale: 1 };
    this.#focus = focusOf(graph, this.#emphasis);
    this.#pointing = pointing;
    this.#sigma = new Sigma(graph, container, {
      nodeProgramClasses: { rings: ringProgram },
      edgeProgramClasses: { ...edgePrograms },
      defaultNodeType: 'rings',
      defaultEdgeType: 'line',
      nodeReducer: (key) =>
        nodeAppearance(key, graph.getNodeAttributes(key), this.#emphasis, this.#focus),
      edgeReducer: (key) =>
        edgeAppearance(key, graph.getEdgeAttributes(key), this.#emphasis, this.#focus),
      defaultDrawNodeLabel: (context, { key, x, y, size, label, forceLabel, dimmed }) => {
        if (!label) return;
        const disc: Disc = { key: String(key), x, y, radius: size };
        const name = { disc, text: label, forced: forceLabel === true, dimmed: dimmed === true };
        const scale = Math.max(LEAST_TYPE, this.#emphasis.scale);
        this.#wishes.push(labelWish(context, name, scale));
      },
      defaultDrawNodeHover: () => undefined,
      labelDensity: 2,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 2.5,
      minEdgeThickness: 0.9,
      stagePadding: Math.min(56, container.clientWidth * 0.08),
      zIndex: true,
      minCameraRatio: 0.04,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    this.#listen();
    this.resize();
  }

  #listen(): void {
    const sigma = this.#sigma;
    sigma.on('beforeRender', () => {
      this.#wishes = [];
    });
    sigma.on('afterRender', () => this.#drawOverlay());
    sigma.on('enterNode', ({ node, event }) => {
      this.#hoveredNode = node;
      this.#pointing.hover({ kind: 'actor', id: node }, event);
    });
    sigma.on('leaveNode', ({ event }) => {
      this.#hoveredNode = null;
      this.#pointing.hover(null, event);
    });
    sigma.on('moveBody', ({ event }) => {
      if (this.#hoveredNode === null)
        this.#pointing.hover(this.#relationAt(event, REACH.mouse), event);
    });
    sigma.on('leaveStage', ({ event }) => this.#pointing.hover(null, event));
    // two quick clicks are two choices: nothing is zoomed by them
    for (const kind of ['clickNode', 'doubleClickNode'] as const) {
      sigma.on(kind, ({ node, preventSigmaDefault }) => {
        preventSigmaDefault();
        this.#pointing.select({ kind: 'actor', id: node });
      });
    }
    for (const kind of ['clickStage', 'doubleClickStage'] as const) {
      sigma.on(kind, ({ event, preventSigmaDefault }) => {
        preventSigmaDefault();
        const touch = event.original.type.startsWith('touch');
        this.#pointing.select(this.#relationAt(event, touch ? REACH.touch : REACH.mouse));
      });
    }
  }

  #relationAt(point: Point, reach: number): Selection | null {
    const course = courseUnder(point, this.courses(), reach);
    return course ? { kind: 'relation', key: course.key } : null;
  }

  /** The edges that are shown, as they run on the screen now. */
  *courses(): Generator<Course> {
    for (const { edge, source, target, attributes } of this.graph.edgeEntries()) {
      if (this.#emphasis.hiddenQuads.includes(attributes.quad)) continue;
      const from = this.disc(source);
      const to = this.disc(target);
      if (!from || !to) continue;
      const thickness = this.#sigma.scaleSize(attributes.size * this.#emphasis.scale);
      yield { key: edge, from, to, curvature: attributes.curvature, thickness };
    }
  }

  /**
   * A node in pixels of the container. Reckoned from the graph and not from Sigma's display data,
   * which between a refresh and the next frame holds places that are not yet normalized.
   */
  disc(key: string): Disc | null {
    if (!this.graph.hasNode(key)) return null;
    const { x, y, size } = this.graph.getNodeAttributes(key);
    return {
      key,
      ...this.#sigma.graphToViewport({ x, y }),
      radius: this.#sigma.scaleSize(size * this.#emphasis.scale),
    };
  }

  /** The names that stand on the canvas now. */
  labels(): readonly PlacedLabel[] {
    return this.#labels;
  }

  isDimmed(selection: Selection): boolean {
    if (this.#focus === null) return false;
    return selection.kind === 'actor'
      ? !this.#focus.nodes.has(selection.id)
      : !this.#focus.edges.has(selection.key);
  }

  isMoving(): boolean {
    return this.#sigma.getCamera().isAnimated();
  }

  emphasise(shown: Shown): void {
    this.#emphasis = { ...shown, scale: this.#emphasis.scale };
    this.#focus = focusOf(this.graph, this.#emphasis);
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** Brings an actor, or the middle of a relation, into the middle of the picture. */
  reveal(selection: Selection): void {
    if (!isDrawn(this.graph, selection)) return;
    const ends =
      selection.kind === 'actor' ? [selection.id] : this.graph.extremities(selection.key);
    // Sigma's own matrix is that of the last frame; the camera may have moved since
    const cameraState = this.#sigma.getCamera().getState();
    const places = ends.map((key) => {
      const place = this.#sigma.graphToViewport(this.graph.getNodeAttributes(key), { cameraState });
      return this.#sigma.viewportToFramedGraph(place, { cameraState });
    });
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    void this.#move({
      x: mean(places.map(({ x }) => x)),
      y: mean(places.map(({ y }) => y)),
      ratio: Math.min(cameraState.ratio, 0.8),
    });
  }

  zoom(factor: number): void {
    void this.#move({ ratio: this.#sigma.getCamera().ratio / factor });
  }

  fit(): void {
    void this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Nodes and lines shrink on a small canvas and grow on a large one, within reason. */
  resize(): void {
    this.#sigma.resize();
    this.#sigma.refresh({ skipIndexation: true });
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ].map((p) => this.#sigma.graphToViewport(p));
    const zoom = 1 / this.#sigma.getCamera().ratio;
    const fit = from && to ? Math.hypot(to.x - from.x, to.y - from.y) / 100 / zoom : 1;
    const scale = Math.max(SCALE.least, Math.min(SCALE.most, Math.sqrt(fit) * SCALE.usual));
    this.#emphasis = { ...this.#emphasis, scale };
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  destroy(): void {
    this.#sigma.kill();
  }

  async #move(to: { x?: number; y?: number; ratio?: number; angle?: number }): Promise<void> {
    const camera = this.#sigma.getCamera();
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) camera.setState(to);
    else await camera.animate(to, { duration: 300 });
  }

  #drawOverlay(): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d');
    if (!context) return;
    const { theme, selected } = this.#emphasis;
    const { width, height } = this.#sigma.getDimensions();
    const discs =
      this.graph.order > MANY ? [] : this.graph.nodes().flatMap((key) => this.disc(key) ?? []);
    const around = {
      frame: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
      discs: discs.map(boxOf),
      lines: this.graph.size > MANY ? [] : pointsAlong([...this.courses()]),
    };
    this.#labels = drawNames(context, this.#wishes, around, theme);
    const chosen = selected?.kind === 'actor' ? this.disc(selected.id) : null;
    if (chosen) drawRing(context, chosen, theme);
  }
}
